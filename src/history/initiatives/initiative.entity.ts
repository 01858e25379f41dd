import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** An initiative or a piece of research that was recognised. */
@Entity('initiatives')
@Index('ix_initiatives_recognised_on', ['recognisedOn', 'id'])
export class Initiative {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.text)
  title: string;

  @Column(columns.name)
  kind: string;

  @Column(columns.name)
  scope: string;

  /** Date of the paper. */
  @Column(columns.localDate)
  recognisedOn: string;

  @Column({ ...columns.key, nullable: true })
  proofNumber: string | null;

  @Column({ ...columns.text, nullable: true })
  proofIssuer: string | null;

  @Column({ ...columns.localDate, nullable: true })
  proofDate: string | null;

  /** Commitment of the text on its effect; empty when there is none. */
  @Column(columns.hash)
  effect: string;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;

  @Column(columns.integer)
  version: number;
}

/** Whose initiative it is. */
@Entity('initiative_authors')
@Index('ix_initiative_authors_subject', ['subjectId', 'subjectKind'])
export class InitiativeAuthor {
  @PrimaryColumn(columns.id)
  initiativeId: string;

  @PrimaryColumn(columns.name)
  subjectKind: string;

  @PrimaryColumn(columns.id)
  subjectId: string;

  @Column(columns.integer)
  ordinal: number;
}

/** The ledger of what initiatives back. */
@Entity('initiative_uses')
@Unique('uq_initiative_uses_claim', ['claim'])
@Index('ix_initiative_uses_initiative_id', ['initiativeId'])
export class InitiativeUseRecord {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  initiativeId: string;

  /** The initiative, for the one use that needs no reason; null for further ones and for those that were taken back. */
  @Column({ ...columns.id, nullable: true })
  claim: string | null;

  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  @Column({ ...columns.id, nullable: true })
  awardRecordId: string | null;

  @Column(columns.localDate)
  usedOn: string;

  /** Commitment of the reason why it backs a second thing; null for the first one. */
  @Column({ ...columns.hash, nullable: true })
  overrideReason: string | null;

  @Column({ ...columns.instant, nullable: true })
  releasedAt: string | null;
}
