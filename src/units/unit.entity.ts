import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';
import type { UnitKind, UnitLevel } from './unit';

/** A unit of the organisation tree, for as long as it exists. Never deleted: what happened in it stays its own. */
@Entity('units')
@Unique('uq_units_code', ['code'])
@Unique('uq_units_path', ['path'])
@Index('ix_units_parent_id', ['parentId'])
@Index('ix_units_name_folded', ['nameFolded', 'id'])
export class Unit {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.key)
  code: string;

  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  @Column(columns.name)
  kind: UnitKind;

  @Column(columns.name)
  level: UnitLevel;

  @Column({ ...columns.id, nullable: true })
  parentId: string | null;

  /** `/<id>/<id>/`, from the root down to this unit: what lies below begins with it. */
  @Column(columns.text)
  path: string;

  /** 1 for a unit outside the tree's authority, or managed together with another one. */
  @Column(columns.integer)
  isOutside: number;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;

  @Column(columns.integer)
  version: number;
}
