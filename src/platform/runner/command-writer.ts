import { Injectable } from '@nestjs/common';
import type { Accepted, DeadlineSpec, RegisteredWorkflow, Snapshot, WorkflowCommand } from '../../../workflows/kernel';
import { DeadlineStore } from '../deadlines/deadline-store';
import { ConcurrencyError } from '../errors/platform.errors';
import { Ids } from '../ids/ids.port';
import { appendEvents, chainEvents, insertEvents, newStream, type StreamHead } from '../persistence/event-log';
import { addToOutbox } from '../persistence/outbox';
import type { Tx } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import { eventsOf, messagesOf } from './command-records';
import type { CommandRequest, OpenRequest } from './command-request';
import type { FeatureWorkflow } from './feature-workflow';
import { insertWorkflowRow, updateWorkflowRow, type StateWrite, type WorkflowRow } from './workflow-row';

interface AcceptedCommand {
  readonly feature: FeatureWorkflow;
  readonly workflow: RegisteredWorkflow;
  readonly command: WorkflowCommand;
  readonly decision: Accepted;
}

/** Writes what an accepted command brings about: state, events, deadlines, messages. All on the transaction it is given. */
@Injectable()
export class CommandWriter {
  constructor(
    private readonly ids: Ids,
    private readonly deadlines: DeadlineStore,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Writes the change of an instance and answers its new version. Throws ConcurrencyError when it has moved on. */
  async change(
    tx: Tx,
    change: AcceptedCommand & { readonly request: CommandRequest; readonly row: WorkflowRow },
  ): Promise<number> {
    const { feature, workflow, request, row, decision } = change;
    const version = row.version + 1;
    const stream = { id: row.id, kind: feature.name, seq: row.eventSeq, hash: row.eventHash };
    const head = await appendEvents(tx, stream, eventsOf(change, request.commandId, version));
    const isFree = await updateWorkflowRow(tx, feature.table, row.version, stateOf(change, row.id, head));
    if (!isFree) throw new ConcurrencyError(`${feature.name} ${row.id}`);
    await this.addMessages(tx, change, row.id, version);
    await this.deadlines.sync(
      tx,
      { kind: feature.name, id: row.id, unitId: row.unitId, unitPath: row.unitPath },
      deadlinesOf(workflow, row.snapshot),
      deadlinesOf(workflow, decision.snapshot),
      change.command.at,
    );
    return version;
  }

  /** Writes a new instance and answers its version, 1. Throws UniqueViolationError when there is one with this id. */
  async create(tx: Tx, change: AcceptedCommand & { readonly request: OpenRequest }): Promise<number> {
    const { feature, workflow, request, decision } = change;
    const id = request.instanceId;
    const { events, head } = chainEvents(newStream(id, feature.name), eventsOf(change, request.commandId, 1));
    // The row before its events: that it is there already says more than that its stream has a first event.
    await insertWorkflowRow(tx, feature.table, workflow, request.unit, stateOf(change, id, head));
    await insertEvents(tx, events);
    await this.addMessages(tx, change, id, 1);
    await this.deadlines.sync(
      tx,
      { kind: feature.name, id, unitId: request.unit.id, unitPath: request.unit.path },
      [],
      deadlinesOf(workflow, decision.snapshot),
      change.command.at,
    );
    return 1;
  }

  /** Appends a command that changed no state to a new stream; facts are left out, they may tell more than the command. */
  async witness(
    tx: Tx,
    seen: {
      readonly request: CommandRequest;
      readonly command: WorkflowCommand;
      readonly workflow: RegisteredWorkflow;
      readonly row: WorkflowRow;
      readonly stream: { readonly id: string; readonly kind: string };
    },
  ): Promise<void> {
    const { request, command, workflow, row, stream } = seen;
    const { at, by, type, input } = command;
    const data = { instanceId: row.id, input };
    await appendEvents(tx, newStream(stream.id, stream.kind), [
      { kind: 'command', type, at, by, commandId: request.commandId, definition: workflow.id, version: 1, data },
    ]);
  }

  private async addMessages(tx: Tx, change: AcceptedCommand, instanceId: string, version: number): Promise<void> {
    const { feature, decision, command } = change;
    const source = { workflow: feature.name, instanceId, version };
    const messages = messagesOf(decision, source, command.at, this.ids);
    if (messages.length === 0) return;
    await addToOutbox(tx, messages);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }
}

function deadlinesOf(workflow: RegisteredWorkflow, snapshot: Snapshot): readonly DeadlineSpec[] {
  return workflow.definition.deadlines(snapshot);
}

function stateOf(change: AcceptedCommand, id: string, head: StreamHead): StateWrite {
  const { feature, decision, command } = change;
  return {
    id,
    snapshot: decision.snapshot,
    isFinal: decision.isFinal,
    eventSeq: head.seq,
    eventHash: head.hash,
    at: command.at,
    columns: feature.project(decision.snapshot),
  };
}
