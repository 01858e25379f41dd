import type { Schema } from '../platform/persistence';
import { FundEntry } from './fund-entry.entity';
import { FundYear } from './fund-year.entity';
import { CreateFunds1767226630000 } from './migrations/1767226630000-create-funds';

export { fundInvariants } from './fund.invariants';
export { FundModule } from './fund.module';

/** The tables of funds. */
export const fundSchema: Schema = { entities: [FundYear, FundEntry], migrations: [CreateFunds1767226630000] };
