import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { configFolder } from '../../config';
import { standardOutput } from '../../src/app/cli/cli-context';
import { exitCodeOf } from '../../src/app/cli/describe-failure';
import { explainSubject, explanationLines, type ExplainQuestion } from '../../src/app/cli/explain-subject';
import { rulebookCommand } from '../../src/app/cli/rulebook.cli';
import { SubjectFileError } from '../../src/app/cli/subject-file';
import { UsageError } from '../../src/app/cli/usage-error';
import { loadRelease } from '../../src/rulebooks';
import { localDate } from '../../workflows/kernel';
import { simpleRules } from '../factories/simple-rules';
import { useTemporaryDirectory } from '../support/temporary-directory';

const release = loadRelease({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') });
const rules = simpleRules(release);

const question = (content: string, more: Partial<ExplainQuestion> = {}): ExplainQuestion => ({
  ...{ name: 'mau.yaml', content, tier: 'CSTDCS', on: localDate('2024-12-20'), place: [], language: 'vi' },
  ...more,
});

const RATED = `subject: { kind: person }
ratings:
  - { year: 2024, rating: excellent }
`;

/** What is thrown: its message and the exit code that it ends with. */
function failure(run: () => unknown): { readonly message: string; readonly code: number } {
  try {
    run();
  } catch (error) {
    return { message: (error as Error).message, code: exitCodeOf(error) };
  }
  throw new Error('nothing was thrown');
}

describe(explainSubject.name, () => {
  it('says what was found, under which article, and what it rests on', () => {
    const explanation = explainSubject(rules, question(RATED));
    expect(explanation.answer).toMatchObject({ tier: 'CSTDCS', rulebookId: 'vn-r2', finding: 'met' });
    const [head, overall = '', ...lines] = explanationLines(explanation, 'vi');
    expect(head).toBe('Theo vn-r2 (R2), trình ngày 2024-12-20:');
    expect(overall).toMatch(/^\+ Chiến sĩ thi đua cơ sở theo R2: .+ \[đã đối chiếu văn bản\]$/);
    expect(lines.filter((line) => line.includes('Điều 23; đã đối chiếu văn bản')).length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^ +căn cứ: \S/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /^ +thiếu: \S/.test(line))).toHaveLength(1);
  });

  it('goes by the day of submission: what does under R2 is not proven under R1', () => {
    const ofYear = (year: number) => question(RATED.replace('2024', String(year)), { on: localDate(`${year}-12-20`) });
    const findings = [2022, 2024].map((year) => explainSubject(rules, ofYear(year)).answer.finding);
    expect(findings).toEqual(['notProven', 'met']);
  });

  it('takes JSON for the YAML that it is', () => {
    const content = JSON.stringify({ subject: { kind: 'person' }, ratings: [{ year: 2024, rating: 'excellent' }] });
    expect(explainSubject(rules, question(content)).answer.finding).toBe('met');
  });

  it('reads everything that a file may say', () => {
    const content = `subject: { kind: person, id: mau }
achievement: { from: 2024-01-01, to: 2024-12-31, commendation: merit, id: tt-1, dossierOn: 2024-12-01 }
isWoman: true
employedFrom: 2015-09-01
existsFrom: 2015-09-01
completeFrom: 2015-09-01
ratings: [{ year: 2024, rating: good }]
awards: [{ tier: LDTT, decidedOn: 2024-01-10, achievedFrom: 2023-01-01, achievedTo: 2023-12-31, commendation: merit }]
initiatives: [{ kind: initiative, scope: unit, recognisedOn: 2024-10-01, usedFor: [{ id: x, tier: LDTT }] }]
disciplines: [{ form: reprimand, from: 2020-01-01, until: 2020-12-31 }]
freezes: [{ from: 2024-12-01, until: null }]
services: [{ position: VU_TRUONG, from: 2020-01-01 }]
members: [{ year: 2024, members: 10, holders: { LDTT: 8 }, ratedAtLeast: { good: 9 }, gravestDiscipline: null, women: 4 }]
leaderships: [{ of: campaign, year: 2024, level: province, months: 36 }]
judgements: [{ condition: lawAbiding, finding: met }]
`;
    expect(explainSubject(release, question(content, { on: localDate('2026-08-15') })).answer).toMatchObject({
      finding: 'notMet',
      common: expect.arrayContaining([
        expect.objectContaining({
          ...{ is: 'nothingPending', finding: 'notMet' },
          used: [expect.objectContaining({ source: { kind: 'file', id: 'freezes[0]' } })],
        }),
      ]) as unknown,
    });
  });

  it.each<[string, string, string]>([
    ['YAML that is none', 'subject: { kind: person\nratings: []\n', 'mau.yaml:2 '],
    ['an unknown key', 'subject: { kind: person }\nrating: []\n', 'mau.yaml:2 rating: is an unknown key'],
    ['a word that is none', RATED.replace('excellent', 'best'), 'mau.yaml:3 ratings[0].rating: "best" is none of'],
    [
      'a day that does not exist',
      `${RATED}employedFrom: 2024-02-30\n`,
      'mau.yaml:4 employedFrom: "2024-02-30" is not a calendar day',
    ],
    [
      'two ratings of a year',
      `${RATED}  - { year: 2024, rating: good }\n`,
      'mau.yaml:4 ratings[1]: Two ratings of 2024 differ (ratings[0], ratings[1]).',
    ],
    [
      'a discipline that ends before it begins',
      `${RATED}disciplines:\n  - { form: warning, from: 2024-05-01, until: 2024-04-30 }\n`,
      'mau.yaml:5 disciplines[0]: Ends on 2024-04-30, before it begins on 2024-05-01 (disciplines[0]).',
    ],
    [
      'an award that no rulebook knows',
      `${RATED}awards:\n  - { tier: KHONG_CO, decidedOn: 2024-01-10 }\n`,
      'mau.yaml:5 awards[0].tier: No rulebook has a tier KHONG_CO.',
    ],
    [
      'a condition that no rule asks for',
      `${RATED}judgements:\n  - { condition: luckyPerson, finding: met }\n`,
      'mau.yaml:5 judgements[0].condition: No rule asks for luckyPerson; there are: ',
    ],
    [
      'an achievement that ends before it begins',
      `${RATED}achievement: { from: 2024-02-01, to: 2024-01-31 }\n`,
      'mau.yaml:4 achievement: ends on 2024-01-31, before it begins on 2024-02-01',
    ],
  ])('refuses %s by its file and line', (_, content, problem) => {
    const run = () => explainSubject(rules, question(content));
    expect(run).toThrow(SubjectFileError);
    const { message, code } = failure(run);
    expect([message.split('\n')[0], code]).toEqual([expect.stringContaining(problem), 2]);
  });

  it.each<[string, Partial<ExplainQuestion>, string]>([
    ['an unknown tier', { tier: 'KHONG_CO' }, '--tier KHONG_CO: vn-r2 has no such tier; it has '],
    ['a tier of collectives', { tier: 'TTLDTT' }, '--tier TTLDTT: vn-r2 does not give it to a person'],
    ['a day outside all rulebooks', { on: localDate('2016-01-01') }, '--on 2016-01-01: no rulebook covers that day'],
  ])('refuses %s', (_, more, problem) => {
    const run = () => explainSubject(rules, question(RATED, more));
    expect(run).toThrow(UsageError);
    expect(failure(run)).toEqual({ message: expect.stringContaining(problem), code: 2 });
  });
});

describe('thidua rulebook', () => {
  const directory = useTemporaryDirectory();
  const printed: unknown[] = [];
  const run = async (...args: readonly string[]): Promise<readonly unknown[]> => {
    printed.length = 0;
    const program = new Command('thidua').exitOverride().configureOutput({ writeErr: () => undefined });
    rulebookCommand(program);
    await program.parseAsync(['rulebook', ...args], { from: 'user' });
    return [...printed];
  };
  beforeEach(() => {
    for (const way of ['line', 'json'] as const) {
      jest.spyOn(standardOutput, way).mockImplementation((text: unknown) => void printed.push(text));
    }
  });
  afterEach(() => jest.restoreAllMocks());

  it('explains by the delivered rules in both languages, and as JSON', async () => {
    const file = join(directory(), 'nguoi-mau.yaml');
    writeFileSync(file, RATED);
    const asked = ['explain', '--subject', file, '--tier', 'CSTDCS', '--on', '2025-03-15', '--at', 'TINH/XA'];
    const [vietnamese, english] = [await run(...asked), await run(...asked, '--lang', 'en')];
    expect(vietnamese.length).toBeGreaterThan(1);
    expect(english).toHaveLength(vietnamese.length);
    expect([vietnamese[0], english[0]]).toEqual([
      'Theo vn-r2 (R2), trình ngày 2025-03-15:',
      'By vn-r2 (R2), submitted on 2025-03-15:',
    ]);
    // What people judge is named in their language, not by its code.
    expect(vietnamese.filter((line) => String(line).includes('mưu trí, sáng tạo trong chiến đấu'))).toHaveLength(2);
    expect([...vietnamese, ...english].filter((line) => /: [a-z]+[A-Z]/.test(String(line)))).toEqual([]);
    const [json] = await run(...asked, '--json');
    expect(json).toMatchObject({ rulebook: { id: 'vn-r2', regime: 'R2', layers: [] }, place: ['TINH', 'XA'] });
  });

  it.each([
    ['a file that is not there', ['--subject', 'nowhere.yaml', '--on', '2025-03-15'], 'nowhere.yaml cannot be read'],
    ['a day that does not exist', ['--subject', 'x.yaml', '--on', '2025-02-30'], 'is not a calendar day'],
  ])('refuses %s', async (_, args, problem) => {
    await expect(run('explain', '--tier', 'CSTDCS', '--at', 'TINH', ...args)).rejects.toThrow(problem);
  });

  it('checks the delivered files and counts their rows by how sure they are', async () => {
    const lines = (await run('check')) as readonly string[];
    const counts = / \d+ verified, \d+ secondary, \d+ unverified rows$/;
    expect(lines.filter((line) => counts.test(line))).toHaveLength(
      release.rulebooks.length + (release.layers ?? []).length,
    );
    expect(lines.at(-1)).toBe(`release ${release.hash}`);
    const [report] = await run('check', '--json');
    expect(report).toMatchObject({ hash: release.hash, rulebooks: expect.any(Array), endings: expect.any(Array) });
  });
});
