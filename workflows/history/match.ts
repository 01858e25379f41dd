import { foldText, type LocalDate } from '../kernel';
import type { HistorySubject } from './history.types';

/** Somebody on a list of violations, as the agency wrote it down. */
export interface ListedName {
  readonly name: string;
  readonly birthday: LocalDate | null;
  /** Number of the identity card, or a hash of it, in the form in which the register has it; null when none was given. */
  readonly identity: string | null;
  /** What the agency wrote for the unit; empty when nothing. */
  readonly unitText: string;
}

/** A subject of the register, as far as it can be told from others. */
export interface KnownSubject extends HistorySubject {
  readonly name: string;
  readonly birthday: LocalDate | null;
  readonly identity: string | null;
  readonly unitName: string;
}

/** How sure a match is: one number; one name and birthday; one name and unit, which people must look into. */
export const CERTAINTIES = ['exact', 'probable', 'maybe'] as const;

export type Certainty = (typeof CERTAINTIES)[number];

/** A subject that may be the one on the list. */
export interface Match extends HistorySubject {
  readonly certainty: Certainty;
}

/** The subjects who may be meant, the surest first. It names candidates; whether one of them is meant is for people to say. */
export function matchesOf(listed: ListedName, subjects: readonly KnownSubject[]): readonly Match[] {
  return subjects
    .flatMap(({ kind, id, ...known }): Match[] => {
      const certainty = certaintyOf(listed, known);
      return certainty === undefined ? [] : [{ kind, id, certainty }];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

/** Two numbers or two birthdays that differ are two people, whatever the names. */
function certaintyOf(listed: ListedName, known: Omit<KnownSubject, keyof HistorySubject>): Certainty | undefined {
  const number = compared(listed.identity, known.identity);
  if (number !== 'unknown') return number === 'same' ? 'exact' : undefined;
  if (foldText(listed.name) !== foldText(known.name)) return undefined;
  const birthday = compared(listed.birthday, known.birthday);
  if (birthday !== 'unknown') return birthday === 'same' ? 'probable' : undefined;
  return isSameUnit(listed.unitText, known.unitName) ? 'maybe' : undefined;
}

function compared(a: string | null, b: string | null): 'same' | 'different' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  return a === b ? 'same' : 'different';
}

/** Agencies write more or less than the register has: `Phường Một`, `UBND Phường Một, quận Hai`. */
function isSameUnit(text: string, name: string): boolean {
  const [written, known] = [` ${foldText(text)} `, ` ${foldText(name)} `].map((each) =>
    each.replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
  if (!written || !known || written.trim() === '' || known.trim() === '') return false;
  return written.includes(known) || known.includes(written);
}

function rankOf({ certainty }: Match): number {
  return CERTAINTIES.indexOf(certainty);
}
