import { instant } from '../../workflows/kernel';
import { readScenario } from './format/read-scenario';
import { Rehearsal } from './rehearsal';
import { StepFaultError } from './rehearsal.errors';
import type { RehearsalResult } from './rehearsal-result';
import { FakeWorld } from './testing/fake-world';

const START = instant('2024-01-02T01:00:00.000Z');

const HEAD = `title: Thử
synthetic: true
start: 2024-01-02 08:00
seed: thu
units:
  - { code: A, name: Đơn vị A, kind: district, level: district }
users:
  - { code: vpa, seats: [{ role: standingOffice, unit: A }] }
steps:
`;

const silent = { entry: () => undefined, progress: () => undefined };

function play(world: FakeWorld, steps: string): Promise<RehearsalResult> {
  return new Rehearsal(world, readScenario('thu.yaml', HEAD + steps), silent).run();
}

describe(Rehearsal.name, () => {
  let world: FakeWorld;

  beforeEach(() => {
    world = new FakeWorld(START);
  });

  it('fills the registers as the system, then signs the users in', async () => {
    await play(world, '  - { as: vpa, do: thing.open }\n');
    expect(world.sent.map(({ type, userId }) => [type, userId])).toEqual([
      ['unit.add', null],
      ['user.add', null],
      ['user.giveSeat', null],
      ['thing.open', 'id-2'],
    ]);
    expect(world.sent[2]).toMatchObject({ instanceId: 'id-2', input: { role: 'standingOffice', unitId: 'id-1' } });
    expect(world.signedIn).toEqual(['id-2']);
  });

  it('sends every command under an id of its own, the same in every run', async () => {
    await play(world, '  - { for: 1..3, as: vpa, do: thing.open }\n');
    const again = new FakeWorld(START);
    await play(again, '  - { for: 1..3, as: vpa, do: thing.open }\n');
    const ids = world.sent.map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(again.sent.map(({ commandId }) => commandId)).toEqual(ids);
  });

  it('sends what belongs together as one piece of work, names what came, and tells each that is not as expected', async () => {
    const sendMany = jest.spyOn(world.commands, 'sendMany');
    world.answer = ({ type, instanceId }) =>
      type === 'thing.go' && instanceId === 'id-5' ? { outcome: 'forbidden', permissions: ['x'] } : undefined;
    const result = await play(
      world,
      `  - { for: 1..3, as: vpa, do: thing.open, ref: t$it, together: true }
  - { for: 1..3, as: vpa, do: thing.go, on: $t$it, together: true }
`,
    );
    expect(sendMany.mock.calls.map(([commands]) => commands.length)).toEqual([3, 3]);
    expect(world.sent.slice(6).map(({ instanceId }) => instanceId)).toEqual(['id-4', 'id-5', 'id-6']);
    expect(result).toMatchObject({ accepted: 5, refused: 1, failures: [{ line: 11 }] });
  });

  it('gives the name of a part to what a command added', async () => {
    world.answer = ({ type }) => {
      if (type === 'thing.add') world.parts = [...world.parts, { id: `part-${world.parts.length}`, names: ['x'] }];
      return undefined;
    };
    await play(
      world,
      `  - { as: vpa, do: thing.open, ref: t }
  - { as: vpa, do: thing.add, on: $t, ref: first }
  - { as: vpa, do: thing.add, on: $t, ref: second }
  - { as: vpa, do: thing.use, on: $t, with: { ids: [$second, $first, $t/x], made: $uuid/word } }
`,
    );
    expect(world.sent.at(-1)?.input).toEqual({
      ids: ['part-1', 'part-0', 'part-0'],
      made: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('sends numbers as text where the form wants text, under the same id', async () => {
    world.answer = ({ input }) =>
      (input as { value?: unknown }).value === 7000
        ? {
            outcome: 'problem',
            code: 'HTTP.INVALID_REQUEST',
            message: '',
            reasons: [{ code: 'DECIMAL_TEXT', message: { vi: 'chữ', en: 'text' }, field: 'value' }],
          }
        : undefined;
    const result = await play(world, '  - { as: vpa, do: thing.open, with: { value: 7000, count: 3 } }\n');
    const [first, second] = world.sent.slice(-2);
    expect(second).toEqual({ ...first, input: { value: '7000', count: 3 } });
    expect(result).toMatchObject({ ok: true, accepted: 1 });
  });

  it('counts what is refused as expected, and names what is not', async () => {
    world.answer = ({ type }) =>
      type === 'thing.close'
        ? { outcome: 'refused', reasons: [{ code: 'THING.BUSY', message: { vi: 'Còn 2 việc.', en: '2 left.' } }] }
        : undefined;
    const result = await play(
      world,
      `  - { as: vpa, do: thing.open, ref: t }
  - { as: vpa, do: thing.close, on: $t, expect: { refused: THING.BUSY, sentence: 2 việc } }
  - { as: vpa, do: thing.close, on: $t, expect: { refused: [THING.BUSY, THING.OTHER] } }
  - { as: vpa, do: thing.close, on: $t }
`,
    );
    expect(result).toMatchObject({ ok: false, accepted: 1, refused: 3, steps: 4 });
    expect(result.failures.map(({ line }) => line)).toEqual([12, 13]);
  });

  it('tells of jobs that failed, which nobody waits for', async () => {
    world.failedJobs = ['tally-campaign: Error: no'];
    const { failures } = await play(world, '  - { as: vpa, do: thing.open }\n');
    expect(failures).toEqual([
      { file: 'thu.yaml', line: 10, message: 'Tác vụ nền chưa xong: tally-campaign: Error: no' },
    ]);
  });

  it('tells of every promise that the data breaks', async () => {
    const { failures } = await play(world, '  - expect: { verify: clean }\n');
    expect(failures.map(({ message }) => message)).toEqual(['verify chain: campaign 1: is broken']);
  });

  it('stops at a fault of the application and says at which step', async () => {
    world.answer = ({ type }) => {
      if (type === 'thing.break') throw new TypeError('no table');
      return undefined;
    };
    const playing = play(world, '  - { as: vpa, do: thing.open }\n  - { as: vpa, do: thing.break }\n');
    await expect(playing).rejects.toThrow(StepFaultError);
    await expect(playing).rejects.toThrow(/^thu\.yaml:11: TypeError: no table/);
  });
});
