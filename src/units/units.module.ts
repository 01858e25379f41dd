import { Module } from '@nestjs/common';
import { PlaceCodes } from './place-codes';
import { UnitDirectory } from './unit-directory';
import { MergeFactsReader } from './mergers/merge-facts';
import { UnitHoldingsQueries } from './mergers/unit-holdings.queries';
import { UnitMergersController } from './mergers/unit-mergers.controller';
import { UnitMergersService } from './mergers/unit-mergers.service';
import { UnitMovesJobs } from './mergers/unit-moves.jobs';
import { UnitMoves } from './mergers/unit-moves.service';
import { UnitPlacesService } from './places/unit-places.service';
import { UnitReferences } from './places/unit-references';
import { UnitHoldings } from './unit-holdings';
import { UnitLifeQueries } from './unit-life.queries';
import { UnitTermsService } from './unit-terms.service';
import { UnitsController } from './units.controller';
import { UnitsQueries } from './units.queries';
import { UnitsService } from './units.service';

const places = [UnitPlacesService, UnitReferences];
const mergers = [MergeFactsReader, UnitHoldingsQueries, UnitMergersService, UnitMoves, UnitMovesJobs];

/** The tree of units, and what becomes of it over the years. */
@Module({
  controllers: [UnitMergersController, UnitsController],
  providers: [
    UnitsService,
    UnitTermsService,
    UnitsQueries,
    UnitLifeQueries,
    UnitDirectory,
    PlaceCodes,
    UnitHoldings,
    ...places,
    ...mergers,
  ],
  exports: [UnitDirectory, PlaceCodes, UnitHoldings],
})
export class UnitsModule {}
