import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** An interim review (sơ kết) that was held. */
@Entity('campaign_interim_reviews')
@Index('ix_campaign_interim_reviews_campaign_id', ['campaignId'])
export class CampaignInterimReview {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  campaignId: string;

  @Column(columns.localDate)
  heldOn: string;

  @Column({ ...columns.text, nullable: true })
  name: string | null;

  /** Commitment of what it found. */
  @Column({ ...columns.hash, nullable: true })
  results: string | null;

  @Column({ ...columns.text, nullable: true })
  paperNumber: string | null;
}

/** A unit that a report is asked of, where not all are. */
@Entity('campaign_addressees')
export class CampaignAddressee {
  @PrimaryColumn(columns.id)
  requestId: string;

  @PrimaryColumn(columns.id)
  unitId: string;

  @Column(columns.id)
  campaignId: string;
}

/** Criticism or praise of a unit. */
@Entity('campaign_outcomes')
@Index('ix_campaign_outcomes_campaign_id', ['campaignId', 'recordedAt', 'id'])
export class CampaignOutcomeRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  campaignId: string;

  @Column(columns.name)
  kind: string;

  @Column(columns.id)
  unitId: string;

  /** Commitment. */
  @Column(columns.hash)
  reason: string;

  @Column(columns.instant)
  recordedAt: string;

  /** Null while it stands. */
  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  /** Commitment of why it was withdrawn. */
  @Column({ ...columns.hash, nullable: true })
  withdrawnFor: string | null;
}
