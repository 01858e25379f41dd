import { Inject, Injectable, Logger } from '@nestjs/common';
import { AppError } from '../errors/app-error';
import { FailureLog } from '../logging/failure-log';
import { JobQueue } from '../queue/job-queue.port';
import { RelayPass, type PassResult } from './relay-pass';
import { RELAY_SETTINGS, type RelaySettings } from './relay-settings';
import { WakeUp } from './wake-up';

/** Another process relays this database: its outbox cannot be emptied from here. */
export class RelayElsewhereError extends AppError {
  constructor() {
    super('PLATFORM.RELAY_ELSEWHERE', 'Another process relays this database: stop it first, or let it do the work');
  }
}

/**
 * Brings due jobs from the outbox to the queue. One relay works for one database; the others look now and then whether
 * it is still there. Errors are logged and the pass is made again: nothing is lost, since the outbox is the truth.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly failures = new FailureLog(this.logger, 'A pass');
  private running: Promise<void> | undefined;
  private isStopping = false;
  /** Passes go one after the other, whoever asks for them. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly relay: RelayPass,
    private readonly queue: JobQueue,
    private readonly wakeUp: WakeUp,
    @Inject(RELAY_SETTINGS) private readonly settings: RelaySettings,
  ) {}

  /** Starts to relay. Does nothing when started already. */
  start(): void {
    this.isStopping = false;
    this.running ??= this.loop();
  }

  /** Finishes the present pass and gives the lease back. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wakeUp.ring();
    await this.running;
    this.running = undefined;
    await this.resign();
  }

  /** A lease that cannot be given back ends by itself: no reason not to stop. */
  private async resign(): Promise<void> {
    try {
      await this.relay.resign();
    } catch (error) {
      this.logger.warn(`The lease could not be given back: ${String(error)}`);
    }
  }

  /**
   * Works until nothing is due and the queue is idle; the queue must have been started. For rehearsals and tests,
   * beside a started relay or instead of one. Throws RelayElsewhereError when another process relays.
   */
  async drain(): Promise<void> {
    for (let isMore = true; isMore;) {
      await this.queue.whenIdle();
      const result = await this.pass();
      if (!result.isHolder) throw new RelayElsewhereError();
      isMore = result.moved > 0;
    }
  }

  private async loop(): Promise<void> {
    while (!this.isStopping) {
      const isMore = await this.tryPass();
      if (!isMore) await this.wakeUp.wait(this.settings.pollMs);
    }
  }

  private async tryPass(): Promise<boolean> {
    try {
      const result = await this.pass();
      this.failures.worked();
      return result.isHolder && result.moved > 0;
    } catch (error) {
      this.failures.failed(error);
      return false;
    }
  }

  private pass(): Promise<PassResult> {
    const next = this.turn.then(() => this.relay.run());
    this.turn = next.catch(() => undefined);
    return next;
  }
}
