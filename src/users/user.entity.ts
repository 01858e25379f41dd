import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';
import type { Language } from './user';

/** An account. What it may do is said by its seats, who it is by the person. */
@Entity('users')
@Unique('uq_users_login', ['login'])
@Index('ix_users_person_id', ['personId'])
@Index('ix_users_unit_id', ['unitId'])
export class User {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.key)
  login: string;

  /** Null for an account of an office or a machine. */
  @Column({ ...columns.id, nullable: true })
  personId: string | null;

  /** The unit that keeps the account; null when only the system does. */
  @Column({ ...columns.id, nullable: true })
  unitId: string | null;

  @Column({ ...columns.text, nullable: true })
  email: string | null;

  @Column(columns.name)
  language: Language;

  @Column(columns.integer)
  isDisabled: number;

  @Column(columns.integer)
  version: number;
}
