import {
  lookTwice,
  MOST_VIOLATIONS,
  pagesOf,
  type Invariant,
  type InvariantContext,
  type Violation,
} from '../../platform/invariants';
import type { RowReader } from '../../platform/persistence';
import { roundsOf, type StoredRound } from './opened-ballots';

/** Says what is wrong with rounds whose rows it has gathered. */
type Judge = (rounds: readonly StoredRound[]) => readonly Violation[];

/** A check that compares rounds with rows beside them. */
export interface RoundCheck extends Pick<Invariant, 'name' | 'promise' | 'describe'> {
  /** Reads the rows of some rounds. Before the rounds themselves: what is opened meanwhile is not among the rows. */
  readonly gather: (reads: RowReader, reviewIds: readonly string[]) => Promise<Judge>;
  /** What is wrong with rows that are of no round. */
  readonly astray?: (reads: RowReader) => Promise<readonly Violation[]>;
}

/**
 * Checks that go through all rounds, as invariants. In one run they go through them together: a round is read and played
 * again once for all of them, and memory holds one batch of rounds, however many there are.
 */
export function roundInvariants(checks: readonly RoundCheck[]): readonly Invariant[] {
  return checks.map((own) => ({
    ...{ name: own.name, promise: own.promise, describe: own.describe },
    check: async (context: InvariantContext): Promise<readonly Violation[]> => {
      const { run } = context;
      const found = run
        ? await run.once(checks, () =>
            walk(
              context,
              checks.filter(({ name }) => run.names.has(name)),
            ),
          )
        : await walk(context, [own]);
      const { checked, violations, fault } = found.get(own) ?? NOTHING;
      context.checked(checked);
      if (fault) throw fault;
      return [...violations, ...((await own.astray?.(context.reads)) ?? [])];
    },
  }));
}

/** What one check has found in the rounds so far. */
interface Found {
  readonly checked: number;
  readonly violations: readonly Violation[];
  /** Why it could not be made: that is its own failure and no other check's. */
  readonly fault?: Error;
}

const NOTHING: Found = { checked: 0, violations: [] };

async function walk(
  { reads, registry }: InvariantContext,
  checks: readonly RoundCheck[],
): Promise<ReadonlyMap<RoundCheck, Found>> {
  const found = new Map(checks.map((check) => [check, NOTHING]));
  const page = pagesOf(reads, 'review_rounds');
  const look = (ids: readonly string[]): Promise<readonly StoredRound[]> => roundsOf(reads, registry, ids);
  for (let ids = await page(''); ids.length > 0; ids = await page(ids.at(-1) ?? '')) {
    const going = checks.filter((check) => goesOn(found.get(check) ?? NOTHING));
    if (going.length === 0) break;
    const judges = new Map<RoundCheck, Judge | Error>();
    for (const check of going) judges.set(check, await orFault(() => check.gather(reads, ids)));
    const rounds = await look(ids);
    for (const check of going) {
      const judge = judges.get(check);
      const violations =
        typeof judge === 'function'
          ? await orFault(() =>
              judgedTwice(
                () => judge(rounds),
                () => again(check, reads, ids, look),
              ),
            )
          : (judge ?? []);
      found.set(check, withMore(found.get(check) ?? NOTHING, ids.length, violations));
    }
  }
  return found;
}

function goesOn({ violations, fault }: Found): boolean {
  return fault === undefined && violations.length < MOST_VIOLATIONS;
}

function withMore({ checked, violations }: Found, more: number, found: readonly Violation[] | Error): Found {
  if (found instanceof Error) return { checked: checked + more, violations, fault: found };
  return { checked: checked + more, violations: [...violations, ...found] };
}

/** The first look is that of all checks; a second one, where something seems wrong, is the check's own and of this moment. */
function judgedTwice(
  first: () => readonly Violation[],
  second: () => Promise<readonly Violation[]>,
): Promise<readonly Violation[]> {
  let isFirst = true;
  return lookTwice(async () => {
    if (!isFirst) return second();
    isFirst = false;
    return first();
  });
}

async function again(
  { gather }: RoundCheck,
  reads: RowReader,
  ids: readonly string[],
  look: (ids: readonly string[]) => Promise<readonly StoredRound[]>,
): Promise<readonly Violation[]> {
  const judge = await gather(reads, ids);
  return judge(await look(ids));
}

async function orFault<Result>(work: () => Promise<Result>): Promise<Result | Error> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
