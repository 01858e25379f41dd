import type { Finding } from '../answer.types';
import type { Facts, Held } from '../facts';
import { heldBefore } from '../held-awards';
import { both } from '../three-valued';

/** What a run of awards must be. */
export interface AskedRun {
  readonly tier: string;
  readonly times: number;
  /** How many years before that of the achievement it may end; undefined: whenever. */
  readonly endsWithin: number | undefined;
  /** A tier of which an award comes before. */
  readonly since: string | undefined;
}

/** The run of years that comes nearest. */
export interface Run {
  readonly finding: Finding;
  readonly held: readonly Held[];
  /** Years of it for which no award is known, or none that is sure. */
  readonly lacking: readonly number[];
  readonly anchor: Held | undefined;
}

const NONE: Run = { finding: 'notMet', held: [], lacking: [], anchor: undefined };

/** The run that is proven, else the possible one that lacks least; the latest of equals. */
export function bestRun(facts: Facts, asked: AskedRun): Run {
  const held = facts.heldOf(asked.tier);
  let best = NONE;
  for (const last of lastYears(facts, asked, held)) {
    const run = runEndingIn(facts, asked, held, last);
    if (run.finding === 'met') return run;
    if (run.finding === 'notMet') continue;
    if (best.finding === 'notMet' || run.lacking.length < best.lacking.length) best = run;
  }
  return best;
}

/** The years in which it may end, from the latest; without a bound those that an award known to us belongs to, and one that none does. */
function lastYears(facts: Facts, { times, endsWithin }: AskedRun, held: readonly Held[]): readonly number[] {
  const earliest = held.reduce((first, { from }) => Math.min(first, from), facts.year);
  const span = endsWithin ?? facts.year - earliest + times;
  return Array.from({ length: span + 1 }, (_, back) => facts.year - back);
}

function runEndingIn(facts: Facts, { times, since }: AskedRun, held: readonly Held[], last: number): Run {
  const first = last - times + 1;
  if (first < facts.countsFromYear) return NONE;
  const proof: Held[] = [];
  const lacking: number[] = [];
  for (let year = first; year <= last; year += 1) {
    const sure = held.find(({ from, to, isSure }) => isSure && from === year && to === year);
    if (sure) proof.push(sure);
    else if (held.some(({ from, to }) => from <= year && year <= to) || !facts.isCompleteFromYear(year))
      lacking.push(year);
    else return NONE;
  }
  const finding = lacking.length === 0 ? 'met' : 'notProven';
  if (since === undefined) return { finding, held: proof, lacking, anchor: undefined };
  const anchor = heldBefore(facts, since, first);
  return { finding: both(finding, anchor.finding), held: proof, lacking, anchor: anchor.by };
}
