import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../persistence/column-types';

/** How far the clock of a demonstration is ahead of the machine's. One row, or none. */
@Entity('shared_clocks')
export class SharedClockRow {
  @PrimaryColumn(columns.name)
  name: string;

  /** Milliseconds, negative when it is behind. */
  @Column(columns.amount)
  aheadMs: number;
}
