import type { LocalDate } from '../kernel';

/** A unit in a cluster, and the period of that cluster; days, both ends included. */
export interface ClusterMembership {
  readonly clusterId: string;
  /** The last day of the cluster's period. */
  readonly endsOn: LocalDate;
  readonly unitId: string;
  readonly validFrom: LocalDate;
  /** Null while it lasts. */
  readonly validTo: LocalDate | null;
}

/** Later than every day there is, in place of an open end. */
const OPEN_END = '9999-12-31';

/**
 * The clusters in which a unit counts in a year: as an achievement, a cluster belongs to the year in which its period ends.
 * Those in which the unit stayed to the end; when it has left all of them, the one that it left last. None for a unit that
 * was in no cluster; several where several compete with each other at once.
 */
export function clustersOf(memberships: readonly ClusterMembership[], unitId: string, year: number): readonly string[] {
  const found = memberships
    .filter((each) => each.unitId === unitId && yearOf(each.endsOn) === year && each.validFrom <= each.endsOn)
    .map(({ clusterId, validTo, endsOn }) => ({ clusterId, until: lastDay(validTo, endsOn) }));
  const latest = found.map(({ until }) => until).reduce((a, b) => (a > b ? a : b), '');
  return [...new Set(found.filter(({ until }) => until === latest).map(({ clusterId }) => clusterId))].sort();
}

function lastDay(validTo: LocalDate | null, endsOn: LocalDate): string {
  return validTo === null || validTo >= endsOn ? OPEN_END : validTo;
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
