import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** What was reported on a pledge for one period. */
@Entity('progress_reports')
@Unique('uq_progress_reports_pledge_id_period', ['pledgeId', 'period'])
@Index('ix_progress_reports_campaign_id', ['campaignId', 'createdAt', 'id'])
export class ProgressReport {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  pledgeId: string;

  @Column(columns.id)
  campaignId: string;

  /** The plan that its values are judged by: that of the pledge when it was reported. */
  @Column(columns.integer)
  planRevision: number;

  @Column(columns.key)
  period: string;

  /** The day up to which its values count. */
  @Column(columns.localDate)
  asOf: string;

  @Column(columns.name)
  status: 'reported' | 'verified';

  @Column(columns.instant)
  createdAt: string;

  /** Papers that show the values, as canonical JSON; null without any. */
  @Column({ ...columns.text, nullable: true })
  evidence: string | null;
}

/** A reported value of a measure and what the core says of it. */
@Entity('progress_values')
export class ProgressValue {
  @PrimaryColumn(columns.id)
  reportId: string;

  @PrimaryColumn(columns.name)
  measureCode: string;

  /** The plan that the claim is about; null when the measure has one plan only. */
  @Column({ ...columns.text, nullable: true })
  planName: string | null;

  /** Decimal as text. */
  @Column(columns.text)
  reported: string;

  /** Decimal as text; null until the report is verified. */
  @Column({ ...columns.text, nullable: true })
  verified: string | null;

  /** `percentOfPlan` where only the per cent of the plan is known; null where the values are in the unit of the measure. */
  @Column({ ...columns.name, nullable: true })
  basis: 'percentOfPlan' | null;

  /** Of the verified value, before that of the reported one. */
  @Column(columns.name)
  status: 'exceeded' | 'reached' | 'missed' | 'notReported';

  /** Percentage of the plan, for reading only; null where it would mislead. */
  @Column({ ...columns.text, nullable: true })
  percent: string | null;
}
