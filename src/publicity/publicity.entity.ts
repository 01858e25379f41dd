import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** How a campaign is made known. One for each campaign. */
@Entity('publicity_plans')
@Unique('uq_publicity_plans_campaign_id', ['campaignId'])
@Index('ix_publicity_plans_created_at', ['createdAt', 'id'])
export class PublicityPlan {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  campaignId: string;

  /** The unit that leads the campaign. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column({ ...columns.text, nullable: true })
  paper: string | null;

  @Column(columns.instant)
  createdAt: string;

  @Column(columns.integer)
  version: number;
}

/** Something that somebody is to publish by a day, or so many a day or month. */
@Entity('publicity_pieces')
@Unique('uq_publicity_pieces_code', ['planId', 'code'])
@Index('ix_publicity_pieces_due_on', ['planId', 'dueOn', 'id'])
@Index('ix_publicity_pieces_charged_path', ['chargedPath'])
export class PublicityPiece {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  planId: string;

  @Column(columns.key)
  code: string;

  @Column(columns.text)
  content: string;

  @Column({ ...columns.text, nullable: true })
  duty: string | null;

  @Column(columns.name)
  channel: string;

  /** The unit in charge; null for a body outside. */
  @Column({ ...columns.id, nullable: true })
  chargedUnitId: string | null;

  /** A body outside that is in charge. */
  @Column({ ...columns.text, nullable: true })
  chargedBody: string | null;

  /** Path of the unit in charge; for a body outside, of the unit that leads the campaign. */
  @Column(columns.text)
  chargedPath: string;

  @Column(columns.name)
  cadence: string;

  @Column({ ...columns.localDate, nullable: true })
  startsOn: string | null;

  @Column(columns.localDate)
  dueOn: string;

  /** Canonical JSON: the rule that the figures are judged by; null where nothing is counted. */
  @Column({ ...columns.text, nullable: true })
  rule: string | null;

  @Column({ ...columns.instant, nullable: true })
  droppedAt: string | null;

  /** Commitment. */
  @Column({ ...columns.hash, nullable: true })
  dropReason: string | null;
}

/** How much was published in some days. */
@Entity('publicity_reports')
@Unique('uq_publicity_reports_claim', ['claim'])
@Index('ix_publicity_reports_piece_id', ['pieceId', 'asOf', 'id'])
export class PublicityReport {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  pieceId: string;

  /** The piece and the day; null once it was withdrawn. */
  @Column({ ...columns.key, nullable: true })
  claim: string | null;

  /** The first day that it is about; the day itself for a total. */
  @Column(columns.localDate)
  fromOn: string;

  @Column(columns.localDate)
  asOf: string;

  /** A decimal. */
  @Column(columns.text)
  value: string;

  @Column(columns.text)
  reference: string;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  /** Commitment. */
  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;
}
