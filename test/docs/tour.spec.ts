import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { AppProcess, endProcesses } from '../e2e/app-process';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { blocksOf, readme, ROOT, sectionOf } from './readme';

/** Stands between the outputs of two blocks. */
const MARK = '=== next block ===';

/** A block of the tour, and the output that the page promises; null where it promises none. */
interface Stop {
  readonly code: string;
  readonly promised: string | null;
}

describe('the tour of the README', () => {
  const directory = useTemporaryDirectory();
  afterAll(endProcesses);

  it('answers as the page says, block by block', async () => {
    const stops = stopsOf(sectionOf(readme(), 'Five minutes with curl'));
    expect(stops.length).toBeGreaterThan(8);
    const app = new AppProcess({ directory: directory(), args: ['serve', '--demo'] });
    const { output, errors } = await bash(stops, await app.ready(), directory());
    expect(errors).toBe('');
    // A line of an HTTP head ends with a carriage return.
    const outputs = output.replaceAll('\r', '').split(`${MARK}\n`);
    expect(outputs).toHaveLength(stops.length);
    for (const [index, { code, promised }] of stops.entries()) {
      expect(`${code}\n${outputs[index] ?? ''}`).toMatch(promisedPattern(code, promised ?? ''));
    }
    expect(await app.end('SIGTERM')).toMatchObject({ code: 0 });
  }, 60_000);
});

/** Each `sh` block with the `text` block that follows it. */
function stopsOf(text: string): readonly Stop[] {
  const blocks = blocksOf(text);
  return blocks.flatMap(({ language, code }, index) => {
    if (language !== 'sh') return [];
    const next = blocks[index + 1];
    return [{ code, promised: next?.language === 'text' ? next.code : null }];
  });
}

/** `…` stands for what differs from day to day, within a line. */
function promisedPattern(code: string, promised: string): RegExp {
  const literal = `${code}\n${promised}`.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll('…', '.*')}$`);
}

/** Runs all blocks in one shell, as somebody would who follows the page; the address and the folder are the test's. */
function bash(
  stops: readonly Stop[],
  url: string,
  directory: string,
): Promise<{ readonly output: string; readonly errors: string }> {
  const program = `"${process.execPath}" -r "${join(ROOT, 'test/support/register-cached.cjs')}" "${join(ROOT, 'src/main.cli.ts')}"`;
  const script = stops
    .map(({ code }) => code)
    .join(`echo '${MARK}'\n`)
    .replaceAll('http://localhost:3000', url)
    .replaceAll('./data', directory)
    .replaceAll('npx thidua', program);
  const env = { ...process.env, DATABASE_URL: join(directory, 'thidua.sqlite') };
  const shell = spawn('bash', ['-u', '-c', script], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  shell.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    shell.once('error', reject);
    shell.once('close', () => resolve({ output, errors }));
  });
}
