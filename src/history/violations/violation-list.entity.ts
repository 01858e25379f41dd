import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** A list of violations that an agency sent to a unit. */
@Entity('violation_lists')
@Index('ix_violation_lists_received_on', ['receivedOn', 'id'])
@Index('ix_violation_lists_unit_path', ['unitPath'])
export class ViolationList {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** The agency, never a person. */
  @Column(columns.text)
  agency: string;

  @Column(columns.localDate)
  periodFrom: string;

  @Column(columns.localDate)
  periodTo: string;

  @Column(columns.localDate)
  receivedOn: string;

  @Column({ ...columns.key, nullable: true })
  proofNumber: string | null;

  @Column({ ...columns.text, nullable: true })
  proofIssuer: string | null;

  @Column({ ...columns.localDate, nullable: true })
  proofDate: string | null;

  @Column({ ...columns.instant, nullable: true })
  erasedAt: string | null;

  @Column(columns.integer)
  version: number;
}

/** Somebody on a list. Who it is and what for are in the private texts of the list's stream alone, and can be erased. */
@Entity('violation_rows')
@Index('ix_violation_rows_list', ['listId', 'ordinal'])
export class ViolationRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  listId: string;

  /** Place on the list, from 1. */
  @Column(columns.integer)
  ordinal: number;

  /** Commitment of what the agency wrote: canonical JSON in the private texts of the list's stream. */
  @Column(columns.hash)
  written: string;

  /** Hash of the identity number as the register of people keeps it; null when none was given, and once erased. */
  @Column({ ...columns.hash, nullable: true })
  identityHash: string | null;

  /** `open`, `confirmed` or `dismissed`. */
  @Column(columns.name)
  state: string;

  /** Whom the office took it for. */
  @Column({ ...columns.name, nullable: true })
  subjectKind: string | null;

  @Column({ ...columns.id, nullable: true })
  subjectId: string | null;

  /** What follows: `freeze` or `noted`; null while open or dismissed. */
  @Column({ ...columns.name, nullable: true })
  outcome: string | null;

  @Column({ ...columns.instant, nullable: true })
  settledAt: string | null;
}
