import { Injectable } from '@nestjs/common';
import { DeadlineStore } from '../deadlines/deadline-store';
import { ConcurrencyError } from '../errors/platform.errors';
import { Ids } from '../ids/ids.port';
import { chainEvents, insertEvents, newStream, type ChainedEvents } from '../persistence/event-log';
import { insertRows } from '../persistence/insert-rows';
import { addToOutbox } from '../persistence/outbox';
import { inChunks } from '../persistence/placeholders';
import type { SqlValue, Tx } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import type { BulkChange } from './bulk-change';
import type { BulkFeature } from './bulk-feature';
import { messagesOfMany } from './bulk-messages';
import { eventsOf } from './command-records';
import type { FeatureWorkflow } from './feature-workflow';
import { newRowColumns, stateColumns } from './workflow-row';

/** Rows in one UPDATE: about twenty values each. */
const MOST_AT_ONCE = 250;

type Columns = Readonly<Record<string, SqlValue>>;

/** Writes what many accepted commands bring about: one statement where the single writer has one for each. */
@Injectable()
export class BulkWriter {
  constructor(
    private readonly ids: Ids,
    private readonly deadlines: DeadlineStore,
    private readonly wakeUp: WakeUp,
  ) {}

  /**
   * Each instance gets its next version. Throws ConcurrencyError when one of them has moved on, UniqueViolationError when
   * one that is to be opened is there.
   */
  async write(tx: Tx, feature: BulkFeature, changes: readonly BulkChange[]): Promise<void> {
    const chained = changes.map((change) => ({ change, chain: chainOf(feature, change) }));
    const opened = chained.filter(({ change }) => change.row === undefined);
    const changed = chained.filter(({ change }) => change.row !== undefined);
    // The rows before their events: that one is there already says more than that its stream has a first event.
    await insertRows(
      tx,
      feature.table,
      opened.map(({ change, chain }) => ({
        ...newRowColumns(change.workflow, change.unit, change.command.at),
        ...columnsOf(feature, change, chain),
      })),
    );
    await insertEvents(
      tx,
      chained.flatMap(({ chain }) => chain.events),
    );
    const moves = changed.map(({ change, chain }) => ({
      version: change.version - 1,
      before: change.row ? feature.project(change.row.snapshot) : {},
      after: columnsOf(feature, change, chain),
    }));
    for (const some of inChunks(moves, MOST_AT_ONCE)) await updateRows(tx, feature.table, updatesOf(some));
    await this.addMessages(tx, feature, changes);
    for (const change of changes) await this.syncDeadlines(tx, feature, change);
  }

  private async addMessages(tx: Tx, feature: BulkFeature, changes: readonly BulkChange[]): Promise<void> {
    const messages = messagesOfMany(feature, changes, this.ids);
    if (messages.length === 0) return;
    await addToOutbox(tx, messages);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  private syncDeadlines(tx: Tx, feature: FeatureWorkflow, change: BulkChange): Promise<void> {
    const { request, row, unit, workflow, decision, command } = change;
    const { deadlines } = workflow.definition;
    return this.deadlines.sync(
      tx,
      { kind: feature.name, id: request.instanceId, unitId: unit.id, unitPath: unit.path },
      row ? deadlines(row.snapshot) : [],
      deadlines(decision.snapshot),
      command.at,
    );
  }
}

function chainOf(feature: FeatureWorkflow, change: BulkChange): ChainedEvents {
  const { row, request, version } = change;
  const { instanceId, commandId } = request;
  const stream = row
    ? { id: row.id, kind: feature.name, seq: row.eventSeq, hash: row.eventHash }
    : newStream(instanceId, feature.name);
  return chainEvents(stream, eventsOf(change, commandId, version));
}

function columnsOf(feature: FeatureWorkflow, change: BulkChange, { head }: ChainedEvents): Columns {
  const { request, decision, command } = change;
  const { snapshot, isFinal } = decision;
  const columns = feature.project(snapshot);
  return {
    id: request.instanceId,
    ...stateColumns({
      ...{ id: request.instanceId, snapshot, isFinal, columns, at: command.at },
      ...{ eventSeq: head.seq, eventHash: head.hash },
    }),
  };
}

/** What one row is to become: its columns, those among them that follow from its snapshot as they are now, its version. */
interface Move {
  readonly version: number;
  readonly before: Columns;
  readonly after: Columns;
}

/** The rows without the columns that stay as they are in all of them: each that is named is written, and its index with it. */
function updatesOf(moves: readonly Move[]): readonly Columns[] {
  const names = Object.keys(moves[0]?.after ?? {});
  const written = names.filter((name) =>
    moves.some(({ before, after }) => !(name in before) || before[name] !== after[name]),
  );
  return moves.map(({ version, after }) => ({
    version,
    ...Object.fromEntries(written.map((name) => [name, after[name] ?? null])),
  }));
}

/** One UPDATE for many rows, each guarded by its version. VALUES names its columns alike on both databases. */
async function updateRows(tx: Tx, table: string, rows: readonly Columns[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columnOf = (name: string): string => {
    const index = names.indexOf(name);
    const isNumber = rows.some((row) => typeof row[name] === 'number');
    return isNumber ? `CAST(v.column${index + 1} AS INTEGER)` : `v.column${index + 1}`;
  };
  const sets = names.filter((name) => name !== 'id' && name !== 'version').map((name) => `${name} = ${columnOf(name)}`);
  const marks = `(${names.map(() => '?').join(', ')})`;
  const changed = await tx.change(
    `UPDATE ${table} SET ${sets.join(', ')}, version = ${table}.version + 1
     FROM (VALUES ${rows.map(() => marks).join(', ')}) AS v
     WHERE ${table}.id = ${columnOf('id')} AND ${table}.version = ${columnOf('version')}`,
    rows.flatMap((row) => names.map((name) => row[name] ?? null)),
  );
  if (changed !== rows.length) throw new ConcurrencyError(table);
}
