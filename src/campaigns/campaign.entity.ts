import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../platform/persistence';

/** A campaign: the state of its workflow, and what lists show of its plan. */
@Entity('campaigns')
@Unique('uq_campaigns_code', ['code'])
@Index('ix_campaigns_parent_id', ['parentId'])
@WorkflowIndexes('campaigns')
export class Campaign {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  /** Null only inside the unit of work that drafts it. */
  @Column({ ...columns.key, nullable: true })
  code: string | null;

  @Column({ ...columns.text, nullable: true })
  name: string | null;

  @Column({ ...columns.text, nullable: true })
  nameFolded: string | null;

  @Column({ ...columns.text, nullable: true })
  theme: string | null;

  @Column(columns.name)
  kind: string;

  @Column(columns.localDate)
  startsOn: string;

  @Column(columns.localDate)
  endsOn: string;

  @Column(columns.integer)
  planRevision: number;

  @Column({ ...columns.hash, nullable: true })
  rulebookRelease: string | null;

  /** The campaign whose child this is. */
  @Column({ ...columns.id, nullable: true })
  parentId: string | null;

  @Column({ ...columns.name, nullable: true })
  periodType: string | null;

  /** `2024`, `2024-2025`. */
  @Column({ ...columns.name, nullable: true })
  periodLabel: string | null;

  /** From the first and the last day. */
  @Column({ ...columns.name, nullable: true })
  durationClass: string | null;
}
