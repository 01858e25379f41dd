import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** How many examples a unit and those below it are to find. */
@Entity('example_targets')
@Index('ix_example_targets_created_at', ['createdAt', 'id'])
@Index('ix_example_targets_unit_path', ['unitPath'])
export class ExampleTarget {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.text)
  name: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  /** Canonical JSON: the kinds that count. */
  @Column(columns.text)
  kinds: string;

  @Column({ ...columns.name, nullable: true })
  field: string | null;

  @Column({ ...columns.integer, nullable: true })
  year: number | null;

  @Column(columns.name)
  stage: string;

  @Column(columns.name)
  direction: string;

  @Column(columns.integer)
  value: number;

  @Column({ ...columns.instant, nullable: true })
  droppedAt: string | null;

  /** Commitment. */
  @Column({ ...columns.hash, nullable: true })
  dropReason: string | null;

  @Column(columns.instant)
  createdAt: string;

  @Column(columns.integer)
  version: number;
}
