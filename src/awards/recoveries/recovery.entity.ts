import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** What has to come back after an award was revoked: the artefact, the money, or both. */
@Entity('recoveries')
@Unique('uq_recoveries_case_id', ['caseId'])
@Index('ix_recoveries_opened_at', ['openedAt', 'id'])
@Index('ix_recoveries_unit_path', ['unitPath'])
export class Recovery {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  caseId: string;

  /** The authority whose fund the money came from, and its path. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** 1 when the award had been handed over. */
  @Column(columns.integer)
  isArtefactDue: number;

  @Column({ ...columns.localDate, nullable: true })
  artefactReturnedOn: string | null;

  /** Whole đồng as text; `0` when nothing had been paid. */
  @Column(columns.text)
  moneyDue: string;

  @Column(columns.text)
  moneyRecovered: string;

  @Column(columns.instant)
  openedAt: string;

  @Column(columns.integer)
  version: number;
}
