import { canonicalJson, type LocalDate } from '../../../workflows/kernel';
import { maskOf } from '../../people';
import type { ListedViolation } from './dto/violation-list.request';

/** What an agency wrote of somebody. */
export interface WrittenRow {
  readonly name: string;
  readonly birthday: LocalDate | null;
  /** The last digits of the identity number: the number itself is kept nowhere. */
  readonly nationalId: string | null;
  readonly unitText: string;
  readonly what: string;
}

/** What is left of a row whose list was erased. */
export const ERASED_ROW: WrittenRow = { name: '', birthday: null, nationalId: null, unitText: '', what: '' };

/** A row as it is kept in the private texts. */
export function textOfRow({ name, birthday, nationalId, unitText, what }: ListedViolation): string {
  const row: WrittenRow = {
    ...{
      name,
      birthday: birthday ?? null,
      nationalId: nationalId === undefined ? null : maskOf(nationalId),
      unitText: unitText ?? '',
      what,
    },
  };
  return canonicalJson(row);
}

/** The row of a text; nothing of it when the text was erased. */
export function rowOfText(text: string | null | undefined): WrittenRow {
  return text ? (JSON.parse(text) as WrittenRow) : ERASED_ROW;
}

/** The name under which the text of a row is committed to, by its place on the list. */
export function rowField(ordinal: number): string {
  return `row:${ordinal}`;
}
