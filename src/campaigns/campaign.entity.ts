import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../platform/persistence';

/** A campaign: the state of its workflow, and what lists show of its plan. */
@Entity('campaigns')
@Unique('uq_campaigns_code', ['code'])
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
}
