import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';
import type { DossierState } from './dossier-states';

/** One submission of a unit to the authority that receives it: the paper's head, its papers, and how far it has come. */
@Entity('dossiers')
@Index('ix_dossiers_unit_path', ['unitPath'])
@Index('ix_dossiers_campaign_id', ['campaignId'])
@Index('ix_dossiers_created_at', ['createdAt', 'id'])
export class Dossier {
  @PrimaryColumn(columns.id)
  id: string;

  /** Number and symbol of the submission, `12/TTr-UBND`. */
  @Column(columns.key)
  number: string;

  @Column(columns.localDate)
  datedOn: string;

  /** The signer's office, never the signer's name. */
  @Column(columns.text)
  signerTitle: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column({ ...columns.id, nullable: true })
  cycleId: string | null;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** The unit that receives the dossier, and the level of its head: whether a case goes up from there depends on it. */
  @Column(columns.id)
  authorityUnitId: string;

  @Column(columns.name)
  authorityLevel: string;

  /** Canonical JSON of a list of papers. */
  @Column(columns.text)
  papers: string;

  @Column(columns.name)
  state: DossierState;

  /** When it was last submitted: the day whose rules hold, and the instant that the campaign's last day is measured at. */
  @Column({ ...columns.instant, nullable: true })
  submittedAt: string | null;

  @Column({ ...columns.instant, nullable: true })
  receivedAt: string | null;

  /** When it was found complete: the clock of the appraisal starts. */
  @Column({ ...columns.instant, nullable: true })
  completeAt: string | null;

  /** Last day of the appraisal; null until the papers are complete, and where nobody set one. */
  @Column({ ...columns.localDate, nullable: true })
  appraisalDueOn: string | null;

  /** Commitment of the reason of the last return. */
  @Column({ ...columns.hash, nullable: true })
  returnReason: string | null;

  @Column(columns.integer)
  version: number;

  @Column(columns.instant)
  createdAt: string;
}
