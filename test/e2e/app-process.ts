import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const REGISTER = require.resolve('../support/register-cached.cjs');
const MAIN = join(ROOT, 'src/main.cli.ts');

/** Root may write everything, whatever a file's mode says; this takes that away and leaves the rest. */
const WITHOUT_OVERRIDE = ['setpriv', '--bounding-set=-dac_override', '--inh-caps=-dac_override'];

/** Longest that a process may take to be ready. The promise is 5 s; a machine that runs many tests at once is slower. */
const READY_MS = 20_000;
const PAUSE_MS = 20;

/** How `thidua` is started. */
export interface Launch {
  /** Holds the database and all that lies beside it. */
  readonly directory: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the test runs as root: take away root's right to write what only others may write. */
  readonly isOrdinaryUser?: boolean;
}

/** How a process ended, and all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

const running = new Set<AppProcess>();

/** Ends processes that a failed test has left running. For `afterEach`. */
export async function endProcesses(): Promise<void> {
  await Promise.all([...running].map((process) => process.end('SIGKILL')));
}

/** A real process of the application, from its sources, with an environment that holds nothing of this machine's. */
export class AppProcess {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private text = '';

  constructor({ directory, args, env = {}, isOrdinaryUser = false }: Launch) {
    const { PATH, HOME, TZ } = process.env;
    const line = [process.execPath, '-r', REGISTER, MAIN, ...args];
    const [command = '', ...rest] = isOrdinaryUser && process.geteuid?.() === 0 ? [...WITHOUT_OVERRIDE, ...line] : line;
    this.child = spawn(command, rest, {
      cwd: ROOT,
      env: { PATH, HOME, TZ, PORT: '0', DATABASE_URL: join(directory, 'thidua.sqlite'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer): void => {
      this.text += chunk.toString();
    };
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    running.add(this);
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (code, signal) => {
        running.delete(this);
        resolve({ code, signal, output: this.text });
      });
    });
  }

  /** Everything that it wrote so far. */
  get output(): string {
    return this.text;
  }

  /** The address that it says it listens on. Throws with all it wrote when it ends first, or takes too long. */
  async ready(): Promise<string> {
    const url = await this.said(/Thidua listens on (http:\S+?);/);
    const { status } = await fetch(`${url}/health/ready`);
    if (status !== 200) throw new Error(`Not ready: ${status}\n${this.text}`);
    return url;
  }

  /** The first group of what it is waited for to write. */
  async said(words: RegExp): Promise<string> {
    const end = performance.now() + READY_MS;
    for (;;) {
      const found = words.exec(this.text);
      if (found) return found[1] ?? '';
      const hasEnded = !running.has(this);
      if (hasEnded || performance.now() > end) throw new Error(`It did not write ${String(words)}, but\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Runs a command of the command line to its end. */
export function thidua(directory: string, ...args: readonly string[]): Promise<Ended> {
  return new AppProcess({ directory, args }).ended;
}
