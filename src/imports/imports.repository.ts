import type { ImportKindName, ImportState, RowFate, RowOutcome } from '../../workflows/import';
import { canonicalJson, type Instant } from '../../workflows/kernel';
import { inChunks, insertRows, locking, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
import type { JudgedRow } from './import-judge';

/** A file as its row holds it. */
export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly unitPath: string;
  readonly requestedBy: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly state: ImportState;
  readonly rowCount: number;
  /** JSON. */
  readonly fates: string;
  /** JSON. */
  readonly headings: string;
  readonly jobId: string | null;
  readonly createdAt: Instant;
}

/** Columns of an ImportRecord by its names. */
export const IMPORT_COLUMNS = `id, kind, unit_path AS "unitPath", requested_by AS "requestedBy", file_name AS "fileName",
  file_hash AS "fileHash", state, row_count AS "rowCount", fates, headings, job_id AS "jobId", created_at AS "createdAt"`;

/** One row that is to be applied. */
export interface RowToApply {
  readonly ordinal: number;
  readonly fate: RowFate;
  /** JSON of what it is known as, or looks like. */
  readonly subjectIds: string;
  /** JSON of why it was refused when it was tried out. */
  readonly reasons: string;
  /** JSON of the command's input; null when there is none. */
  readonly input: string | null;
  /** Type of the command when it is not the kind's own, and what it is done to. */
  readonly commandType: string | null;
  readonly instanceId: string | null;
}

/** What became of one row. */
export interface RowResult {
  readonly ordinal: number;
  readonly outcome: RowOutcome;
  readonly subjectIds: string;
  /** JSON. */
  readonly reasons: string;
}

/** Takes back the rows of a file whose check broke off; nothing when it was finished. */
export async function dropUnfinishedRows(tx: Tx, importId: string): Promise<void> {
  await tx.change(
    'DELETE FROM import_rows WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = import_rows.import_id)',
    [importId],
  );
}

/** Stores what would become of rows. */
export async function insertJudgedRows(tx: Tx, importId: string, judged: readonly JudgedRow[]): Promise<void> {
  await insertRows(
    tx,
    'import_rows',
    judged.map(({ row, fate, ids, reasons, input, command }) => ({
      ...{ import_id: importId, ordinal: row.ordinal, line: row.line, fate, outcome: null },
      ...{ subject_ids: JSON.stringify(ids), reasons: JSON.stringify(reasons), cells: JSON.stringify(row.raw) },
      input: input === undefined ? null : canonicalJson(command?.input ?? input),
      ...{ command_type: command?.type ?? null, instance_id: command?.instanceId ?? null },
    })),
  );
}

/** How many rows of a file are stored. */
export async function countRows(rows: RowReader, importId: string): Promise<number> {
  const [counted] = await rows.rows<{ count: number | string }>(
    'SELECT COUNT(*) AS count FROM import_rows WHERE import_id = ?',
    [importId],
  );
  return Number(counted?.count ?? 0);
}

/** Inserts a file that was checked. */
export async function insertImport(tx: Tx, record: ImportRecord): Promise<void> {
  await insertRows(tx, 'imports', [
    {
      ...{ id: record.id, kind: record.kind, unit_path: record.unitPath, requested_by: record.requestedBy },
      ...{ file_name: record.fileName, file_hash: record.fileHash, state: record.state, row_count: record.rowCount },
      ...{ fates: record.fates, headings: record.headings, job_id: record.jobId, created_at: record.createdAt },
    },
  ]);
}

/** One file, taken for change when asked; undefined when there is none. */
export async function readImport(rows: RowReader, id: string, lock?: 'taken'): Promise<ImportRecord | undefined> {
  const [found] = await rows.rows<ImportRecord>(
    `SELECT ${IMPORT_COLUMNS} FROM imports WHERE id = ?${locking(rows, lock)}`,
    [id],
  );
  return found;
}

/** Moves a file to another state, with the job that applies it. */
export async function turnImport(
  tx: Tx,
  id: string,
  { state, jobId = null }: { readonly state: ImportState; readonly jobId?: string | null },
): Promise<void> {
  await tx.change('UPDATE imports SET state = ?, job_id = COALESCE(?, job_id) WHERE id = ?', [state, jobId, id]);
}

/** A file is applied when all its rows are, unless it was discarded meanwhile. */
export async function finishApplying(tx: Tx, id: string): Promise<void> {
  await tx.change("UPDATE imports SET state = 'applied' WHERE id = ? AND state = 'applying'", [id]);
}

/** The next rows of a file after a place. */
export function readRowsToApply(
  rows: RowReader,
  importId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RowToApply[]> {
  return rows.rows<RowToApply>(
    `SELECT ordinal, fate, subject_ids AS "subjectIds", reasons, input, command_type AS "commandType",
       instance_id AS "instanceId" FROM import_rows
     WHERE import_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ${limit}`,
    [importId, after],
  );
}

/** Writes what became of rows; what the register has now is erased here. */
export async function writeResults(tx: Tx, importId: string, results: readonly RowResult[]): Promise<void> {
  for (const some of inChunks(results, 500)) {
    const marks = some.map(() => '(?, ?, ?, ?)').join(', ');
    // PostgreSQL takes values without a type for text, and both databases name the columns of VALUES alike.
    await tx.change(
      `UPDATE import_rows SET outcome = v.column2, subject_ids = v.column3, reasons = v.column4, input = NULL,
         cells = CASE WHEN v.column2 = 'added' THEN NULL ELSE cells END
       FROM (VALUES ${marks}) AS v WHERE import_id = ? AND ordinal = CAST(v.column1 AS INTEGER)`,
      [
        ...some.flatMap(({ ordinal, outcome, subjectIds, reasons }): SqlValue[] => [
          String(ordinal),
          outcome,
          subjectIds,
          reasons,
        ]),
        importId,
      ],
    );
  }
}

/** Erases all that the rows of a file say, unless they are still to be applied; answers how many said anything. */
export function eraseRows(tx: Tx, importId: string): Promise<number> {
  return tx.change(
    `UPDATE import_rows SET cells = NULL, input = NULL WHERE import_id = ? AND (cells IS NOT NULL OR input IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.id = import_rows.import_id AND i.state = 'applying')`,
    [importId],
  );
}
