import type { LocalDate } from '../../workflows/kernel';

/** What a cluster is founded for. */
export const CLUSTER_PERIODS = ['calendarYear', 'schoolYear'] as const;

export type ClusterPeriod = (typeof CLUSTER_PERIODS)[number];

/** Who leads a cluster: its head (cụm trưởng) and any number of deputies (cụm phó). */
export const CLUSTER_ROLES = ['head', 'deputy'] as const;

export type ClusterRole = (typeof CLUSTER_ROLES)[number];

/** A cluster (cụm, khối thi đua) as other features see it: a group of units that compete for one period. */
export interface ClusterRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** `2024`, or `2024-2025` for a school year. */
  readonly period: string;
  readonly periodType: ClusterPeriod;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** The unit that runs it. */
  readonly unitId: string;
  /** `/<id>/<id>/`. */
  readonly unitPath: string;
  /** The first day on which nothing of it changes any more. */
  readonly closedOn: LocalDate | null;
}

/** Days, both ends included; `validTo` null while it lasts. */
export interface Span {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A unit in a cluster. */
export interface ClusterMember extends Span {
  readonly id: string;
  readonly clusterId: string;
  readonly unitId: string;
}

/** A member that leads for a time. */
export interface ClusterHead extends Span {
  readonly id: string;
  readonly clusterId: string;
  readonly unitId: string;
  readonly role: ClusterRole;
  /** Number and symbol of the paper. */
  readonly paper: string;
}

/** Who sits for a member in the conference. */
export interface ClusterDelegate extends Span {
  readonly id: string;
  readonly clusterId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly paper: string;
}

/** A unit that the conference has elected to lead the cluster in emulation (đơn vị dẫn đầu). */
export interface ClusterLeader {
  readonly clusterId: string;
  readonly unitId: string;
  /** From 1, most votes first; shared by those with equal votes. */
  readonly place: number;
  readonly votes: number;
  /** Valid ballots and written opinions. */
  readonly of: number;
  readonly reviewId: string;
  readonly itemId: string;
}

/** Later than every day there is, in place of an open end. */
export const OPEN_END = '9999-12-31';

/** Whether nothing of a cluster changes any more on a day. */
export function isClosedOn({ closedOn }: Pick<ClusterRef, 'closedOn'>, day: LocalDate): boolean {
  return closedOn !== null && closedOn <= day;
}

/** Whether a span holds on a day. */
export function holdsOn({ validFrom, validTo }: Span, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}

/** Whether two spans share a day. */
export function shares(a: Span, b: Span): boolean {
  return a.validFrom <= (b.validTo ?? OPEN_END) && b.validFrom <= (a.validTo ?? OPEN_END);
}

/** Whether a span lies within another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.validFrom <= inner.validFrom && (inner.validTo ?? OPEN_END) <= (outer.validTo ?? OPEN_END);
}
