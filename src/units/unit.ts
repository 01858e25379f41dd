import type { LocalDate } from '../../workflows/kernel';

/** What a unit is. */
export const UNIT_KINDS = [
  'province',
  'district',
  'ward',
  'commune',
  'specialZone',
  'department',
  'school',
  'enterprise',
  'association',
  'party',
  'other',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * The level of authority that a unit stands on; `unit` for a body without one of its own.
 * `district` stays for what was decided before the districts were dissolved on 01/07/2025.
 */
export const UNIT_LEVELS = ['state', 'province', 'district', 'commune', 'unit'] as const;

export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A unit as other features see it. */
export interface UnitRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  /** `/<id>/<id>/`, from the root down to this unit. */
  readonly path: string;
}

/** A unit with all that is kept of it. */
export interface UnitRecord extends UnitRef {
  readonly isOutside: boolean;
  readonly validFrom: LocalDate;
  /** Last day, included; null while it exists. */
  readonly validTo: LocalDate | null;
  /** Number of changes so far. */
  readonly version: number;
}
