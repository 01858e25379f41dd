import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appInvariants } from '../../src/app/app-invariants';
import { reviewsInvariants } from '../../src/reviews';
import { ROOT } from './readme';

/** One promise of the page. */
interface Promised {
  readonly number: number;
  readonly tests: readonly (readonly [file: string, title: string])[];
  readonly checks: readonly string[];
}

const promises = promisesOf(readFileSync(join(ROOT, 'test/README.md'), 'utf8'));

describe('the page on promises', () => {
  it('names them in order', () => {
    expect(promises.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each(promises)('names tests of promise $number that there are', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, title] of tests) {
      expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
      expect([file, titlesOf(file)]).toEqual([file, expect.arrayContaining([title])]);
    }
  });

  it.each(promises)('names exactly the checks that stand for promise $number', ({ number, checks }) => {
    const there = [...appInvariants, ...reviewsInvariants(Buffer.alloc(32))].filter(
      ({ promise }) => promise === number,
    );
    expect([...checks].sort()).toEqual(there.map(({ name }) => name).sort());
  });
});

function promisesOf(page: string): readonly Promised[] {
  return page
    .split(/^## (?=\d)/m)
    .slice(1)
    .map((section) => ({
      number: Number.parseInt(section, 10),
      tests: [...section.matchAll(/^- `([^`]+)`: (.+)$/gm)].map(([, file = '', title = '']) => [file, title] as const),
      checks: [...(/^Checks: (.+)$/m.exec(section)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    }));
}

/** What the file calls its tests: what stands in quotes after `it(` or after a table of cases. */
function titlesOf(file: string): readonly string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(/(?:\bit\(|\)\()\s*(['"`])(.*?)\1,/g)].map(([, , title = '']) => title);
}
