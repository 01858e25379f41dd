import type { LabelParams, RefusalEntry } from '../kernel';
import { fitsTurnout, opinionsIn, voterCount, writerCount, type Count } from './count';
import { countsOf } from './count.guards';
import type { ReviewCommand, ReviewContext } from './review.types';

/** What a guard says when it does not hold. */
export type Entry = RefusalEntry<ReviewContext, ReviewCommand>;

/** A refusal that can be told before anything is sent. */
export const known = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code,
  message: { vi, en },
  ...(params ? { params } : {}),
});

/** A refusal that looks at what is sent. */
export const input = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  ...known(code, vi, en, params),
  needsInput: true,
});

/** The day on which the round sits. */
export const meetsOn: Entry['params'] = (context) => ({ meetsOn: context.resumesOn ?? context.meetsOn });

/** A number for the sentence. */
export const count = (of: (context: ReviewContext, command: ReviewCommand) => number): Entry['params'] => {
  return (context, command) => ({ count: of(context, command) });
};

/** Both figures of the first count on which they do not agree. */
export function figures(
  of: (count: Count) => readonly [number, number],
  agree: (left: number, right: number) => boolean,
): Entry['params'] {
  return (context: ReviewContext, command: ReviewCommand) => {
    const pairs = countsOf(context, command).map(([, each]) => of(each));
    const [left, right] = pairs.find((pair) => !agree(...pair)) ?? [0, 0];
    return { left, right };
  };
}

/** The first count that is larger than the roll, and the roll. */
export function excess(context: ReviewContext, command: ReviewCommand): LabelParams {
  const found = countsOf(context, command).find(
    ([{ turnout, passRule }, each]) => turnout === null || !fitsTurnout(passRule, turnout, each),
  );
  const [item, each] = found ?? [];
  const turnout = item?.turnout;
  return {
    issued: each ? each.issued - (each.writtenAmong ?? 0) : 0,
    written: each ? opinionsIn(each) : 0,
    voters: turnout ? voterCount(turnout) : 0,
    writers: item && turnout ? writerCount(item.passRule, turnout) : 0,
  };
}
