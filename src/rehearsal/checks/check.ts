import type { Reference } from '../format/reference';
import type { Names } from '../names';
import type { RehearsalWorld, Reminder } from '../world/rehearsal-world';

/** Which roles users hold, by user, as far as the file says. */
export type RolesOfUsers = ReadonlyMap<string, readonly string[]>;

/** What a check may look at. */
export interface CheckRoom {
  readonly world: RehearsalWorld;
  readonly names: Names;
  /** Everything that anybody was told so far, in order. */
  readonly reminders: readonly Reminder[];
  readonly roles: RolesOfUsers;
}

/** Something that is not as the file expects it. */
export interface Finding {
  readonly line: number;
  /** What was expected and what there is, in Vietnamese. */
  readonly message: string;
}

/** One expectation. Answers what is wrong; throws UnknownNameError when it is about something that was never made. */
export interface Check {
  readonly line: number;
  readonly run: (room: CheckRoom) => Promise<readonly Finding[]>;
}

/** A finding for each figure that differs from the expected one; what is not expected is not compared. */
export function differences(
  line: number,
  what: string,
  expected: Readonly<Record<string, string | number | boolean | null | undefined>>,
  actual: Readonly<Record<string, string | number | boolean | null | undefined>>,
): readonly Finding[] {
  return Object.entries(expected)
    .filter(([key, value]) => value !== null && value !== undefined && value !== actual[key])
    .map(([key, value]) => ({ line, message: `${what}: ${key} là ${String(actual[key])}, mong đợi ${String(value)}` }));
}

/** How a finding calls what a name stands for. */
export function called({ name, part }: Reference): string {
  return part === null ? name : `${name}/${part}`;
}
