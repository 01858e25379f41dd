import type { Schema } from '../platform/persistence';
import { CouncilMember } from './council-member.entity';
import { Council } from './council.entity';
import { CreateCouncils1767225600108 } from './migrations/1767225600108-create-councils';
import { CreateCouncilMembers1767225600109 } from './migrations/1767225600109-create-council-members';

export type { CouncilMemberOn, CouncilRef } from './council';
export { CouncilDirectory } from './council-directory';
export { CouncilsModule } from './councils.module';

/** The tables of councils. */
export const councilsSchema: Schema = {
  entities: [Council, CouncilMember],
  migrations: [CreateCouncils1767225600108, CreateCouncilMembers1767225600109],
};
