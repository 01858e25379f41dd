import type { RowReader } from '../platform/persistence';
import { PlaceCodes } from './place-codes';

describe(PlaceCodes.name, () => {
  const UNITS = [
    { id: 'a', code: 'TINH' },
    { id: 'b', code: 'XA' },
    { id: 'c', code: 'TRUONG' },
  ];

  it('answers the codes from the root down, and asks for each unit once', async () => {
    const asked: unknown[] = [];
    const rows = {
      rows: (_: string, ids: readonly string[]) => {
        asked.push(ids);
        return Promise.resolve(UNITS.filter(({ id }) => ids.includes(id)).reverse());
      },
    } as unknown as RowReader;
    const places = new PlaceCodes();
    expect(await places.of(rows, '/a/b/')).toEqual(['TINH', 'XA']);
    expect(await places.of(rows, '/a/b/c/')).toEqual(['TINH', 'XA', 'TRUONG']);
    expect(await places.of(rows, '/a/c/')).toEqual(['TINH', 'TRUONG']);
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('forgets nobody: a unit that is not there yet is asked for again', async () => {
    const found: typeof UNITS = [];
    const rows = { rows: () => Promise.resolve(found) } as unknown as RowReader;
    const places = new PlaceCodes();
    expect(await places.of(rows, '/a/')).toEqual([]);
    found.push({ id: 'a', code: 'TINH' });
    expect(await places.of(rows, '/a/')).toEqual(['TINH']);
  });
});
