import { IsString } from 'class-validator';
import type { JobContext } from '../../src/platform/queue/job-handler';
import { RetryableError, TerminalError } from '../../src/platform/queue/job.errors';
import { OnJob } from '../../src/platform/queue/on-job.decorator';
import { NoInput } from '../../src/platform/validation/no-input';
import type { Rig } from './background-rig';

export class NamePayload {
  @IsString()
  name: string;
}

/** Jobs whose effect is a notice for a user of that name: once in the database, however often they run. */
export class SampleJobs {
  /** Names in the order in which handlers began. */
  readonly begun: string[] = [];
  running = 0;
  mostRunning = 0;
  /** What `hang` waits for. */
  release: () => void = () => undefined;

  constructor(private readonly rig: Rig) {}

  @OnJob({ job: 'note-once', payload: NamePayload })
  async noteOnce({ name }: NamePayload, context: JobContext): Promise<void> {
    this.begun.push(name);
    await context.once(async (tx) => {
      await tx.change(
        `INSERT INTO notices (id, user_id, kind, subject_kind, subject_id, unit_path, message_vi, message_en, created_at)
         VALUES (?, ?, 'sample', 'sample', ?, '/', '', '', ?)`,
        [this.rig.ids.next(), name, name, context.at],
      );
    });
  }

  @OnJob({ job: 'poisoned', payload: NamePayload, policy: { attempts: 3 } })
  poisoned({ name }: NamePayload): Promise<void> {
    this.begun.push(name);
    return Promise.reject(new Error(`poisoned by ${name}`));
  }

  @OnJob({ job: 'away', payload: NamePayload, policy: { attempts: 3, backOffMs: 60_000 } })
  away({ name }: NamePayload): Promise<void> {
    this.begun.push(name);
    if (this.begun.length < 3) throw new RetryableError('the server is away');
    return Promise.resolve();
  }

  @OnJob({ job: 'hopeless', payload: NoInput })
  hopeless(): Promise<void> {
    throw new TerminalError('this can never be done');
  }

  @OnJob({ job: 'hang', payload: NoInput, policy: { timeoutMs: 20 } })
  hang(_: NoInput, { signal }: JobContext): Promise<void> {
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  }

  @OnJob({ job: 'one-by-one', payload: NamePayload, policy: { concurrency: 1 } })
  async oneByOne({ name }: NamePayload): Promise<void> {
    this.begun.push(name);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    await new Promise((resolve) => setImmediate(resolve));
    this.running -= 1;
  }

  @OnJob({ job: 'held', payload: NamePayload })
  async held({ name }: NamePayload, context: JobContext): Promise<void> {
    this.begun.push(name);
    await new Promise<void>((resolve) => (this.release = resolve));
    await context.once(() => Promise.resolve());
  }
}
