import type { InvariantContext, Violation } from './invariant';

/** Things looked at in one batch. */
export const BATCH = 100;

/** From here on a check stops: more would say no more. */
export const MOST_VIOLATIONS = 1_000;

/** How a check goes through things by their ids. */
export interface Scan {
  /** The next ids after this one, in order, at most `BATCH`; from the first one on after `''`. */
  readonly page: (after: string) => Promise<readonly string[]>;
  /** What is wrong with these things, all read anew. */
  readonly judge: (ids: readonly string[]) => Promise<readonly Violation[]>;
}

/** Goes through all things batch by batch and answers what is wrong with them. */
export async function scan(context: InvariantContext, { page, judge }: Scan): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (let ids = await page(''); ids.length > 0; ids = await page(ids.at(-1) ?? '')) {
    const batch = ids;
    context.checked(batch.length);
    found.push(...(await lookTwice(() => judge(batch))));
    if (found.length >= MOST_VIOLATIONS) break;
  }
  return found;
}

/**
 * What is wrong now and a moment later. A command may commit between two reads of one look and make them disagree;
 * what is really broken is broken in the same way when it is read again.
 */
export async function lookTwice(look: () => Promise<readonly Violation[]>): Promise<readonly Violation[]> {
  const first = await look();
  if (first.length === 0) return first;
  const seen = new Set(first.map(keyOf));
  return (await look()).filter((violation) => seen.has(keyOf(violation)));
}

function keyOf({ subject, message }: Violation): string {
  return `${subject}\n${message}`;
}
