import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { COUNCIL_REFUSALS } from './councils.errors';
import { FoundCouncilRequest } from './dto/found-council.request';
import {
  DissolveCouncilRequest,
  EndCouncilDelegationRequest,
  NameCouncilDelegateRequest,
  RotateSeatRequest,
} from './dto/council-changes.request';
import { SeatMemberRequest } from './dto/seat-member.request';
import { EndMembershipRequest } from './dto/end-membership.request';

/** Commands on a council and its seats. */
export const councilSeatForms = {
  'council.found': {
    input: FoundCouncilRequest,
    opens: true,
    label: { vi: 'Thành lập hội đồng', en: 'Found a council' },
    refusals: entriesOf(COUNCIL_REFUSALS, 'unknownUnit', 'codeTaken', 'dissolvedUnit', 'partOfNothing'),
  },
  'council.seatMember': {
    input: SeatMemberRequest,
    label: { vi: 'Bổ sung thành viên', en: 'Seat a member' },
    refusals: [
      ...entriesOf(COUNCIL_REFUSALS, 'unknownPerson', 'endsBeforeStart', 'dissolved', 'notInFullCouncil'),
      ...entriesOf(COUNCIL_REFUSALS, 'alreadySeated', 'sitsForAnother', 'chairTaken'),
    ],
  },
  'council.endMembership': {
    input: EndMembershipRequest,
    label: { vi: 'Kết thúc tư cách thành viên', en: 'End a membership' },
    refusals: entriesOf(COUNCIL_REFUSALS, 'unknownMember', 'sitsInPart', 'endsBeforeStart', 'endedBefore'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands on what changes in a council over the years. */
export const councilChangeForms = {
  'council.rotateSeat': {
    input: RotateSeatRequest,
    label: { vi: 'Thay người giữ ghế', en: 'Hand a seat over' },
    refusals: [
      ...entriesOf(COUNCIL_REFUSALS, 'unknownMember', 'unknownPerson', 'endsBeforeStart'),
      ...entriesOf(
        COUNCIL_REFUSALS,
        'endedBefore',
        'notInFullCouncil',
        'sitsInPart',
        'alreadySeated',
        'sitsForAnother',
      ),
    ],
  },
  'council.nameDelegate': {
    input: NameCouncilDelegateRequest,
    label: { vi: 'Ủy quyền dự họp', en: 'Name a delegate of a member' },
    refusals: [
      ...entriesOf(COUNCIL_REFUSALS, 'unknownMember', 'unknownPerson', 'endsBeforeStart', 'outsideMembership'),
      ...entriesOf(COUNCIL_REFUSALS, 'delegateSits', 'sitsForAnother', 'delegatedAlready'),
    ],
  },
  'council.endDelegation': {
    input: EndCouncilDelegationRequest,
    label: { vi: 'Kết thúc ủy quyền dự họp', en: 'End a delegation of a member' },
    refusals: entriesOf(COUNCIL_REFUSALS, 'unknownDelegation', 'endsBeforeStart', 'endedBefore'),
  },
  'council.dissolve': {
    input: DissolveCouncilRequest,
    label: { vi: 'Giải thể hội đồng', en: 'Dissolve a council' },
    refusals: entriesOf(COUNCIL_REFUSALS, 'dissolved', 'seatedLater', 'partStands'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on a council. */
export const councilForms = { ...councilSeatForms, ...councilChangeForms } as const;
