import { Module } from '@nestjs/common';
import { UnitsModule } from '../units';
import { RecordedFigures } from './recorded-figures';
import { StatementsController } from './statements.controller';
import { StatementsQueries } from './statements.queries';
import { StatementsService } from './statements.service';

/** Published texts with figures, checked with themselves and with our records. */
@Module({
  imports: [UnitsModule],
  controllers: [StatementsController],
  providers: [StatementsService, StatementsQueries, RecordedFigures],
  exports: [StatementsQueries],
})
export class ReconciliationsModule {}
