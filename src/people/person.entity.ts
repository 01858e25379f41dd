import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { Gender } from './subject';

/**
 * A person. Personal data is here and in the private texts of the person's stream, never in an event:
 * erasing blanks both, and the row stays as the holder of the id.
 */
@Entity('people')
@Index('ix_people_unit_id', ['unitId'])
@Index('ix_people_name_folded', ['nameFolded', 'id'])
export class Person {
  @PrimaryColumn(columns.id)
  id: string;

  /** Empty once erased, as its folded form. */
  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  @Column({ ...columns.localDate, nullable: true })
  birthday: string | null;

  @Column({ ...columns.name, nullable: true })
  gender: Gender | null;

  @Column({ ...columns.key, nullable: true })
  nationalId: string | null;

  @Column(columns.id)
  unitId: string;

  /** 1 for who works in production, teaching, treating, fighting: quotas count them apart from leaders. */
  @Column(columns.integer)
  isDirectWorker: number;

  @Column(columns.integer)
  isLeader: number;

  @Column({ ...columns.instant, nullable: true })
  erasedAt: string | null;

  @Column(columns.integer)
  version: number;
}
