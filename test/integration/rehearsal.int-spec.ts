import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRehearsalApp } from '../../src/app/rehearsal-app';
import { describeCommands, type DescribedCommand } from '../../src/platform/runner/command-catalogue';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import {
  inThrowAwayWorld,
  readScenario,
  Rehearsal,
  rehearseFiles,
  type OpenRehearsalApp,
  type RehearsalResult,
  type RehearsalWorld,
  type RehearseReport,
} from '../../src/rehearsal';
import { commandCoverage, PLAYED, refusalCoverage, SCENARIOS, scenarioOf } from '../factories/scenario-coverage';
import { useTemporaryDirectory } from '../support/temporary-directory';

const TEN_STEPS = readFileSync(join(SCENARIOS, 'ten-steps.yaml'), 'utf8');

/** Does the work while the system keeps what is temporary there. */
async function withTemporary<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  try {
    return await work();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else process.env.TMPDIR = before;
  }
}

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

/** The commands as the last application that was opened describes them. */
let described: ReadonlyMap<string, DescribedCommand> | undefined;

const open: OpenRehearsalApp = async (options) => {
  const app = await openRehearsalApp(options);
  described = describeCommands(app.get(CommandDispatcher).known(), app.get(RegistryHolder).workflows.all());
  return app;
};

describe(rehearseFiles.name, () => {
  const directory = useTemporaryDirectory();

  const rehearse = (...files: readonly string[]): Promise<RehearseReport> => rehearseFiles(files, { open });

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

  it.each(PLAYED)('finds %s as it expects it', async (name) => {
    const scenario = scenarioOf(name);
    const listener = { entry: () => undefined, progress: () => undefined };
    const play = (world: RehearsalWorld): Promise<RehearsalResult> => new Rehearsal(world, scenario, listener).run();
    const { failures, ok } = await inThrowAwayWorld(open, scenario, play);
    expect(failures).toEqual([]);
    expect(ok).toBe(true);
  });

  it('leaves out no command and no refusal of the application, but for those that no file can bring about', async () => {
    // Any file opens an application; the whole spec has opened many by now.
    if (!described) await rehearse(join(SCENARIOS, 'ten-steps.yaml'));
    const all = described ?? new Map<string, DescribedCommand>();
    expect(all.size).toBeGreaterThan(200);
    expect(commandCoverage(all)).toEqual({ missing: [], needless: [] });
    expect(refusalCoverage(all)).toEqual({ missing: [], needless: [] });
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

  it('plays a file twice with the same result and the same words, and leaves nothing behind', async () => {
    const temporary = join(directory(), 'tmp');
    mkdirSync(temporary);
    const play = async (): Promise<readonly [RehearseReport, readonly string[]]> => {
      const lines: string[] = [];
      const line = (text: string): unknown => lines.push(text);
      return [await rehearseFiles([join(SCENARIOS, 'ten-steps.yaml')], { open, line }), lines];
    };
    const [report, lines] = await withTemporary(temporary, play);
    expect(readdirSync(temporary)).toEqual([]);
    expect(await play()).toEqual([report, lines]);
    expect(lines.filter((text) => text.startsWith('08/04/2024'))).toEqual([
      '08/04/2024 08:00  (nhắc việc)     2 lượt: Còn 7 ngày đến hạn nộp báo cáo kết quả thực hiện "Phong trào thi đua mẫu năm 2024" (15/04/2024).',
    ]);
  });

  it('says where something is not as expected', async () => {
    const changes: readonly (readonly [string, string, RegExp])[] = [
      [
        '    expect: forbidden',
        '    expect: accepted',
        /campaign\.approve: mong đợi được chấp nhận, nhưng không có thẩm quyền/,
      ],
      [
        'refused: PLEDGE.NOT_ALL_SIGNED',
        'refused: PLEDGE.OTHER',
        /mong đợi bị từ chối: PLEDGE\.OTHER.*nhưng bị từ chối: PLEDGE\.NOT_ALL_SIGNED/,
      ],
      [
        '$phong-trao: underway',
        '$phong-trao: draft',
        /phong-trao ở trạng thái underway \(Đang triển khai\), mong đợi draft/,
      ],
      ['before: 6, on: 2', 'before: 6, on: 3', /on là 2, mong đợi 3/],
      ['may: pledge.sign', 'may: pledge.conclude', /pledge\.conclude\) không làm được/],
      ['because: PLEDGE.NOT_ALL_SIGNED', 'because: PLEDGE.OTHER', /mong đợi lý do PLEDGE\.OTHER/],
    ];
    for (const [piece] of changes) expect(TEN_STEPS).toContain(piece);
    const changed = changes.reduce((text, [piece, other]) => text.replace(piece, other), TEN_STEPS);
    const file = written('changed.yaml', changed);
    const { exitCode, rehearsals } = await rehearse(file);
    expect(exitCode).toBe(1);
    expect(rehearsals[0]).toMatchObject({
      ok: false,
      failures: changes.map(([, , message]) => ({ file, message: expect.stringMatching(message) })),
    });
    const failures = rehearsals[0]?.failures ?? [];
    changes.forEach(([, other], index) => {
      const line = failures[index]?.line ?? 0;
      expect(
        changed
          .split('\n')
          .slice(line - 1, line + 8)
          .join('\n'),
      ).toContain(other.trim());
    });
  });

  it('says how everything that can be expected differs', async () => {
    const changes: readonly (readonly [string, string, string])[] = [
      [
        'sentence: Đã có yêu cầu báo cáo }',
        'sentence: Chưa có yêu cầu báo cáo }',
        'campaign.requestReport: mong đợi bị từ chối: CAMPAIGN.REPORT_ALREADY_REQUESTED ("Chưa có yêu cầu báo cáo"), nhưng ' +
          'bị từ chối: CAMPAIGN.REPORT_ALREADY_REQUESTED (Đã có yêu cầu báo cáo cho kỳ 2024-Q1.)',
      ],
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
      [
        'finding: notProven, notMet: []',
        'finding: notProven, notMet: [householdContribution]',
        'Điều kiện của gk.ho: notMet là không có gì, mong đợi householdContribution',
      ],
      ['unanswered: 1 }', 'unanswered: 0 }', 'Lấy ý kiến cong-khai: unanswered là 1, mong đợi 0'],
      ['inFavour: 3, base: 5', 'inFavour: 4, base: 5', 'Kết quả bỏ phiếu gk.tap-the: inFavour là 3, mong đợi 4'],
      [
        'có 2: không đạt',
        'có 3: đạt',
        'Kết quả bỏ phiếu gk.ho: câu kết quả là "Cần ít nhất 3 phiếu đồng ý trên 5 thành viên, có 2: không đạt.", ' +
          'mong đợi có "có 3: đạt"',
      ],
      [
        'placed: $gk.tap-the, waiting: [] }',
        'placed: $gk.tap-the, waiting: $gk.ho }',
        'Chỉ tiêu chi-tieu: waiting là không có ai, mong đợi gk.ho',
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
