import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { Gender, LeaderLevel } from './subject';

/**
 * A person. Personal data is here and in the private texts of the person's stream, never in an event:
 * erasing blanks both, and the row stays as the holder of the id.
 */
@Entity('people')
@Index('ix_people_unit_id', ['unitId'])
@Index('ix_people_name_folded', ['nameFolded', 'id'])
@Index('ux_people_national_id_hash', ['nationalIdHash'], { unique: true })
@Index('ix_people_merged_into_id', ['mergedIntoId'])
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

  /** Hash of the identity number, salted: to find the same number again. Null when it is not known. */
  @Column({ ...columns.hash, nullable: true })
  nationalIdHash: string | null;

  /** What is shown of the number: `*********123`. */
  @Column({ ...columns.key, nullable: true })
  nationalIdMask: string | null;

  /** Set when the row turned out to be of the same person as another one, which stays. */
  @Column({ ...columns.id, nullable: true })
  mergedIntoId: string | null;

  @Column(columns.id)
  unitId: string;

  /** 1 for who works in production, teaching, treating, fighting: quotas count them apart from leaders. */
  @Column(columns.integer)
  isDirectWorker: number;

  @Column(columns.integer)
  isLeader: number;

  /** At which level a leader leads; null for who is none, and where nobody said it. */
  @Column({ ...columns.name, nullable: true })
  leaderLevel: LeaderLevel | null;

  @Column({ ...columns.instant, nullable: true })
  erasedAt: string | null;

  @Column(columns.integer)
  version: number;
}
