import { instant, localDate, type LocalDate } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids/derived-id';
import type { CommandResult } from '../../src/platform/runner/command-result';

/** A Friday morning in Vietnam, under Decree 98/2023. */
export const START = instant('2024-11-15T02:00:00.000Z');
/** The same day. */
export const TODAY: LocalDate = localDate('2024-11-15');
/** Before anything that the tests date. */
export const LONG_AGO = localDate('2020-01-01');

/** What to send a command with. */
export interface SendOptions {
  readonly actor?: Actor;
  readonly id?: string;
  readonly commandId?: string;
  readonly expectedVersion?: number;
  readonly comment?: string;
}

/** An id of our own making, the same for the same name. */
export const named = (name: string): string => derivedId('awards-test', name);

/** The codes of a refusal; what it was when it was none. */
export function codesOf(result: CommandResult): readonly string[] {
  return result.outcome === 'refused' ? result.reasons.map(({ code }) => code) : [result.outcome];
}
