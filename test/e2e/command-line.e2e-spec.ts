import { useTemporaryDirectory } from '../support/temporary-directory';
import { AppProcess, endProcesses, thidua } from './app-process';
import { ask } from './requests';

describe('the command line', () => {
  const directory = useTemporaryDirectory();
  afterEach(endProcesses);

  it('sets up a council of its own on the file that an API serves', async () => {
    const api = `${await new AppProcess({ directory: directory(), args: ['serve'] }).ready()}/api/v1`;
    const city = ['--name', 'UBND tỉnh Mẫu', '--kind', 'province', '--level', 'province', '--from', '2025-07-01'];
    const unitId = await printed('unit', 'add', 'TINH-MAU', ...city);
    const userId = await printed('user', 'add', 'quan-tri', '--unit', unitId);
    await printed('user', 'seat', userId, '--role', 'administrator', '--unit', unitId, '--from', '2025-07-01');
    const token = await printed('user', 'token', userId);
    const me = await ask(`${api}/me`, { token });
    expect(me.json).toMatchObject({ login: 'quan-tri', permissions: ['register.keep'] });
    const added = await ask(`${api}/units`, {
      token,
      body: {
        code: 'X-MAU',
        name: 'Xã Mẫu',
        kind: 'ward',
        level: 'commune',
        parentId: unitId,
        validFrom: '2025-07-01',
      },
    });
    expect(added.status).toBe(201);
    const again = await thidua(directory(), 'unit', 'add', 'TINH-MAU', ...city);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('UNIT.CODE_TAKEN') });
  });

  it('writes tallies and cases as a file for spreadsheets, and as JSON for programs', async () => {
    await thidua(directory(), 'migrate');
    const exported = (...args: readonly string[]) => thidua(directory(), 'export', ...args);
    const headings = expect.stringMatching(/^\uFEFF[^\r\n]+,[^\r\n]+\r\n$/) as unknown;
    expect(await exported('tally', '--by', 'tier,gender', '--language', 'en')).toMatchObject({
      code: 0,
      output: headings,
    });
    expect(await exported('cases')).toMatchObject({ code: 0, output: headings });
    const tally = await exported('tally', '--axis', 'decision', '--json');
    expect([tally.code, JSON.parse(tally.output)]).toMatchObject([0, { axis: 'decision', state: [], party: [] }]);
    const cases = await exported('cases', '--state', 'decided', '--json');
    expect([cases.code, JSON.parse(cases.output)]).toEqual([0, []]);
    const unknown = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f';
    expect(await exported('tally', '--campaign', unknown)).toMatchObject({ code: 1 });
    expect(await exported('tally', '--by', 'tier,weather')).toMatchObject({ code: 2 });
  });

  it('ends with 2, and without a stack, on what it cannot be asked', async () => {
    const wrong = [['fly'], ['user', 'seat', 'x', '--role', 'king', '--unit', 'x', '--from', '2025-07-01']];
    for (const { code, output } of await Promise.all(wrong.map((args) => thidua(directory(), ...args)))) {
      expect([code, output]).toEqual([2, expect.stringContaining('Usage: thidua')]);
      expect(output).not.toContain('    at ');
    }
  });

  /** The one line that a command prints. */
  async function printed(...args: readonly string[]): Promise<string> {
    const { code, output } = await thidua(directory(), ...args);
    expect([args, code, output]).toEqual([args, 0, expect.stringMatching(/^\S+\n$/)]);
    return output.trim();
  }
});
