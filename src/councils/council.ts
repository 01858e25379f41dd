import type { LocalDate } from '../../workflows/kernel';

/** Kinds of councils: two of emulation and commendation, the one for initiatives, and the conference of a cluster. */
export const COUNCIL_KINDS = ['fullCouncil', 'standingCommittee', 'initiativeCouncil', 'cluster'] as const;

export type CouncilKind = (typeof COUNCIL_KINDS)[number];

/** Seats in a council, in the order in which its members are listed. */
export const COUNCIL_SEATS = ['chair', 'viceChair', 'member', 'secretary'] as const;

export type CouncilSeat = (typeof COUNCIL_SEATS)[number];

/** A council as other features see it. */
export interface CouncilRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: CouncilKind;
  readonly unitId: string;
  /** `/<id>/<id>/`. */
  readonly unitPath: string;
  /** The full council that a standing committee is part of. */
  readonly partOfId: string | null;
  /** The first day on which the council is no more. */
  readonly dissolvedOn: LocalDate | null;
}

/** A member on a given day. */
export interface CouncilMemberOn {
  /** Id of the membership: one person may be a member several times, one after another. */
  readonly memberId: string;
  readonly personId: string;
  readonly seat: CouncilSeat;
  /** The unit that the person belongs to. */
  readonly unitId: string;
}

/** A membership with its days, both ends included; `validTo` null while it lasts. */
export interface Membership {
  readonly id: string;
  readonly councilId: string;
  readonly personId: string;
  readonly seat: CouncilSeat;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Somebody who sits for a member, with the days. */
export interface CouncilDelegation {
  readonly id: string;
  readonly councilId: string;
  /** The membership that is represented. */
  readonly memberId: string;
  readonly personId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Number and symbol of the paper. */
  readonly paper: string;
}
