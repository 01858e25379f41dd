import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../../workflows/kernel';
import type { RowReader } from '../../platform/persistence';

/** Answers on which days these review rounds sat last; a round that is not there has none. */
export type SittingDaysReader = (rows: RowReader, reviewIds: readonly string[]) => Promise<readonly LocalDate[]>;

/** Knows when cases were reviewed; whoever holds review rounds registers itself. */
@Injectable()
export class SittingDays {
  private reader: SittingDaysReader | undefined;

  register(reader: SittingDaysReader): void {
    this.reader = reader;
  }

  /** The latest of those days; null without any, and while nobody holds rounds. */
  async lastOf(rows: RowReader, reviewIds: readonly string[]): Promise<LocalDate | null> {
    if (!this.reader || reviewIds.length === 0) return null;
    const days = await this.reader(rows, reviewIds);
    return [...days].sort().at(-1) ?? null;
  }
}
