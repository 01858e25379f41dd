import { readFile } from 'node:fs/promises';
import { AppError } from '../platform/errors/app-error';
import { readScenario } from './format/read-scenario';
import { Rehearsal } from './rehearsal';
import type { OpenRehearsalApp } from './rehearsal-app.port';
import { ScenarioFileError, type FileProblem } from './rehearsal.errors';
import type { RehearsalResult } from './rehearsal-result';
import { reportLines } from './report/text-report';
import { TextTimeline } from './report/text-timeline';
import type { Scenario } from './scenario';
import type { RehearsalListener } from './timeline';
import { inThrowAwayWorld } from './world/open-world';

/** How files are rehearsed. */
export interface RehearseOptions {
  readonly open: OpenRehearsalApp;
  /** Writes a line for people; absent when nobody reads along. */
  readonly line?: (text: string) => void;
  /** Hears how far a file is. */
  readonly progress?: (file: string, done: number, total: number) => void;
}

/** What came of all files. */
export interface RehearseReport {
  /** 0 when all is as expected, 1 when something is not, 2 when a file cannot be used. */
  readonly exitCode: 0 | 1 | 2;
  readonly ok: boolean;
  readonly rehearsals: readonly RehearsalResult[];
  /** What is wrong with the files; when there is any, nothing was rehearsed. */
  readonly problems: readonly FileProblem[];
}

/** Reads all files first, then plays one after the other, each in a world of its own. Rejects on faults. */
export async function rehearseFiles(files: readonly string[], options: RehearseOptions): Promise<RehearseReport> {
  const readings = await Promise.all(files.map(read));
  const problems = readings.flatMap((reading) => reading.problems);
  if (problems.length > 0) {
    for (const { file, line, reason } of problems) options.line?.(`${file}:${line}: ${reason}`);
    return { exitCode: 2, ok: false, rehearsals: [], problems };
  }
  const rehearsals: RehearsalResult[] = [];
  for (const { scenario } of readings) if (scenario) rehearsals.push(await play(scenario, options));
  const ok = rehearsals.every((rehearsal) => rehearsal.ok);
  return { exitCode: ok ? 0 : 1, ok, rehearsals, problems };
}

/** Plays one scenario in a world that is thrown away. */
async function play(scenario: Scenario, { open, line, progress }: RehearseOptions): Promise<RehearsalResult> {
  const { file, title, isSynthetic } = scenario;
  line?.(`${title} (${file})`);
  if (isSynthetic) line?.('Số liệu mẫu: tên người và các số liệu không ghi nguồn đều là giả định.');
  const timeline = line && new TextTimeline(file, line);
  const listener: RehearsalListener = {
    entry: (entry) => timeline?.entry(entry),
    progress: (done, total) => progress?.(file, done, total),
  };
  const result = await inThrowAwayWorld(open, scenario, (world) => new Rehearsal(world, scenario, listener).run());
  timeline?.flush();
  for (const text of line ? reportLines(result) : []) line?.(text);
  return result;
}

async function read(
  file: string,
): Promise<{ readonly scenario?: Scenario; readonly problems: readonly FileProblem[] }> {
  try {
    return { scenario: readScenario(file, await readFile(file, 'utf8')), problems: [] };
  } catch (error) {
    if (error instanceof ScenarioFileError) return { problems: error.problems };
    if (error instanceof AppError || !isFileError(error)) throw error;
    return { problems: [{ file, line: 1, reason: `cannot be read: ${error.message}` }] };
  }
}

/** What Node throws; not asked by its class, which a test runner has another one of. */
function isFileError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'message' in error;
}
