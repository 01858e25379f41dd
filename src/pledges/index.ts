import type { Schema } from '../platform/persistence';
import { CreatePledges1767225703000 } from './migrations/1767225703000-create-pledges';
import { CreateProgressReports1767225703100 } from './migrations/1767225703100-create-progress-reports';
import { PledgeMember, PledgePlace, PledgeValue } from './pledge-rows.entity';
import { Pledge } from './pledge.entity';
import { ProgressReport, ProgressValue } from './progress/progress-report.entity';

export { PledgeDirectory } from './pledge-directory';
export { pledgesInvariants } from './pledges.invariants';
export { PledgesModule } from './pledges.module';

/** The tables of pledges and progress reports. */
export const pledgesSchema: Schema = {
  entities: [Pledge, PledgeMember, PledgeValue, PledgePlace, ProgressReport, ProgressValue],
  migrations: [CreatePledges1767225703000, CreateProgressReports1767225703100],
};
