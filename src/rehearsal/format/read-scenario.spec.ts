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

  it('repeats a step over every combination of a table of lists', () => {
    const steps = commandsOf(`  - for: { x: 1..2, y: [a, b], z: c }
    as: vp
    do: thing.open
    ref: t.$it.x.$it.y$it.z
`);
    expect(steps.map(({ ref }) => ref)).toEqual(['t.1.ac', 't.1.bc', 't.2.ac', 't.2.bc']);
  });

  it('hands the outer member to the combinations inside', () => {
    const [, second] = commandsOf(`  - for: 1..2
    as: vp
    do: thing.open
    with: { list: { each: { x: $it, y: 1..2 }, value: $it.x-$it.y } }
`);
    expect(second?.input.list).toEqual(['2-1', '2-2']);
  });

  it('draws the same from the same seed, within the span and with its digits', () => {
    const drawn = (seed: string): readonly unknown[] =>
      readScenario(
        'thu.yaml',
        `${HEAD.replace('seed: thu', `seed: ${seed}`)}  - for: 1..40
    as: vp
    do: thing.open
    with: { word: { drawn: [x, y, { z: 1 }] }, value: { drawn: 92.5..93.25 }, whole: { drawn: -1..1 } }
`,
      ).steps.map((step) => (step.kind === 'command' ? step.input : null));
    expect(drawn('a')).toEqual(drawn('a'));
    expect(drawn('a')).not.toEqual(drawn('b'));
    const inputs = drawn('a') as readonly { word: unknown; value: string | number; whole: number }[];
    expect(new Set(inputs.map(({ word }) => JSON.stringify(word)))).toEqual(new Set(['"x"', '"y"', '{"z":1}']));
    expect(new Set(inputs.map(({ whole }) => whole))).toEqual(new Set([-1, 0, 1]));
    for (const { value } of inputs) {
      expect(String(value)).toMatch(/^9[23](\.\d{1,2})?$/);
      expect(Number(value) >= 92.5 && Number(value) <= 93.25).toBe(true);
    }
  });

  it('makes up what generated entries leave out, nobody twice, the same for the same seed', () => {
    const content = HEAD.replace(
      'users:',
      `  - { generate: 01..30, code: X$it, kind: ward, level: commune, parent: A }
people:
  - { generate: { x: 01..30, n: 1..9 }, code: p.$it.x.$it.n, unit: X$it.x }
  - { generate: 1..1, code: named, name: Cá nhân 01, unit: A }
users:`,
    );
    const made = (): readonly CommandStep[] => readScenario('thu.yaml', `${content}  - { advance: 1 day }\n`).setUp;
    expect(made()).toEqual(made());
    const people = made().filter(({ do: type }) => type === 'person.add');
    expect(people).toHaveLength(271);
    const known = people.map(({ input }) => JSON.stringify([input.name, input.birthday]));
    expect(new Set(known).size).toBe(271);
    for (const { input } of people.slice(0, 270)) {
      expect(input).toMatchObject({
        name: expect.stringMatching(/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u),
        birthday: expect.stringMatching(/^(19[6-9]\d|200[01])-\d\d-\d\d$/),
        gender: expect.stringMatching(/^(fe)?male$/),
      });
    }
    expect(people.at(-1)?.input.name).toBe('Cá nhân 01');
    const names = made().flatMap(({ do: type, input }) => (type === 'unit.add' ? [input.name] : []));
    expect(new Set(names).size).toBe(33);
  });

  it('sends what belongs together as one step', () => {
    const [step, ...others] = stepsOf(`  - { for: 1..3, as: vp, do: thing.open, ref: t$it, together: true }\n`);
    expect(others).toEqual([]);
    expect(step).toMatchObject({ kind: 'batch', commands: [{ ref: 't1' }, { ref: 't2' }, { ref: 't3' }] });
  });

  it('tells a remark on a repeated step once', () => {
    const steps = stepsOf('  - { for: 1..3, as: vp, do: thing.open, note: Bắt đầu }\n');
    expect(steps.map(({ note }) => note)).toEqual(['Bắt đầu', null, null]);
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

  it('takes no merged keys', () => {
    expect(problemsIn('  - { as: vp, do: a.b, with: { <<: &a { b: 1 } } }\n')).toEqual([
      expect.stringMatching(/^1: "<<" is not taken/),
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
      'commands of two moments that belong together',
      '  - { for: 1..2, advance: 1 day, as: vp, do: a.b, together: true }\n',
      /^1: "together" is for commands of one moment/,
    ],
    [
      'more combinations than anybody means',
      '  - { for: { x: 1..200, y: 1..200 }, as: vp, do: a.b }\n',
      /^1: has none or more than 20000 combinations/,
    ],
    [
      'a draw from nothing',
      '  - { as: vp, do: a.b, with: { x: { drawn: [] } } }\n',
      /^1: "drawn" takes a list, or a span/,
    ],
    [
      'a span that runs backwards',
      '  - { as: vp, do: a.b, with: { x: { drawn: 2..1 } } }\n',
      /^1: a span runs from the smaller value/,
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

  it('makes no names up in a file that does not say that they are', () => {
    const content = HEAD.replace('synthetic: true', 'synthetic: false').replace(
      'users:',
      '  - { generate: 1..2, code: X$it, kind: ward, level: commune, parent: A }\nusers:',
    );
    expect(problemsOf(`${content}  - { advance: 1 day }\n`)).toEqual([
      { file: 'thu.yaml', line: 9, reason: '"generate" makes names up: the file must say "synthetic: true"' },
    ]);
  });

  it('wants a unit after its parent', () => {
    const swapped = HEAD.replace('code: B1,', 'code: C,').replace('parent: A }', 'parent: B2 }');
    expect(problemsOf(`${swapped}  - at: 2024-01-03 08:00\n`)).toEqual([
      { file: 'thu.yaml', line: 7, reason: 'nothing before this has the name "B2"' },
    ]);
  });
});
