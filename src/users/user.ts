import type { LocalDate } from '../../workflows/kernel';
import type { Role } from '../platform/auth/permission';

/** Languages of the product. */
export const LANGUAGES = ['vi', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A user as the row holds it. */
export interface UserRecord {
  readonly id: string;
  readonly login: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly email: string | null;
  readonly language: Language;
}

/** A seat with its days, both ends included; `validTo` null while it lasts. */
export interface DatedSeat {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly councilId: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}
