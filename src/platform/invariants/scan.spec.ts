import { createRegistry, instant } from '../../../workflows/kernel';
import { sha256 } from '../crypto/sha256';
import type { ReadDatabase } from '../persistence/unit-of-work.port';
import type { InvariantContext, Violation } from './invariant';
import { lookTwice, MOST_VIOLATIONS, scan } from './scan';

const violation = (subject: string, message = 'is broken'): Violation => ({ subject, message });

function aContext(): { readonly context: InvariantContext; readonly counts: number[] } {
  const counts: number[] = [];
  const context: InvariantContext = {
    reads: {} as ReadDatabase,
    registry: createRegistry([], sha256),
    now: instant('2024-01-19T07:00:00.000Z'),
    checked: (count) => counts.push(count),
  };
  return { context, counts };
}

/** Pages through these ids, so many at a time. */
const pages =
  (ids: readonly string[], size: number) =>
  (after: string): Promise<readonly string[]> =>
    Promise.resolve(ids.filter((id) => id > after).slice(0, size));

describe(scan.name, () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  it('goes through all things page by page and says how many there were', async () => {
    const { context, counts } = aContext();
    const seen: string[] = [];
    const judge = (page: readonly string[]): Promise<readonly Violation[]> => {
      seen.push(...page);
      return Promise.resolve([]);
    };
    expect(await scan(context, { page: pages(ids, 2), judge })).toEqual([]);
    expect(seen).toEqual(ids);
    expect(counts).toEqual([2, 2, 1]);
  });

  it('collects what every page finds', async () => {
    const judge = (page: readonly string[]): Promise<readonly Violation[]> =>
      Promise.resolve(page.filter((id) => id !== 'c').map((id) => violation(id)));
    const found = await scan(aContext().context, { page: pages(ids, 2), judge });
    expect(found.map(({ subject }) => subject)).toEqual(['a', 'b', 'd', 'e']);
  });

  it('stops when there is more than anybody reads', async () => {
    const many = Array.from({ length: MOST_VIOLATIONS }, (_, index) => violation(String(index)));
    const { context, counts } = aContext();
    await scan(context, { page: pages(ids, 2), judge: () => Promise.resolve(many) });
    expect(counts).toEqual([2]);
  });
});

describe(lookTwice.name, () => {
  const looks = (...answers: readonly (readonly Violation[])[]): (() => Promise<readonly Violation[]>) => {
    const left = [...answers];
    return () => Promise.resolve(left.shift() ?? []);
  };

  it('forgets what was only the look of a moment', async () => {
    const found = await lookTwice(looks([violation('a'), violation('b')], [violation('b'), violation('c')]));
    expect(found).toEqual([violation('b')]);
  });

  it('keeps nothing that is wrong in another way the second time', async () => {
    expect(await lookTwice(looks([violation('a', 'is at 3')], [violation('a', 'is at 4')]))).toEqual([]);
  });

  it('looks once where all is well', async () => {
    expect(await lookTwice(looks([], [violation('a')]))).toEqual([]);
  });
});
