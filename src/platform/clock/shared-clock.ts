import { addMilliseconds, millisecondsBetween, type Instant } from '../../../workflows/kernel';
import type { RowReader, Tx } from '../persistence/unit-of-work.port';
import { Clock } from './clock.port';

const ROW = 'shared';

/**
 * The machine's clock and a distance that all processes over one database share: for demonstrations, in which a year passes
 * in an afternoon. What is ahead is in one row; each process reads it again and again, and `now` never waits for that.
 */
export class SharedClock extends Clock {
  private aheadMs = 0;

  constructor(private readonly machine: Clock) {
    super();
  }

  override now(): Instant {
    return addMilliseconds(this.machine.now(), this.aheadMs);
  }

  /** Takes over what the row says. */
  async follow(rows: RowReader): Promise<void> {
    const [row] = await rows.rows<{ aheadMs: number | string }>(
      'SELECT ahead_ms AS "aheadMs" FROM shared_clocks WHERE name = ?',
      [ROW],
    );
    this.aheadMs = Number(row?.aheadMs ?? 0);
  }

  /** Makes it this moment now, for all who follow; from here on it goes on as the machine's does. */
  async put(tx: Tx, moment: Instant): Promise<void> {
    await this.write(tx, millisecondsBetween(this.machine.now(), moment));
  }

  /** Makes it the machine's time again. */
  async reset(tx: Tx): Promise<void> {
    await this.write(tx, 0);
  }

  private async write(tx: Tx, aheadMs: number): Promise<void> {
    await tx.change(
      `INSERT INTO shared_clocks (name, ahead_ms) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET ahead_ms = excluded.ahead_ms`,
      [ROW, aheadMs],
    );
    this.aheadMs = aheadMs;
  }
}
