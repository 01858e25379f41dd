import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/**
 * Where a unit stood in the tree before it was put elsewhere, itself or along with a unit above it. What was recorded there
 * keeps that path: tallies of those years stay, and the seats of the unit reach it from where the unit stands now.
 */
@Entity('unit_places')
@Index('ix_unit_places_path', ['path'])
export class UnitPlace {
  @PrimaryColumn(columns.id)
  unitId: string;

  /** `/<id>/<id>/`, as it was. */
  @PrimaryColumn(columns.text)
  path: string;

  /** The first day on which the unit stood there no more. */
  @PrimaryColumn(columns.localDate)
  leftOn: string;

  @Column({ ...columns.id, nullable: true })
  parentId: string | null;

  /** Number and symbol of the paper; null for a unit that only went along with one above it. */
  @Column({ ...columns.text, nullable: true })
  document: string | null;
}
