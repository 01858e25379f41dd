import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../../platform/persistence';

/** A case: the state of its workflow, and what lists and tallies read of it. */
@Entity('award_cases')
@WorkflowIndexes('award_cases')
@Index('ix_award_cases_created_at', ['workflow.createdAt', 'id'])
@Index('ix_award_cases_dossier_id', ['dossierId', 'workflow.state'])
@Index('ix_award_cases_campaign_id', ['campaignId'])
@Index('ix_award_cases_parent_case_id', ['parentCaseId'])
@Index('ix_award_cases_achievement_id', ['achievementId'])
@Index('ix_award_cases_subject', ['subjectId', 'subjectKind'])
export class AwardCase {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  @Column(columns.id)
  dossierId: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column({ ...columns.id, nullable: true })
  cycleId: string | null;

  @Column(columns.name)
  tier: string;

  /** Of the tier: Party awards never enter State tallies. */
  @Column(columns.name)
  family: 'state' | 'party';

  @Column(columns.name)
  commendation: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  @Column(columns.id)
  achievementId: string;

  @Column(columns.localDate)
  achievedFrom: string;

  @Column(columns.localDate)
  achievedTo: string;

  /** The case at the level below that was sent up and became this one. */
  @Column({ ...columns.id, nullable: true })
  parentCaseId: string | null;

  /** The first case of that chain, which has the achievement. */
  @Column({ ...columns.id, nullable: true })
  rootCaseId: string | null;

  /** 1 when a higher level decides. */
  @Column(columns.integer)
  isUpward: number;

  /** 1 when it takes the simple procedure, which has papers of its own. */
  @Column({ ...columns.integer, default: 0 })
  isSimple: number;

  @Column({ ...columns.id, nullable: true })
  reviewId: string | null;

  @Column({ ...columns.id, nullable: true })
  itemId: string | null;

  @Column({ ...columns.id, nullable: true })
  decisionId: string | null;

  @Column({ ...columns.localDate, nullable: true })
  decidedOn: string | null;

  @Column({ ...columns.localDate, nullable: true })
  presentedOn: string | null;

  @Column({ ...columns.localDate, nullable: true })
  paidOn: string | null;

  /** Whole đồng as text. */
  @Column({ ...columns.text, nullable: true })
  amount: string | null;
}
