import { Logger } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Clock } from '../clock/clock.port';
import { FailureLog } from '../logging/failure-log';
import { WakeUp } from '../relay/wake-up';

/** Something that is done again and again; it decides by the clock's word whether there is anything to do. */
export interface TickTask {
  readonly name: string;
  /** SKIPPED when it had nothing to do, so that nothing is known of whether it works. */
  run(now: Instant): Promise<unknown>;
}

/** What a task answers that did not even try. */
export const SKIPPED = Symbol('SKIPPED');

/** Longest pause: no timer of ours runs for more than a minute, since long ones fire at once or never. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * Runs its tasks one after the other, then pauses, and so on until stopped. A task that fails is logged and has its turn
 * again next time. The pause is the machine's; what is due is for the Clock to say.
 */
export class TickLoop {
  private readonly logger = new Logger(TickLoop.name);
  private readonly pause = new WakeUp();
  private readonly failures: ReadonlyMap<TickTask, FailureLog>;
  private running: Promise<void> | undefined;
  private isStopping = false;

  /** Throws a RangeError when the pause is not between 1 ms and a minute. */
  constructor(
    private readonly clock: Clock,
    private readonly tasks: readonly TickTask[],
    private readonly pauseMs: number,
  ) {
    if (!(pauseMs >= 1 && pauseMs <= LONGEST_PAUSE_MS))
      throw new RangeError(`${pauseMs} ms is no pause for a tick loop`);
    this.failures = new Map(tasks.map((task) => [task, new FailureLog(this.logger, task.name)]));
  }

  /** Starts, with a first round at once. Does nothing when started already. */
  start(): void {
    this.isStopping = false;
    this.running ??= this.loop();
  }

  /** Ends the pause, waits for the task that runs, and starts no other. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.pause.ring();
    await this.running;
    this.running = undefined;
  }

  private async loop(): Promise<void> {
    while (!this.isStopping) {
      await this.round();
      await this.pause.wait(this.pauseMs);
    }
  }

  private async round(): Promise<void> {
    for (const task of this.tasks) {
      if (this.isStopping) return;
      try {
        const result = await task.run(this.clock.now());
        if (result !== SKIPPED) this.failures.get(task)?.worked();
      } catch (error) {
        this.failures.get(task)?.failed(error);
      }
    }
  }
}
