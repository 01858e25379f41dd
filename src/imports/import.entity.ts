import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ImportKindName, ImportState, RowFate, RowOutcome } from '../../workflows/import';
import { columns } from '../platform/persistence';

/** A file that was tried out, and may have been applied. */
@Entity('imports')
@Index('ix_imports_unit_path', ['unitPath'])
@Index('ix_imports_created_at', ['createdAt', 'id'])
export class ImportRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  kind: ImportKindName;

  /** Path of the unit that it is for; `/` for a file that brings in the roots. */
  @Column(columns.text)
  unitPath: string;

  /** Id of the user who tried it out, or `system`: nobody else may apply it, since others would hear another answer. */
  @Column(columns.key)
  requestedBy: string;

  @Column(columns.text)
  fileName: string;

  @Column(columns.hash)
  fileHash: string;

  @Column(columns.name)
  state: ImportState;

  @Column(columns.integer)
  rowCount: number;

  /** How many rows of each fate: JSON. */
  @Column(columns.text)
  fates: string;

  /** The headings of the file: JSON. */
  @Column(columns.text)
  headings: string;

  @Column({ ...columns.id, nullable: true })
  jobId: string | null;

  @Column(columns.instant)
  createdAt: string;
}

/** One row of a file. What it says is kept apart from everything else, and erased when it is not needed any more. */
@Entity('import_rows')
@Index('ix_import_rows_fate', ['importId', 'fate', 'ordinal'])
export class ImportLine {
  @PrimaryColumn(columns.id)
  importId: string;

  /** Place among the rows, from 1; the headings are none. */
  @PrimaryColumn(columns.integer)
  ordinal: number;

  /** Line of the file that it ends on. */
  @Column(columns.integer)
  line: number;

  @Column(columns.name)
  fate: RowFate;

  @Column({ ...columns.name, nullable: true })
  outcome: RowOutcome | null;

  /** What the row is known as, or became; several ids when it looks like several. JSON. */
  @Column(columns.text)
  subjectIds: string;

  /** Why: JSON. */
  @Column(columns.text)
  reasons: string;

  /** The cells as they were read: JSON. Null once erased. */
  @Column({ ...columns.text, nullable: true })
  cells: string | null;

  /** The input of the command that it becomes: JSON. Null when there is none, and once erased. */
  @Column({ ...columns.text, nullable: true })
  input: string | null;

  /** Type of the command, where it is not the one of its kind. */
  @Column({ ...columns.name, nullable: true })
  commandType: string | null;

  /** What the command is done to; null where it brings something into being. */
  @Column({ ...columns.id, nullable: true })
  instanceId: string | null;
}
