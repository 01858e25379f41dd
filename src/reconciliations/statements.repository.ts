import { foldText, type LocalDate } from '../../workflows/kernel';
import type { StatementState } from '../../workflows/tally';
import type { TallyAxis } from '../../workflows/tally';
import { insertRows, locking, type RowReader, type Tx } from '../platform/persistence';

/** What a statement is by, beside its figures. */
export interface StatementHead {
  readonly title: string;
  readonly source: string;
  readonly asOf: LocalDate;
  readonly axis: TallyAxis;
  /** Commitment of the figures, lists and periods. */
  readonly content: string;
}

/** A statement that is new. */
export interface NewStatement extends StatementHead {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly campaignId: string | null;
}

/** Inserts a statement at version 1. */
export async function insertStatement(tx: Tx, statement: NewStatement): Promise<void> {
  const { id, unitId, unitPath, campaignId, ...head } = statement;
  await insertRows(tx, 'published_statements', [
    {
      id,
      unit_id: unitId,
      unit_path: unitPath,
      campaign_id: campaignId,
      ...columnsOf(head),
      state: 'published',
      version: 1,
    },
  ]);
}

/** Puts what a statement says now in the place of what it said. */
export async function reviseStatement(tx: Tx, id: string, head: StatementHead): Promise<void> {
  const columns = Object.entries(columnsOf(head));
  await tx.change(
    `UPDATE published_statements SET ${columns.map(([name]) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...columns.map(([, value]) => value), id],
  );
}

/** Ends a statement. */
export async function withdrawStatement(tx: Tx, id: string): Promise<void> {
  await tx.change("UPDATE published_statements SET state = 'withdrawn', version = version + 1 WHERE id = ?", [id]);
}

/** The state of a statement, kept from others until the transaction ends. */
export async function takeState(tx: Tx, id: string): Promise<StatementState | undefined> {
  const [row] = await tx.rows<{ state: StatementState }>(
    `SELECT state FROM published_statements WHERE id = ?${locking(tx, 'taken')}`,
    [id],
  );
  return row?.state;
}

/** The unit path of a statement; undefined when there is none with this id. */
export async function readStatementPath(rows: RowReader, id: string): Promise<string | undefined> {
  const [row] = await rows.rows<{ unitPath: string }>(
    'SELECT unit_path AS "unitPath" FROM published_statements WHERE id = ?',
    [id],
  );
  return row?.unitPath;
}

function columnsOf({ title, source, asOf, axis, content }: StatementHead): Readonly<Record<string, string>> {
  return { title, title_folded: foldText(title), source, as_of: asOf, axis, content };
}
