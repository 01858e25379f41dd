import { ScenarioFileError, type FileProblem } from '../rehearsal.errors';
import type { CommandStep, Scenario, Step } from '../scenario';
import { Placeholder } from './data';
import { readScenario } from './read-scenario';

const HEAD = `title: Thử
synthetic: true
start: 2024-01-02 08:00
seed: thu
units:
  - { code: A, name: Đơn vị A, kind: district, level: district }
  - { code: B1, name: Đơn vị B1, kind: ward, level: commune, parent: A }
  - { code: B2, name: Đơn vị B2, kind: ward, level: commune, parent: A }
users:
  - { code: vp, seats: [{ role: standingOffice, unit: A }] }
steps:
`;

/** Line of the first step. */
const FIRST = HEAD.split('\n').length;

const read = (steps: string): Scenario => readScenario('thu.yaml', HEAD + steps);

const stepsOf = (steps: string): readonly Step[] => read(steps).steps;

const commandsOf = (steps: string): readonly CommandStep[] =>
  stepsOf(steps).filter((step): step is CommandStep => step.kind === 'command');

function problemsOf(content: string): readonly FileProblem[] {
  try {
    readScenario('thu.yaml', content);
  } catch (error) {
    if (error instanceof ScenarioFileError) return error.problems;
    throw error;
  }
  return [];
}

const problemsIn = (steps: string): readonly string[] =>
  problemsOf(HEAD + steps).map(({ line, reason }) => `${line - FIRST + 1}: ${reason}`);

describe(readScenario.name, () => {
  it('reads title, start in Vietnam, seed and registers', () => {
    const scenario = read('  - { advance: 2 days }\n');
    expect(scenario).toMatchObject({
      file: 'thu.yaml',
      title: 'Thử',
      isSynthetic: true,
      start: '2024-01-02T01:00:00.000Z',
      seed: 'thu',
      steps: [{ kind: 'pause', at: '2024-01-04T01:00:00.000Z' }],
    });
    expect([...scenario.roles]).toEqual([['vp', ['standingOffice']]]);
    expect(scenario.setUp.map(({ do: type, ref, as }) => [type, ref, as])).toEqual([
      ['unit.add', 'A', 'system'],
      ['unit.add', 'B1', 'system'],
      ['unit.add', 'B2', 'system'],
      ['user.add', 'vp', 'system'],
      ['user.giveSeat', null, 'system'],
    ]);
    expect(scenario.setUp[1]?.input).toEqual({
      code: 'B1',
      name: 'Đơn vị B1',
      kind: 'ward',
      level: 'commune',
      parentId: new Placeholder({ name: 'A', part: null, line: 7 }),
      validFrom: '2024-01-02',
    });
  });

  it('takes values as they are written, so that no figure is rounded', () => {
    const [step] = commandsOf(`  - as: vp
    do: thing.open
    with: { a: 7000, b: 36694.6, c: 07, d: '7', e: true, f: null, g: 0.10, h: -3, i: $$A, j: 12345678901234567890, k: }
`);
    expect(step?.input).toEqual({
      a: 7000,
      b: '36694.6',
      c: '07',
      d: '7',
      e: true,
      f: null,
      g: '0.10',
      h: -3,
      i: '$A',
      j: '12345678901234567890',
      k: null,
    });
  });

  it('repeats a step over a range, as wide as its first number', () => {
    const steps = commandsOf("  - { for: 08..10, as: vp, do: thing.open, ref: t$it, with: { code: '$it' } }\n");
    expect(steps.map(({ ref, input }) => [ref, input.code])).toEqual([
      ['t08', '08'],
      ['t09', '09'],
      ['t10', '10'],
    ]);
  });

  it('repeats a step over tables, and takes what may be missing for null', () => {
    const steps = commandsOf(`  - for: [{ b: 1, c: [x] }, { b: 2 }]
    as: vp
    do: thing.open
    ref: t\${it.b}x
    with: { whole: $it.c?, text: Số $it.b, unit: $B$it.b }
`);
    expect(steps.map(({ ref, input }) => [ref, input.whole, input.text])).toEqual([
      ['t1x', ['x'], 'Số 1'],
      ['t2x', null, 'Số 2'],
    ]);
    expect(steps[1]?.input.unit).toEqual(new Placeholder(expect.objectContaining({ name: 'B2' }) as never));
  });

  it('makes lists of each, one inside the other', () => {
    const [step] = commandsOf(`  - as: vp
    do: thing.open
    with:
      plain: { each: 1..2, value: n$it }
      mixed: [a, { each: [b, c], value: $it }, d]
      nested: { each: [{ n: 1, l: [x, y] }, { n: 2, l: [z] }], value: { n: $it.n, l: { each: $it.l, value: $it-$it } } }
`);
    expect(step?.input).toEqual({
      plain: ['n1', 'n2'],
      mixed: ['a', 'b', 'c', 'd'],
      nested: [
        { n: 1, l: ['x-x', 'y-y'] },
        { n: 2, l: ['z-z'] },
      ],
    });
  });

  it('writes votes out as one command for each member and item', () => {
    const steps = commandsOf(`  - { as: vp, do: review.schedule, ref: phien }
  - { as: vp, do: award.draft, ref: c1 }
  - { as: vp, do: award.draft, ref: c2 }
  - votes: $phien
    papers: [{ by: vp, inFavour: [$c1], abstained: $c2 }]
`);
    expect(steps.slice(3).map(({ as, do: type, on, input }) => [as, type, on?.name, input])).toEqual([
      ['vp', 'review.cast', 'phien', expect.objectContaining({ choice: 'inFavour' })],
      ['vp', 'review.cast', 'phien', expect.objectContaining({ choice: 'abstained' })],
    ]);
    expect(steps[4]?.input.itemId).toMatchObject({ reference: { name: 'phien', part: 'c2' } });
  });

  it('lets a step without a time follow the one before at once', () => {
    const steps = stepsOf(`  - at: 2024-01-05 10:00
  - { as: vp, do: thing.open }
  - { advance: 90 minutes, as: vp, do: thing.open }
`);
    expect(steps.map(({ at }) => at)).toEqual([
      '2024-01-05T03:00:00.000Z',
      '2024-01-05T03:00:00.000Z',
      '2024-01-05T04:30:00.000Z',
    ]);
  });

  it('names everything that is wrong with the head at once', () => {
    expect(problemsOf('title: Thử\nsynthetic: perhaps\nstart: 2024-02-30 08:00\ncolour: red\nsteps: []\n')).toEqual([
      { file: 'thu.yaml', line: 1, reason: '"seed" is missing' },
      { file: 'thu.yaml', line: 2, reason: '"perhaps" is none of true, false' },
      { file: 'thu.yaml', line: 3, reason: '"2024-02-30" is not a calendar day' },
      { file: 'thu.yaml', line: 4, reason: expect.stringMatching(/^"colour" is an unknown key; the keys are title, /) },
    ]);
  });

  it('names what YAML itself does not allow', () => {
    expect(problemsOf('title: a\ntitle: b\n')).toEqual([
      { file: 'thu.yaml', line: 2, reason: expect.stringContaining('unique') },
    ]);
  });

  it.each([
    ['an unknown key', '  - { as: vp, do: a.b, when: now }\n', /^1: "when" is an unknown key/],
    ['a step that is no step', '  - { note: Chỉ ghi chú }\n', /^1: a step needs/],
    [
      'a time before the one before',
      '  - at: 2024-01-03 08:00\n  - at: 2024-01-02 09:00\n',
      /^2: is earlier than the step before/,
    ],
    ['two times', '  - { at: 2024-01-03 08:00, advance: 1 day }\n', /^1: give "at" or "advance"/],
    ['a span that is none', '  - { advance: soon }\n', /^1: "soon" is not a time like/],
    [
      'a name that nothing has',
      '  - { as: vp, do: a.b, on: $nothing }\n',
      /^1: nothing before this has the name "nothing"/,
    ],
    [
      'a name that comes later',
      '  - { as: vp, do: a.b, on: $x }\n  - { as: vp, do: a.c, ref: x }\n',
      /^1: nothing before this/,
    ],
    ['a name that is taken', '  - { as: vp, do: a.b, ref: B1 }\n', /^1: the name "B1" is taken/],
    ['a name that is none', '  - { as: vp, do: a.b, ref: phong trào }\n', /^1: "phong trào" is no name/],
    ['the name that no thing may have', '  - { as: vp, do: a.b, ref: uuid }\n', /^1: "uuid" is no name of anything/],
    ['a stranger', '  - { as: ai, do: a.b }\n', /^1: there is no user "ai"/],
    ['a broken use of a name', "  - { as: vp, do: a.b, with: { x: '$B 1' } }\n", /^1: "\$B 1" is not a name like/],
    ['a range that runs backwards', '  - { for: 3..1, as: vp, do: a.b }\n', /^1: has -1 members/],
    [
      'a member that is missing',
      '  - { for: [{ b: 1 }], as: vp, do: a.b, with: { x: $it.c } }\n',
      /^1: \$it has no "c"/,
    ],
    [
      'a table inside a text',
      '  - { for: [{ b: 1 }], as: vp, do: a.b, with: { x: n$it } }\n',
      /^1: \$it is not a single value/,
    ],
    [
      'an outcome that is none',
      '  - { as: vp, do: a.b, expect: fine }\n',
      /^1: "fine" is none of accepted, forbidden, stale/,
    ],
    ['an expectation that is none', '  - expect: { colours: [] }\n', /^1: "colours" is an unknown key/],
    ['an outcome without a command', '  - expect: accepted\n', /^1: must have keys: states/],
    [
      'a state of what nothing has',
      '  - expect: { states: { $x: open } }\n',
      /^1: nothing before this has the name "x"/,
    ],
    [
      'votes on nothing',
      '  - { votes: $phien, papers: [{ by: vp, inFavour: $A }] }\n',
      /^1: nothing before this has the name "phien"/,
    ],
  ])('refuses %s, with its line', (_, steps, problem) => {
    const problems = problemsIn(steps);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  it('tells a mistake in a repeated step once', () => {
    expect(problemsIn('  - { for: 1..9, as: vp, do: a.b, when: now }\n')).toHaveLength(1);
  });

  it('wants a unit after its parent', () => {
    const swapped = HEAD.replace('code: B1,', 'code: C,').replace('parent: A }', 'parent: B2 }');
    expect(problemsOf(`${swapped}  - at: 2024-01-03 08:00\n`)).toEqual([
      { file: 'thu.yaml', line: 7, reason: 'nothing before this has the name "B2"' },
    ]);
  });
});
