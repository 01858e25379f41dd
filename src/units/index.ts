import type { Schema } from '../platform/persistence';
import { CreateUnits1767225600101 } from './migrations/1767225600101-create-units';
import { Unit } from './unit.entity';

export type { UnitRef } from './unit';
export { UnitDirectory } from './unit-directory';
export { commonPath, pathsDownTo } from './unit-path';
export { UnitsModule } from './units.module';

/** The tables of units. */
export const unitsSchema: Schema = { entities: [Unit], migrations: [CreateUnits1767225600101] };
