import { SystemRandomness } from '../platform/ids';
import type { RowReader } from '../platform/persistence';
import { maskOf, NationalIds } from './national-ids';

/** People who are kept with numbers of these masks. */
function register(masks: readonly string[], salt: string | null = 'ab'): RowReader {
  const rows = (sql: string, params: readonly unknown[] = []): Promise<never[]> => {
    const salts = salt === null ? [] : [{ salt }];
    const known = masks.filter((mask) => params.includes(mask)).map((mask) => ({ mask }));
    return Promise.resolve((sql.includes('identity_salts') ? salts : known) as never[]);
  };
  return { rows } as unknown as RowReader;
}

describe(NationalIds.name, () => {
  const numbers = new NationalIds(new SystemRandomness());
  const [first, second] = ['031180000111', '031180000222'] as const;

  it('hashes no number that nobody kept can have, by what is shown of it', async () => {
    const hashes = await numbers.hashesKept(register([maskOf(second)]), [first, second, second]);
    expect([...hashes]).toEqual([[second, expect.stringMatching(/^[0-9a-f]{64}$/)]]);
  });

  it('hashes nothing as long as no number is kept', async () => {
    expect(await numbers.hashesKept(register([], null), [first, second])).toEqual(new Map());
  });
});
