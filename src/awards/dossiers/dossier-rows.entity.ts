import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** One of the names that were handed in together, and what became of it. */
@Entity('dossier_lines')
@Unique('uq_dossier_lines_ordinal', ['dossierId', 'ordinal'])
export class DossierLine {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  dossierId: string;

  /** Place in the dossier, from 1. */
  @Column(columns.integer)
  ordinal: number;

  /** Canonical JSON of the nomination as it was sent. */
  @Column(columns.text)
  nomination: string;

  @Column(columns.name)
  state: string;

  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  /** Canonical JSON of the refusals; null while it waits, and once it is a case. */
  @Column({ ...columns.text, nullable: true })
  reasons: string | null;
}

/** Something that a dossier or one of its cases lacks. */
@Entity('dossier_gaps')
@Index('ix_dossier_gaps_dossier_id', ['dossierId'])
export class DossierGap {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  dossierId: string;

  /** Null for what the whole dossier lacks. */
  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  /** Commitment of what is missing. */
  @Column(columns.hash)
  text: string;

  @Column(columns.instant)
  notedAt: string;

  @Column({ ...columns.instant, nullable: true })
  settledAt: string | null;
}
