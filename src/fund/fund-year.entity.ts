import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** The emulation and commendation fund (quỹ thi đua, khen thưởng) of a unit in one year. */
@Entity('fund_years')
@Unique('uq_fund_years_unit_id', ['unitId', 'year'])
@Index('ix_fund_years_year', ['year', 'id'])
@Index('ix_fund_years_unit_path', ['unitPath'])
export class FundYear {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column(columns.integer)
  year: number;

  /** When somebody opened the books; null while only payments were booked. */
  @Column({ ...columns.instant, nullable: true })
  openedAt: string | null;

  /** 1 when the keeper declared that spending beyond the balance is refused. */
  @Column(columns.integer)
  refusesOverdraft: number;

  @Column({ ...columns.instant, nullable: true })
  closedAt: string | null;

  @Column(columns.integer)
  version: number;
}
