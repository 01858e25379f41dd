import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';
import type { CouncilKind } from './council';

/** A council, or the conference of a cluster. */
@Entity('councils')
@Unique('uq_councils_code', ['code'])
@Index('ix_councils_unit_path', ['unitPath'])
@Index('ix_councils_name_folded', ['nameFolded', 'id'])
export class Council {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.key)
  code: string;

  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  @Column(columns.name)
  kind: CouncilKind;

  @Column(columns.id)
  unitId: string;

  /** Path of the unit in the tree. */
  @Column(columns.text)
  unitPath: string;

  /** The full council that a standing committee is part of. */
  @Column({ ...columns.id, nullable: true })
  partOfId: string | null;

  /** The first day on which the council is no more. */
  @Column({ ...columns.localDate, nullable: true })
  dissolvedOn: string | null;

  @Column(columns.integer)
  version: number;
}
