import { Injectable } from '@nestjs/common';
import type { RowReader } from '../../platform/persistence';

/** Answers whether a review round of this unit takes cases onto its agenda now. */
export type AgendaReader = (rows: RowReader, reviewId: string, unitPath: string) => Promise<boolean>;

/** Knows the agendas that lists can be put on; whoever holds review rounds registers itself. */
@Injectable()
export class Agendas {
  private reader: AgendaReader | undefined;

  register(reader: AgendaReader): void {
    this.reader = reader;
  }

  /** False, too, while nobody holds rounds. */
  async isOpen(rows: RowReader, reviewId: string, unitPath: string): Promise<boolean> {
    return this.reader ? this.reader(rows, reviewId, unitPath) : false;
  }
}
