import type { Schema } from '../platform/persistence';
import { CreatePublishedStatements1767226701000 } from './migrations/1767226701000-create-published-statements';
import { PublishedStatement } from './published-statement.entity';

export { ReconciliationsModule } from './reconciliations.module';
export { StatementsQueries } from './statements.queries';

/** The tables of reconciliations. */
export const reconciliationsSchema: Schema = {
  entities: [PublishedStatement],
  migrations: [CreatePublishedStatements1767226701000],
};
