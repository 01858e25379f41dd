import type { Instant } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import { derivedId } from '../../platform/ids/derived-id';
import { proofColumns } from '../proof-columns';
import type { ReceiveListRequest } from './dto/violation-list.request';

/** A list, as far as commands on it must know. */
export interface KeptList {
  readonly id: string;
  readonly unitPath: string;
  readonly agency: string;
  /** Number of the paper that came with it. */
  readonly paper: string;
  readonly isErased: boolean;
}

/** A row of a new list: the commitment of what was written, and the hash of the identity number if one was given. */
export interface NewRow {
  readonly written: string;
  readonly identityHash: string | null;
}

/** Inserts a list at version 1 with its rows, all open and in their order. */
export async function insertList(
  tx: Tx,
  list: { readonly id: string; readonly unitPath: string; readonly rows: readonly NewRow[] },
  input: Omit<ReceiveListRequest, 'rows'>,
): Promise<void> {
  const { unitId, agency, periodFrom, periodTo, receivedOn, paper } = input;
  await insertRows(tx, 'violation_lists', [
    {
      ...{ id: list.id, unit_id: unitId, unit_path: list.unitPath, agency, period_from: periodFrom },
      ...{ period_to: periodTo, received_on: receivedOn, ...proofColumns(paper), version: 1 },
    },
  ]);
  await insertRows(
    tx,
    'violation_rows',
    list.rows.map(({ written, identityHash }, index) => ({
      ...{ id: derivedId('violation row', list.id, String(index + 1)), list_id: list.id, ordinal: index + 1 },
      ...{ written, identity_hash: identityHash, state: 'open' },
    })),
  );
}

/** A list; undefined when there is none with this id. */
export async function readKeptList(rows: RowReader, id: string): Promise<KeptList | undefined> {
  const [list] = await rows.rows<Omit<KeptList, 'isErased'> & { readonly erasedAt: string | null }>(
    `SELECT id, unit_path AS "unitPath", agency, proof_number AS "paper", erased_at AS "erasedAt"
     FROM violation_lists WHERE id = ?`,
    [id],
  );
  if (!list) return undefined;
  const { erasedAt, ...kept } = list;
  return { ...kept, isErased: erasedAt !== null };
}

/** Counts one more change of a list that was not erased; false when it was. Changes of one come one after another. */
export async function lockList(tx: Tx, id: string): Promise<boolean> {
  const locked = await tx.change(
    'UPDATE violation_lists SET version = version + 1 WHERE id = ? AND erased_at IS NULL',
    [id],
  );
  return locked === 1;
}

/** Marks a list as erased and forgets the identity numbers of its rows. Its texts are erased beside it. */
export async function markErased(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.change('UPDATE violation_lists SET erased_at = ? WHERE id = ?', [at, id]);
  await tx.change('UPDATE violation_rows SET identity_hash = NULL WHERE list_id = ?', [id]);
}

/** What the office concluded of a row. */
export interface Settlement {
  readonly state: 'confirmed' | 'dismissed';
  readonly subject: SubjectRef | null;
  readonly outcome: string | null;
  readonly at: Instant;
}

/** Settles an open row of a list; false when there is no such row or it was settled before. */
export async function settleRow(
  tx: Tx,
  listId: string,
  rowId: string,
  { state, subject, outcome, at }: Settlement,
): Promise<boolean> {
  const settled = await tx.change(
    `UPDATE violation_rows SET state = ?, subject_kind = ?, subject_id = ?, outcome = ?, settled_at = ?
     WHERE id = ? AND list_id = ? AND state = 'open'`,
    [state, subject?.kind ?? null, subject?.id ?? null, outcome, at, rowId, listId],
  );
  return settled === 1;
}

/** Whether the office confirmed that a row is about one of these, which are rows of one subject. */
export async function isRowAbout(rows: RowReader, rowId: string, subjects: readonly SubjectRef[]): Promise<boolean> {
  const [row] = await rows.rows<SubjectRef>(
    `SELECT subject_kind AS "kind", subject_id AS "id" FROM violation_rows WHERE id = ? AND state = 'confirmed'`,
    [rowId],
  );
  return row !== undefined && subjects.some(({ kind, id }) => kind === row.kind && id === row.id);
}
