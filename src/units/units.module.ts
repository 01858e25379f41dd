import { Module } from '@nestjs/common';
import { UnitDirectory } from './unit-directory';
import { UnitsController } from './units.controller';
import { UnitsQueries } from './units.queries';
import { UnitsService } from './units.service';

/** The tree of units. */
@Module({
  controllers: [UnitsController],
  providers: [UnitsService, UnitsQueries, UnitDirectory],
  exports: [UnitDirectory],
})
export class UnitsModule {}
