import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** Money in or out of a fund. Never changed: what was wrong is set right by an entry the other way. */
@Entity('fund_entries')
@Index('ix_fund_entries_booked_on', ['fundYearId', 'bookedOn', 'id'])
@Index('ix_fund_entries_case_id', ['caseId'])
export class FundEntry {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  fundYearId: string;

  @Column(columns.name)
  direction: 'in' | 'out';

  /** Where it comes from or what it goes to: `budget`, `payment`. */
  @Column(columns.name)
  source: string;

  /** Whole đồng. */
  @Column(columns.amount)
  amount: number;

  @Column(columns.localDate)
  bookedOn: string;

  /** Number of the paper it rests on; null where the case is the reason. */
  @Column({ ...columns.text, nullable: true })
  paper: string | null;

  /** The case that was paid, or whose money came back. */
  @Column({ ...columns.id, nullable: true })
  caseId: string | null;
}
