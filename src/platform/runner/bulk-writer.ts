import { Injectable } from '@nestjs/common';
import { canonicalJson, type Accepted, type RegisteredWorkflow, type WorkflowCommand } from '../../../workflows/kernel';
import { DeadlineStore } from '../deadlines/deadline-store';
import { ConcurrencyError } from '../errors/platform.errors';
import { chainEvents, insertEvents, type StreamHead } from '../persistence/event-log';
import { addToOutbox } from '../persistence/outbox';
import { inChunks } from '../persistence/placeholders';
import type { SqlValue, Tx } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import { Ids } from '../ids/ids.port';
import { eventsOf, messagesOf } from './command-records';
import type { CommandRequest } from './command-request';
import type { FeatureWorkflow } from './feature-workflow';
import type { WorkflowRow } from './workflow-row';

/** One accepted command among many. */
export interface BulkChange {
  readonly request: CommandRequest;
  readonly row: WorkflowRow;
  readonly workflow: RegisteredWorkflow;
  readonly command: WorkflowCommand;
  readonly decision: Accepted;
}

/** Rows in one UPDATE: about twenty values each. */
const MOST_AT_ONCE = 250;

/** Writes what many accepted commands bring about: one statement where the single writer has one for each. */
@Injectable()
export class BulkWriter {
  constructor(
    private readonly ids: Ids,
    private readonly deadlines: DeadlineStore,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Each row gets the next version. Throws ConcurrencyError when one of the rows has moved on. */
  async write(tx: Tx, feature: FeatureWorkflow, changes: readonly BulkChange[]): Promise<void> {
    const chains = changes.map((change) => {
      const { row, request, workflow, command, decision } = change;
      const stream = { id: row.id, kind: feature.name, seq: row.eventSeq, hash: row.eventHash };
      return chainEvents(stream, eventsOf({ workflow, command, decision }, request.commandId, row.version + 1));
    });
    await insertEvents(
      tx,
      chains.flatMap(({ events }) => events),
    );
    const updates = changes.map((change, index) =>
      columnsOf(feature, change, chains[index]?.head ?? headOf(change.row)),
    );
    for (const some of inChunks(updates, MOST_AT_ONCE)) await updateRows(tx, feature.table, some);
    await this.addMessages(tx, feature, changes);
    for (const change of changes) await this.syncDeadlines(tx, feature, change);
  }

  private async addMessages(tx: Tx, feature: FeatureWorkflow, changes: readonly BulkChange[]): Promise<void> {
    const messages = changes.flatMap(({ row, command, decision }) =>
      messagesOf(
        decision,
        { workflow: feature.name, instanceId: row.id, version: row.version + 1 },
        command.at,
        this.ids,
      ),
    );
    if (messages.length === 0) return;
    await addToOutbox(tx, messages);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  private syncDeadlines(tx: Tx, feature: FeatureWorkflow, change: BulkChange): Promise<void> {
    const { row, workflow, decision, command } = change;
    const { deadlines } = workflow.definition;
    return this.deadlines.sync(
      tx,
      { kind: feature.name, id: row.id, unitId: row.unitId, unitPath: row.unitPath },
      deadlines(row.snapshot),
      deadlines(decision.snapshot),
      command.at,
    );
  }
}

function headOf(row: WorkflowRow): StreamHead {
  return { seq: row.eventSeq, hash: row.eventHash };
}

function columnsOf(
  feature: FeatureWorkflow,
  { row, decision, command }: BulkChange,
  head: StreamHead,
): Readonly<Record<string, SqlValue>> {
  return {
    id: row.id,
    version: row.version,
    state: decision.snapshot.state,
    status: decision.isFinal ? 'done' : 'active',
    snapshot: canonicalJson(decision.snapshot),
    event_seq: head.seq,
    event_hash: head.hash,
    updated_at: command.at,
    ...feature.project(decision.snapshot),
  };
}

/** One UPDATE for many rows, each guarded by its version. VALUES names its columns alike on both databases. */
async function updateRows(tx: Tx, table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): Promise<void> {
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
