import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A household, known by its head. Personal data, kept as that of a person. */
@Entity('households')
@Index('ix_households_unit_id', ['unitId'])
@Index('ix_households_head_name_folded', ['headNameFolded', 'id'])
export class Household {
  @PrimaryColumn(columns.id)
  id: string;

  /** Empty once erased, as its folded form and the address. */
  @Column(columns.text)
  headName: string;

  @Column(columns.text)
  headNameFolded: string;

  @Column(columns.text)
  address: string;

  @Column(columns.id)
  unitId: string;

  @Column({ ...columns.instant, nullable: true })
  erasedAt: string | null;

  @Column(columns.integer)
  version: number;
}
