import type { Schema } from '../platform/persistence';
import { CouncilMember } from './council-member.entity';
import { CouncilDelegate } from './council-delegate.entity';
import { Council } from './council.entity';
import { CreateCouncils1767225600108 } from './migrations/1767225600108-create-councils';
import { CreateCouncilMembers1767225600109 } from './migrations/1767225600109-create-council-members';
import { WidenCouncils1767226000200 } from './migrations/1767226000200-widen-councils';

export type { CouncilKind, CouncilMemberOn, CouncilRef } from './council';
export { CouncilDirectory } from './council-directory';
export { CouncilsModule } from './councils.module';

/** The tables of councils. */
export const councilsSchema: Schema = {
  entities: [Council, CouncilMember, CouncilDelegate],
  migrations: [CreateCouncils1767225600108, CreateCouncilMembers1767225600109, WidenCouncils1767226000200],
};
