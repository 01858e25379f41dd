import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { notDueRefusal } from '../decisions/prize-not-due';
import { PrizesDue, type PrizeNotDue } from '../decisions/prizes-due';
import { CaseBatches } from '../cases/case-batches.service';
import { commandOfList, type CaseListKind } from './case-list';
import { readCaseList, readWaiting, setListState, writeOutcomes, type LineOutcome } from './case-lists.repository';

/** What a batch came to. */
export interface ListBatch {
  readonly outcomes: readonly LineOutcome[];
  readonly isLast: boolean;
}

/** Presents or pays the cases of a list: set by set, each once however often a job runs, each with its outcome. */
@Injectable()
export class CaseListWork {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly batches: CaseBatches,
    private readonly prizesDue: PrizesDue,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Asks for the next batch. */
  async ask(tx: Tx, listId: string, at: Instant): Promise<void> {
    const message = { id: this.ids.next(), job: 'carry-out-case-list', payload: { listId } };
    await addToOutbox(tx, [{ ...message, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  /** Sends the command of the list to the next cases that have no outcome. */
  async run(listId: string): Promise<ListBatch> {
    const list = await readCaseList(this.reads, listId);
    if (!list) throw new NotFoundError('case list', listId);
    const waiting = await readWaiting(this.reads, listId, this.batches.size);
    const command = commandOfList(list.kind, list.datedOn);
    const notDue = await this.notDueAmong(list.kind, waiting);
    const held = new Set(notDue.map(([caseId]) => caseId));
    const due = waiting.filter((caseId) => !held.has(caseId));
    const outcomes = await this.batches.together(
      due.map((caseId) => ({
        ...command,
        actor: SYSTEM_ACTOR,
        commandId: derivedId(command.type, listId, caseId),
        instanceId: caseId,
      })),
    );
    return {
      outcomes: [
        ...outcomes.map(({ caseId, result }) => ({
          caseId,
          reasons: result.outcome === 'refused' ? result.reasons : null,
        })),
        ...notDue.map(([caseId, why]) => ({ caseId, reasons: [notDueRefusal(why)] })),
      ],
      isLast: waiting.length < this.batches.size,
    };
  }

  /** Notes what became of a batch, and asks for the next one or closes the list. */
  async record(tx: Tx, listId: string, { outcomes, isLast }: ListBatch, at: Instant): Promise<void> {
    await writeOutcomes(tx, listId, outcomes);
    if (isLast) await setListState(tx, listId, 'done');
    else await this.ask(tx, listId, at);
  }

  /** Cases of a payment whose prize falls away beside a higher one: they are not paid, and the list says why. */
  private async notDueAmong(
    kind: CaseListKind,
    caseIds: readonly string[],
  ): Promise<readonly (readonly [string, PrizeNotDue])[]> {
    if (kind !== 'payment') return [];
    const asked = new Set(caseIds);
    return [...(await this.prizesDue.notDueOf(this.reads, caseIds))].filter(([caseId]) => asked.has(caseId));
  }
}
