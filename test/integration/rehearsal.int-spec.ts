import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openRehearsalApp } from '../../src/app/rehearsal-app';
import { readScenario, rehearseFiles, type RehearseReport } from '../../src/rehearsal';
import { useTemporaryDirectory } from '../support/temporary-directory';

const SCENARIOS = join(__dirname, '../scenarios');
const TEN_STEPS = readFileSync(join(SCENARIOS, 'ten-steps.yaml'), 'utf8');

/** The blocks of the page that describes the format, as one file in which every line has its own number. */
function readmeExamples(): string {
  let isExample = false;
  let isBeforeSteps = true;
  const lines = readFileSync(join(SCENARIOS, 'README.md'), 'utf8').split('\n');
  return lines
    .map((line, index) => {
      if (line.startsWith('```')) isExample = line === '```yaml';
      if (!isExample) return '';
      if (!line.startsWith('```')) return line;
      // The first block that is a list holds the first steps: its fence becomes their key.
      const isFirstOfSteps = isBeforeSteps && lines[index + 1]?.startsWith('- ') === true;
      if (isFirstOfSteps) isBeforeSteps = false;
      return isFirstOfSteps ? 'steps:' : '';
    })
    .join('\n');
}

describe(rehearseFiles.name, () => {
  const directory = useTemporaryDirectory();

  const rehearse = (...files: readonly string[]): Promise<RehearseReport> =>
    rehearseFiles(files, { open: openRehearsalApp });

  const written = (name: string, content: string): string => {
    const file = join(directory(), name);
    writeFileSync(file, content);
    return file;
  };

  /** The ten steps with one piece replaced. */
  const tenStepsWith = (piece: string, other: string): string => {
    expect(TEN_STEPS).toContain(piece);
    return written('changed.yaml', TEN_STEPS.replace(piece, other));
  };

  // A year of a province takes minutes: it is read here and played by hand.
  const played = readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml') && name !== 'province.yaml');

  it.each(played)('finds %s as it expects it', async (name) => {
    const report = await rehearse(relative(process.cwd(), join(SCENARIOS, name)));
    expect(report.rehearsals.flatMap(({ failures }) => failures)).toEqual([]);
    expect(report).toMatchObject({ exitCode: 0, ok: true, problems: [] });
  });

  it('can read the year of a province: 300 units and more than 20,000 cases', () => {
    const { setUp, steps } = readScenario('province.yaml', readFileSync(join(SCENARIOS, 'province.yaml'), 'utf8'));
    const drafts = steps.flatMap((step) => (step.kind === 'batch' ? step.commands : []));
    expect(setUp.filter(({ do: type }) => type === 'unit.add')).toHaveLength(301);
    expect(drafts.filter(({ do: type }) => type === 'award.draft')).toHaveLength(20_400);
  });

  it('finds the examples of the page on the format as they expect it', async () => {
    const report = await rehearse(written('README.yaml', readmeExamples()));
    expect(report.problems).toEqual([]);
    expect(report.rehearsals.flatMap(({ failures }) => failures)).toEqual([]);
    expect(report.rehearsals[0]?.accepted).toBeGreaterThan(40);
  });

  it('plays a file twice with the same result and the same words', async () => {
    const play = async (): Promise<readonly [RehearseReport, readonly string[]]> => {
      const lines: string[] = [];
      const line = (text: string): unknown => lines.push(text);
      return [await rehearseFiles([join(SCENARIOS, 'ten-steps.yaml')], { open: openRehearsalApp, line }), lines];
    };
    const [report, lines] = await play();
    expect(await play()).toEqual([report, lines]);
    expect(lines.filter((text) => text.startsWith('08/04/2024'))).toEqual([
      '08/04/2024 08:00  (nhắc việc)     2 lượt: Còn 7 ngày đến hạn nộp báo cáo kết quả thực hiện "Phong trào thi đua mẫu năm 2024" (15/04/2024).',
    ]);
  });

  it('leaves nothing behind', async () => {
    const temporary = join(directory(), 'tmp');
    mkdirSync(temporary);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temporary;
    try {
      await rehearse(join(SCENARIOS, 'ten-steps.yaml'));
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
      else process.env.TMPDIR = before;
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each([
    [
      'a state',
      '$phong-trao: underway',
      '$phong-trao: draft',
      /phong-trao ở trạng thái underway \(Đang triển khai\), mong đợi draft/,
    ],
    ['a number of reminders', 'before: 6, on: 2', 'before: 6, on: 3', /on là 2, mong đợi 3/],
    ['an offered command', 'may: pledge.sign', 'may: pledge.conclude', /pledge\.conclude\) không làm được/],
    ['a reason', 'because: PLEDGE.NOT_ALL_SIGNED', 'because: PLEDGE.OTHER', /mong đợi lý do PLEDGE\.OTHER/],
    [
      'a refusal',
      'refused: PLEDGE.NOT_ALL_SIGNED',
      'refused: PLEDGE.OTHER',
      /mong đợi bị từ chối: PLEDGE\.OTHER.*nhưng bị từ chối: PLEDGE\.NOT_ALL_SIGNED/,
    ],
    ['a sentence', 'Còn 1 đơn vị chưa ký', 'Còn 2 đơn vị chưa ký', /mong đợi bị từ chối.*Còn 2 đơn vị/],
    [
      'an outcome',
      '    expect: forbidden',
      '    expect: accepted',
      /mong đợi được chấp nhận, nhưng không có thẩm quyền/,
    ],
  ])('says where %s is not as expected', async (_, piece, other, message) => {
    const file = tenStepsWith(piece, other);
    const { exitCode, rehearsals } = await rehearse(file);
    const changed = readFileSync(file, 'utf8').split('\n');
    expect(exitCode).toBe(1);
    expect(rehearsals[0]).toMatchObject({ ok: false, failures: [{ file, message: expect.stringMatching(message) }] });
    const line = rehearsals[0]?.failures[0]?.line ?? 0;
    expect(changed.slice(line - 1, line + 8).join('\n')).toContain(other.trim());
  });

  it('says how everything that can be expected differs', async () => {
    const changes: readonly (readonly [string, string, string])[] = [
      ['reportRequests: 1 }', 'reportRequests: 2 }', 'phong-trao: reportRequests là 1, mong đợi 2'],
      [
        "measures: { '1.1': missed }",
        "measures: { '1.1': reached }",
        'Báo cáo 2024-Q1 của dang-ky.02: 1.1 là missed, mong đợi reached',
      ],
      [
        'missed: 1, notReported: 1',
        'missed: 1, notReported: 2',
        'Kết quả của phong-trao, measure 1.1: notReported là 1, mong đợi 2',
      ],
      ['inFavour: 3, base: 5', 'inFavour: 4, base: 5', 'Kết quả bỏ phiếu gk.tap-the: inFavour là 3, mong đợi 4'],
      [
        'có 2: không đạt',
        'có 3: đạt',
        'Kết quả bỏ phiếu gk.ho: câu kết quả là "Cần ít nhất 3 phiếu đồng ý trên 5 thành viên, có 2: không đạt.", ' +
          'mong đợi có "có 3: đạt"',
      ],
      [
        'proposed: 1, decided: 0 }',
        'proposed: 2, decided: 0 }',
        'Tổng hợp phong-trao theo trục achievement, state 2024 GK collective, proposed: awards là 1, mong đợi 2',
      ],
      [
        'axis: achievement, decided: 0 }',
        'axis: achievement, decided: 10 }',
        'Tiền thưởng của phong-trao: decided là 0, mong đợi 10',
      ],
    ];
    const examples = readmeExamples();
    for (const [piece] of changes) expect(examples).toContain(piece);
    const changed = changes.reduce((text, [piece, other]) => text.replace(piece, other), examples);
    const { rehearsals } = await rehearse(written('changed-page.yaml', changed));
    expect(rehearsals[0]?.failures.map(({ message }) => message)).toEqual(changes.map(([, , message]) => message));
  });

  it('tells the one step that failed, and all that could not follow it together', async () => {
    const file = tenStepsWith('periodType: calendarYear', 'periodType: moonYear');
    const { rehearsals } = await rehearse(file);
    expect(rehearsals[0]?.failures.map(({ message }) => message.replace(/: Phải.*/, ''))).toEqual([
      'campaign.draft: mong đợi được chấp nhận, nhưng yêu cầu sai HTTP.INVALID_REQUEST: periodType',
      expect.stringMatching(
        /^Chưa có \$phong-trao vì bước tạo ra nó không thành công; \d+ bước hoặc mong đợi bị bỏ qua$/,
      ),
      expect.stringMatching(/^Chưa có \$dang-ky vì bước tạo ra nó/),
    ]);
  });

  it('does not begin when the registers cannot be filled', async () => {
    const { exitCode, rehearsals } = await rehearse(
      tenStepsWith('kind: district, level: district', 'kind: moon, level: district'),
    );
    expect(exitCode).toBe(1);
    expect(rehearsals[0]).toMatchObject({ accepted: 0, refused: 0 });
    expect(rehearsals[0]?.failures[0]).toMatchObject({
      line: 8,
      message: expect.stringMatching(/^unit\.add: .*kind: /),
    });
  });

  it('plays nothing when one of several files cannot be read', async () => {
    const missing = join(directory(), 'nowhere.yaml');
    const { exitCode, rehearsals, problems } = await rehearse(join(SCENARIOS, 'ten-steps.yaml'), missing);
    expect([exitCode, rehearsals]).toEqual([2, []]);
    expect(problems).toEqual([{ file: missing, line: 1, reason: expect.stringContaining('ENOENT') }]);
  });
});
