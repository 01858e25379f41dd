import type { LocalDate } from '../../../workflows/kernel';
import type { ReviewKind } from '../../../workflows/review';
import type { CouncilMemberOn, CouncilRef } from '../../councils';
import type { RowReader } from '../../platform/persistence';

/** What hosts a review round: a council, or a cluster. */
export interface RoundHost {
  readonly id: string;
  readonly name: string;
  readonly kind: CouncilRef['kind'];
  readonly unitId: string;
  /** `/<id>/<id>/`. */
  readonly unitPath: string;
}

/** Where hosts of one sort come from. Facts, not answers to a user: it takes no scope and checks none. */
export interface HostSource {
  hostOf(rows: RowReader, id: string): Promise<RoundHost | undefined>;
  /** The members on a day, in the order of the council; of a cluster one delegate a unit. */
  membersOn(rows: RowReader, hostId: string, date: LocalDate): Promise<readonly CouncilMemberOn[]>;
}

/** Which hosts can hold a round of each kind. A written round is a way of asking any council. */
export const HOSTS: Readonly<Record<ReviewKind, readonly CouncilRef['kind'][]>> = {
  fullCouncil: ['fullCouncil'],
  standingCommittee: ['standingCommittee', 'fullCouncil'],
  writtenRound: ['fullCouncil', 'standingCommittee', 'initiativeCouncil'],
  initiativeCouncil: ['initiativeCouncil'],
  cluster: ['cluster'],
};

/**
 * Who of a host sits in a round of this kind. A standing committee that has no council row of its own is the part of the
 * full council that holds its seats: the chair, the vice chairs and the secretary.
 */
export function sittingIn(
  kind: ReviewKind,
  host: Pick<RoundHost, 'kind'>,
  members: readonly CouncilMemberOn[],
): readonly CouncilMemberOn[] {
  const isPart = kind === 'standingCommittee' && host.kind === 'fullCouncil';
  return isPart ? members.filter(({ seat }) => seat !== 'member') : members;
}
