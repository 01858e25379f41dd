import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards';
import { UnitsModule } from '../units';
import { FundBookings } from './fund-bookings.service';
import { FundHoldings } from './fund-holdings';
import { FundController } from './fund.controller';
import { FundJobs } from './fund.jobs';
import { FundQueries } from './fund.queries';
import { FundService } from './fund.service';

/** Where the money of awards comes from and goes to. */
@Module({
  imports: [AwardsModule, UnitsModule],
  controllers: [FundController],
  providers: [FundBookings, FundHoldings, FundJobs, FundQueries, FundService],
})
export class FundModule {}
