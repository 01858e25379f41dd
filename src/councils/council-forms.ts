import type { CommandForm } from '../platform/runner/feature-commands';
import { FoundCouncilRequest } from './dto/found-council.request';
import { SeatMemberRequest } from './dto/seat-member.request';
import { EndMembershipRequest } from './dto/end-membership.request';

/** The form of every command on a council. */
export const councilForms = {
  'council.found': { input: FoundCouncilRequest, opens: true },
  'council.seatMember': { input: SeatMemberRequest },
  'council.endMembership': { input: EndMembershipRequest },
} as const satisfies Readonly<Record<string, CommandForm>>;
