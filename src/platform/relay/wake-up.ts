import { Injectable } from '@nestjs/common';

/**
 * Tells the relay of this process that there is something to fetch, so that it need not wait for its next look.
 * A wake-up may be lost (another process, a crash): polling finds the row all the same.
 */
@Injectable()
export class WakeUp {
  private isRung = false;
  private onRing: (() => void) | undefined;

  /** Ends the present wait, or the next one if nobody waits. Any number of calls is one. */
  ring(): void {
    this.isRung = true;
    this.onRing?.();
  }

  /** Resolves when rung, at the latest after so many milliseconds. One waiter at a time. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.onRing = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.onRing = undefined;
    this.isRung = false;
  }
}
