import type { Schema } from '../platform/persistence';
import { ImportLine, ImportRow } from './import.entity';
import { CreateImports1767226910000 } from './migrations/1767226910000-create-imports';
import { AddRowCommands1767226920000 } from './migrations/1767226920000-add-row-commands';

export { IMPORT_JOBS } from './import-jobs';
export { IMPORT_LIMITS } from './import-limits';
export { importsInvariants } from './imports.invariants';
export { ImportsModule } from './imports.module';
export { ImportsQueries } from './imports.queries';
export { jobIdOf } from './imports.service';

/** The tables of files that were tried out. */
export const importsSchema: Schema = {
  entities: [ImportRow, ImportLine],
  migrations: [CreateImports1767226910000, AddRowCommands1767226920000],
};
