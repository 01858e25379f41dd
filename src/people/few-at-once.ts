import { inChunks } from '../platform/persistence';

/** Does work for each item, at most so many at a time; answers in the order of the items. Throws what the first failure throws. */
export async function fewAtOnce<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const some of inChunks(items, most)) results.push(...(await Promise.all(some.map(work))));
  return results;
}
