import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from '../../config';
import { RulebookFilesError } from '../../src/rulebooks';
import { releaseOf } from '../../src/rulebooks/release-of';

/** The delivered files by name, such as `rulebooks/r2.yaml`. */
const DELIVERED: Readonly<Record<string, string>> = Object.fromEntries(
  (['rulebooks', 'calendar'] as const).flatMap((folder) =>
    readdirSync(configFolder(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`${folder}/${name}`, readFileSync(join(configFolder(folder), name), 'utf8')]),
  ),
);

const load = (files: Readonly<Record<string, string>>) =>
  releaseOf(Object.entries(files).map(([name, text]) => ({ name, text })));

/** The delivered files with one text changed where it first stands below the comment at the top; and its line. */
function changed(name: string, from: string, to: string) {
  const text = DELIVERED[name] ?? '';
  const offset = text.indexOf(from, text.indexOf('\nkind: '));
  if (offset < 0) throw new Error(`${name} does not hold "${from}"`);
  const before = text.slice(0, offset);
  return {
    files: { ...DELIVERED, [name]: before + to + text.slice(offset + from.length) },
    line: before.split('\n').length,
  };
}

/** The file and the regimes: what is wrong with a row does not hang on layers and calendars, and fewer files are read sooner. */
function withRegimes(files: Readonly<Record<string, string>>, file: string) {
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => /^rulebooks\/r\d\.yaml$/.test(name) || name === `rulebooks/${file}.yaml`),
  );
}

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  try {
    load(files);
  } catch (error) {
    if (!(error instanceof RulebookFilesError)) throw error;
    expect(error.code).toBe('RULEBOOK.FILES_INVALID');
    return error.problems.map(({ file, line, path, reason }) => `${file}:${line} ${path}: ${reason}`);
  }
  return [];
}

describe('releaseOf', () => {
  it.each<[string, string, string, string, string, number]>([
    ['an unknown key', 'r2', 'family: state', 'familie: state', 'tiers[0].familie: is an unknown key', 0],
    [
      'a missing citation',
      'r2',
      '    citation: Luật 06/2022/QH15, Điều 19 và Điều 24\n',
      '',
      'tiers[0].citation: is missing',
      -8,
    ],
    [
      'an empty citation',
      'r2',
      'citation: Luật 06/2022/QH15, Điều 19 và Điều 24',
      'citation:',
      'tiers[0].citation: must be a text that is not empty',
      0,
    ],
    [
      'a fraction written as a decimal',
      'r2',
      '4/5',
      '0.8',
      'tiers[1].vote.threshold.fraction: "0.8" is not a fraction like 2/3',
      0,
    ],
    [
      'a fraction over nothing',
      'r2',
      '4/5',
      '4/0',
      'tiers[1].vote.threshold.fraction: A fraction cannot have the denominator 0',
      0,
    ],
    [
      'a share above the whole',
      'r2',
      '4/5',
      '5/4',
      'tiers[1].vote.threshold: atLeast 5/4 is no share that can be reached',
      0,
    ],
    [
      'an unknown status',
      'r2',
      'status: verified',
      'status: sure',
      'status: "sure" is none of verified, secondary, unverified',
      0,
    ],
    [
      'dates that overlap',
      'r2',
      '2024-01-01',
      '2023-12-31',
      'effectiveFrom: its dates overlap vn-r1 (2017-10-01 to 2023-12-31)',
      0,
    ],
    [
      'a day that does not exist',
      'r2',
      '2025-06-30',
      '2025-06-31',
      'effectiveTo: "2025-06-31" is not a calendar day',
      0,
    ],
    [
      'an end before the beginning',
      'r1',
      '2023-12-31',
      '2017-01-01',
      'effectiveTo: ends before it begins on 2017-10-01',
      0,
    ],
    [
      'a code that stands twice',
      'r2',
      '- code: HC_HCM',
      '- code: HC_SAO_VANG',
      'tiers[16].code: another tier has the code HC_SAO_VANG',
      0,
    ],
    [
      'an unknown level',
      'r2',
      '[unit, commune, district]',
      '[unit, ward]',
      'tiers[0].deciders.levels[1]: "ward" is none of state, province',
      0,
    ],
    [
      'a coefficient with a comma',
      'r2',
      'coefficient: 0.3',
      'coefficient: 0,3',
      'tiers[0].prize.coefficient: "0,3" is not a decimal',
      0,
    ],
    [
      'a word for yes',
      'r2',
      'publicity: false',
      'publicity: no',
      'council.route.publicity: "no" is none of true, false',
      0,
    ],
    [
      'a list that is none',
      'r2',
      'levels: [unit, commune, district]',
      'levels: unit',
      'tiers[0].deciders.levels: must be a list',
      0,
    ],
    [
      'a text where keys belong',
      'r2',
      'name: { vi: Lao động tiên tiến, en: Advanced worker }',
      'name: LĐTT',
      'tiers[0].name: must have keys',
      0,
    ],
    [
      'a rulebook that goes on with none',
      'r4',
      'continues: vn-r3',
      'continues: vn-r9',
      'continues: there is no rulebook vn-r9',
      0,
    ],
    [
      'money with a point',
      'base-salaries',
      '2340000',
      '2340000.5',
      'baseSalaries[2].amount: "2340000.5" is not an amount',
      0,
    ],
    [
      'two base salaries from one day',
      'base-salaries',
      'from: 2024-07-01',
      'from: 2023-07-01',
      'baseSalaries[2].from: another base salary begins on 2023-07-01',
      0,
    ],
    [
      'an unknown recipient',
      'reminders',
      'standingOffice]',
      'everybody]',
      'reminders[2].recipients[2]: "everybody" is none of unitHead',
      0,
    ],
    [
      'a time that is none',
      'reminders',
      "'08:00'",
      "'24:00'",
      'reminders[0].localTime: "24:00" is not a time of day',
      0,
    ],
    [
      'an offset of half a day',
      'reminders',
      '-7,',
      '-0.5,',
      'reminders[0].offsetsDays[0]: "-0.5" is not a whole number',
      0,
    ],
  ])('refuses %s', (_, file, from, to, problem, lineOffset) => {
    const { files, line } = changed(`rulebooks/${file}.yaml`, from, to);
    const [first = '', ...others] = problemsOf(withRegimes(files, file));
    expect(first).toContain(`rulebooks/${file}.yaml:${line + lineOffset} ${problem}`);
    // An unknown key leaves the right one missing; nothing else follows from one mistake.
    expect(others.filter((other) => !other.endsWith('is missing'))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['a day off at a weekend', '2026-01-01', '2026-01-03', 'daysOff[0].date: 2026-01-03 is a Saturday or Sunday'],
    ['a day of another year', '2026-01-01', '2025-01-01', 'daysOff[0].date: 2025-01-01 is not in 2026'],
    ['a day that stands twice', '2026-02-17', '2026-02-16', 'daysOff[3].date: 2026-02-16 stands here twice'],
    ['a swap to a weekday', '2026-08-22', '2026-08-21', 'swappedWorkingDays[1].date: 2026-08-21 is no Saturday'],
  ])('refuses %s', (_, from, to, problem) => {
    const { files, line } = changed('calendar/vn-2026.yaml', from, to);
    expect(problemsOf(files)).toEqual([expect.stringContaining(`calendar/vn-2026.yaml:${line} ${problem}`)]);
  });

  it.each<[string, string[], string]>([
    ['one year', ['2023'], '2024: 2023 has no file, though 2022 and 2024 have one'],
    ['years', ['2023', '2024'], '2025: 2023 to 2024 have no file, though 2022 and 2025 have one'],
  ])('refuses a calendar that leaves out %s', (_, without, problem) => {
    const files = Object.entries(DELIVERED).filter(([name]) => !without.some((year) => name.includes(`vn-${year}`)));
    const [year = '', reason = ''] = problem.split(': ');
    expect(problemsOf(Object.fromEntries(files))).toEqual([`calendar/vn-${year}.yaml:7 year: ${reason}`]);
  });

  it('refuses a year that does not say whether it is complete', () => {
    const { files } = changed('calendar/vn-2026.yaml', 'isComplete: true\n', '');
    expect(problemsOf(files)).toEqual([expect.stringMatching(/^calendar\/vn-2026.yaml:\d+ isComplete: .*is missing/)]);
  });

  it('refuses a year that has two files', () => {
    const twice = { ...DELIVERED, 'calendar/vn-2026-again.yaml': DELIVERED['calendar/vn-2026.yaml'] ?? '' };
    expect(problemsOf(twice)).toEqual([
      expect.stringMatching(/^calendar\/vn-2026-again.yaml:\d+ year: 2026 has another file$/),
    ]);
  });

  it('refuses YAML that is none, a key that stands twice and a kind that nobody knows', () => {
    expect(problemsOf({ 'rulebooks/x.yaml': 'kind: rulebook\nid: [a\n' })[0]).toMatch(
      /^rulebooks\/x.yaml:\d+ : Flow sequence/,
    );
    expect(problemsOf({ 'rulebooks/x.yaml': 'kind: rulebook\nid: a\nid: b\n' })[0]).toContain(
      'x.yaml:3 : Map keys must be unique',
    );
    expect(problemsOf({ 'rulebooks/x.yaml': 'kind: law\n' })).toEqual([
      'rulebooks/x.yaml:1 kind: must be one of rulebook, layer, baseSalaries, reminders, calendar',
    ]);
    expect(problemsOf({ 'rulebooks/x.yaml': '' })[0]).toContain('rulebooks/x.yaml:1 kind: must be one of');
  });

  it('refuses to work without a rulebook', () => {
    expect(problemsOf({ 'calendar/vn-2026.yaml': DELIVERED['calendar/vn-2026.yaml'] ?? '' })).toEqual([
      'rulebooks:1 : hold no rulebook',
    ]);
  });

  it('names everything that is wrong at once', () => {
    const once = changed('rulebooks/r2.yaml', '4/5', '0.8').files;
    const text = (once['rulebooks/r2.yaml'] ?? '').replace('status: secondary', 'status: perhaps');
    expect(problemsOf({ ...once, 'rulebooks/r2.yaml': text })).toHaveLength(2);
  });

  it('gives another hash when a rule changes, and the same when only a comment or the layout does', () => {
    const { hash } = load(DELIVERED);
    const hashWith = (from: string, to: string) => load(changed('rulebooks/r2.yaml', from, to).files).hash;
    expect(hashWith('4/5', '3/4')).not.toBe(hash);
    expect(hashWith('# A quorum', '# The quorum')).toBe(hash);
    expect(hashWith('aliases: [LĐTT, Chiến sĩ tiên tiến]', 'aliases:\n      - LĐTT\n      - Chiến sĩ tiên tiến')).toBe(
      hash,
    );
  });

  it('gives the calendar a version of its own', () => {
    const before = load(DELIVERED);
    const after = load(changed('calendar/vn-2026.yaml', '2026-11-24', '2026-11-25').files);
    expect(after.hash).toBe(before.hash);
    expect(after.calendar.version).not.toBe(before.calendar.version);
  });

  it('answers the same hash whatever the files are called', () => {
    const renamed = Object.fromEntries(
      Object.entries(DELIVERED).map(([name, text], index) => [`x/${99 - index}-${name}`, text]),
    );
    expect(load(renamed).hash).toBe(load(DELIVERED).hash);
  });
});
