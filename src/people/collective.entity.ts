import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A collective that can be commended without being a unit of the tree: a team, a class, a neighbourhood group. */
@Entity('collectives')
@Index('ix_collectives_unit_id', ['unitId'])
@Index('ix_collectives_name_folded', ['nameFolded', 'id'])
export class Collective {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.integer)
  version: number;
}
