import type { Schema } from '../platform/persistence';
import { CreatePledges1767225703000 } from './migrations/1767225703000-create-pledges';
import { CreateProgressReports1767225703100 } from './migrations/1767225703100-create-progress-reports';
import { WidenPledges1767226200100 } from './migrations/1767226200100-widen-pledges';
import { PledgeMember, PledgePersonPlace, PledgePlace, PledgeValue } from './pledge-rows.entity';
import { Pledge } from './pledge.entity';
import { ProgressReport, ProgressValue } from './progress/progress-report.entity';
import { ResultStatement } from './statements/result-statement.entity';

export { PledgeDirectory, type MeasuredValue } from './pledge-directory';
export { pledgesInvariants } from './pledges.invariants';
export { PledgesModule } from './pledges.module';

/** The tables of pledges and progress reports. */
export const pledgesSchema: Schema = {
  entities: [
    Pledge,
    PledgeMember,
    PledgeValue,
    PledgePlace,
    PledgePersonPlace,
    ProgressReport,
    ProgressValue,
    ResultStatement,
  ],
  migrations: [CreatePledges1767225703000, CreateProgressReports1767225703100, WidenPledges1767226200100],
};
