import { canonicalJson, type Instant, type Snapshot } from '../../../workflows/kernel';
import { NotFoundError } from '../errors/platform.errors';
import { locking, type RowLock } from '../persistence/row-locks';
import type { RowReader, SqlValue, Tx } from '../persistence/unit-of-work.port';

/** One instance as its row holds it. */
export interface WorkflowRow {
  readonly id: string;
  /** `campaign@1`: the version this instance runs on for as long as nobody migrates it. */
  readonly definition: string;
  readonly snapshot: Snapshot;
  readonly version: number;
  /** Number and hash of the instance's last event. */
  readonly eventSeq: number;
  readonly eventHash: string;
  readonly unitId: string;
  readonly unitPath: string;
}

interface StoredRow {
  readonly id: string;
  readonly definition: string;
  readonly snapshot: string;
  readonly version: number;
  readonly event_seq: number;
  readonly event_hash: string;
  readonly unit_id: string;
  readonly unit_path: string;
}

const COLUMNS = 'id, definition, snapshot, version, event_seq, event_hash, unit_id, unit_path';

/** Reads an instance, with a lock when it is to be changed. Throws NotFoundError. */
export async function loadWorkflowRow(
  rows: RowReader,
  table: string,
  name: string,
  id: string,
  lock?: RowLock,
): Promise<WorkflowRow> {
  const sql = `SELECT ${COLUMNS} FROM ${table} WHERE id = ?${locking(rows, lock)}`;
  const [stored] = await rows.rows<StoredRow>(sql, [id]);
  if (!stored) throw new NotFoundError(name, id);
  return fromStored(stored);
}

/** Reads many instances at once, by their ids; ids without a row are left out. All who lock many lock them in this order. */
export async function loadWorkflowRows(
  rows: RowReader,
  table: string,
  ids: readonly string[],
  lock?: RowLock,
): Promise<WorkflowRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  const sql = `SELECT ${COLUMNS} FROM ${table} WHERE id IN (${marks}) ORDER BY id${locking(rows, lock)}`;
  return (await rows.rows<StoredRow>(sql, ids)).map(fromStored);
}

function fromStored(stored: StoredRow): WorkflowRow {
  return {
    id: stored.id,
    definition: stored.definition,
    snapshot: JSON.parse(stored.snapshot) as Snapshot,
    version: stored.version,
    eventSeq: stored.event_seq,
    eventHash: stored.event_hash,
    unitId: stored.unit_id,
    unitPath: stored.unit_path,
  };
}

/** What a state row gets when its instance changes. */
export interface StateWrite {
  readonly id: string;
  readonly snapshot: Snapshot;
  readonly isFinal: boolean;
  readonly eventSeq: number;
  readonly eventHash: string;
  readonly at: Instant;
  readonly columns: Readonly<Record<string, SqlValue>>;
}

/** Inserts the row of a new instance at version 1. */
export async function insertWorkflowRow(
  tx: Tx,
  table: string,
  workflow: { readonly id: string; readonly hash: string },
  unit: { readonly id: string; readonly path: string },
  write: StateWrite,
): Promise<void> {
  const values = { ...newRowColumns(workflow, unit, write.at), id: write.id, ...stateColumns(write) };
  const names = Object.keys(values);
  const marks = names.map(() => '?').join(', ');
  await tx.change(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, Object.values(values));
}

/** Writes the next state if the row still has the version that was decided on; answers whether it had. */
export async function updateWorkflowRow(tx: Tx, table: string, version: number, write: StateWrite): Promise<boolean> {
  const values = stateColumns(write);
  const sets = Object.keys(values).map((name) => `${name} = ?`);
  const changed = await tx.change(
    `UPDATE ${table} SET ${sets.join(', ')}, version = version + 1 WHERE id = ? AND version = ?`,
    [...Object.values(values), write.id, version],
  );
  return changed === 1;
}

/** What the row of a new instance has beside its id and its state. */
export function newRowColumns(
  workflow: { readonly id: string; readonly hash: string },
  unit: { readonly id: string; readonly path: string },
  at: Instant,
): Readonly<Record<string, SqlValue>> {
  return {
    definition: workflow.id,
    definition_hash: workflow.hash,
    unit_id: unit.id,
    unit_path: unit.path,
    version: 1,
    created_at: at,
  };
}

/** What every change of an instance writes. */
export function stateColumns(write: StateWrite): Readonly<Record<string, SqlValue>> {
  return {
    state: write.snapshot.state,
    status: write.isFinal ? 'done' : 'active',
    snapshot: canonicalJson(write.snapshot),
    event_seq: write.eventSeq,
    event_hash: write.eventHash,
    updated_at: write.at,
    ...write.columns,
  };
}
