import type { Schema } from '../platform/persistence';
import { CreateUnits1767225600101 } from './migrations/1767225600101-create-units';
import { CreateUnitChanges1767226000000 } from './migrations/1767226000000-create-unit-changes';
import { CreateUnitPlaces1767227100000 } from './migrations/1767227100000-create-unit-places';
import { UnitCoManager } from './unit-co-manager.entity';
import { UnitDelegate } from './unit-delegate.entity';
import { UnitPlace } from './unit-place.entity';
import { UnitSuccession } from './unit-succession.entity';
import { Unit } from './unit.entity';

export type { UnitRef } from './unit';
export type { Succession, UnitDelegation } from './unit-terms';
export { PlaceCodes } from './place-codes';
export { UnitDirectory } from './unit-directory';
export {
  HOLDING_FATES,
  UnitHoldings,
  type EndOfUnits,
  type HoldingCommand,
  type HoldingFate,
  type HoldingKind,
} from './unit-holdings';
export { UNIT_REFUSALS } from './units.errors';
export { commonPath, pathsDownTo } from './unit-path';
export { unitsInvariants } from './units.invariants';
export { UnitsModule } from './units.module';

/** The tables of units. */
export const unitsSchema: Schema = {
  entities: [Unit, UnitSuccession, UnitCoManager, UnitDelegate, UnitPlace],
  migrations: [CreateUnits1767225600101, CreateUnitChanges1767226000000, CreateUnitPlaces1767227100000],
};
