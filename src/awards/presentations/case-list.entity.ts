import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';
import type { CaseListKind, CaseListState } from './case-list';

/** A ceremony or a payment list: many cases that are presented or paid together. */
@Entity('case_lists')
@Index('ix_case_lists_dated_on', ['kind', 'datedOn', 'id'])
@Index('ix_case_lists_unit_path', ['unitPath'])
export class CaseList {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  kind: CaseListKind;

  /** The authority whose awards these are, and its path. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** The day of the ceremony or of the payment. */
  @Column(columns.localDate)
  datedOn: string;

  /** Of a ceremony. */
  @Column({ ...columns.text, nullable: true })
  place: string | null;

  /** Of a ceremony: commitment of who presents. */
  @Column({ ...columns.hash, nullable: true })
  presenter: string | null;

  /** Of a payment list: number of the voucher. */
  @Column({ ...columns.text, nullable: true })
  paper: string | null;

  @Column(columns.name)
  state: CaseListState;

  @Column(columns.integer)
  caseCount: number;

  @Column(columns.integer)
  version: number;
}

/** A case on such a list, and what became of it. */
@Entity('case_list_lines')
@Index('ix_case_list_lines_ordinal', ['listId', 'ordinal'])
export class CaseListLine {
  @PrimaryColumn(columns.id)
  listId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  /** From 0, in the order in which they were listed. */
  @Column(columns.integer)
  ordinal: number;

  /** `done` or `refused`; null before the list is carried out. */
  @Column({ ...columns.name, nullable: true })
  outcome: string | null;

  /** Canonical JSON of the reasons of a refusal. */
  @Column({ ...columns.text, nullable: true })
  reasons: string | null;
}
