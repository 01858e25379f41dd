import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../platform/persistence';

/**
 * A registration or an agreement. Its unit is the one that prepares it; the path of an agreement is that of the lowest
 * unit above all its members, so that only who stands above all of them keeps it.
 */
@Entity('pledges')
@Index('ix_pledges_campaign_id_unit_id', ['campaignId', 'workflow.unitId'])
@Index('ix_pledges_person_id', ['personId'])
@WorkflowIndexes('pledges')
export class Pledge {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  @Column(columns.id)
  campaignId: string;

  @Column(columns.name)
  kind: string;

  /** Null until the pledge is concluded. */
  @Column({ ...columns.name, nullable: true })
  outcome: string | null;

  @Column(columns.integer)
  valuesRevision: number;

  /** The plan that the present values were written under and are judged by. */
  @Column({ ...columns.integer, nullable: true })
  planRevision: number | null;

  /** The person who pledges; null when the unit itself does. */
  @Column({ ...columns.id, nullable: true })
  personId: string | null;

  /** The unit that took over, where the pledge was discontinued. */
  @Column({ ...columns.id, nullable: true })
  successorUnitId: string | null;
}
