import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, inChunks, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { Announcement } from '../../reminders';
import { CaseBatches } from '../cases/case-batches.service';
import { readConsolidated, readConsolidation, type ConsolidationRecord } from './consolidations.repository';
import type { ConsolidationSendPayload } from './dto/consolidation-send.payload';
import { reportOf, type Stayed } from './sending-report';

/** Most cases that a review round takes with one command. */
const MOST_ON_AGENDA = 500;

/** Sends the cases of a list on their way. A case that refuses stays where it is, and whoever sent the list is told why. */
@Injectable()
export class ConsolidationSending {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly dispatcher: CommandDispatcher,
    private readonly batches: CaseBatches,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Asks for the sending, in the transaction of the command on the list. */
  async schedule(tx: Tx, payload: ConsolidationSendPayload, at: Instant): Promise<void> {
    await addToOutbox(tx, [{ id: this.ids.next(), job: 'send-list', payload, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  /**
   * Sends the list; twice with one message id is once. Answers what whoever sent it is to be told of cases that stayed; null
   * when all of them went.
   */
  async send(payload: ConsolidationSendPayload, messageId: string): Promise<Announcement | null> {
    const list = await readConsolidation(this.reads, payload.consolidationId);
    if (!list) return null;
    const caseIds = await readConsolidated(this.reads, list.id);
    const { to, reviewId } = payload;
    const stayed =
      to === 'review' && reviewId !== undefined
        ? await this.putOnAgenda(payload.by, list, reviewId, caseIds, messageId)
        : await this.sendUp(payload.by, list, caseIds, messageId);
    if (stayed.length === 0) return null;
    const { id: subjectId, unitPath } = list;
    const message = reportOf(list, to, stayed);
    return { kind: 'consolidation.notTaken', subjectKind: 'consolidation', subjectId, unitPath, message };
  }

  private async putOnAgenda(
    by: string,
    list: ConsolidationRecord,
    instanceId: string,
    caseIds: readonly string[],
    messageId: string,
  ): Promise<readonly Stayed[]> {
    const type = 'review.putOnAgenda';
    const actor = actingFor(by, 'standingOffice', list);
    const stayed: Stayed[] = [];
    for (const some of inChunks(caseIds, MOST_ON_AGENDA)) {
      const result = await this.dispatcher.dispatch({
        ...{ actor, type, instanceId, input: { caseIds: some } },
        commandId: derivedId('send-list', messageId, instanceId, some[0] ?? ''),
      });
      if (result.outcome === 'refused') stayed.push({ caseCount: some.length, reasons: result.reasons });
      else if (result.outcome !== 'accepted')
        throw new Error(`The list ${list.id} was sent to the round ${instanceId} and came back ${result.outcome}`);
    }
    return stayed;
  }

  private async sendUp(
    by: string,
    list: ConsolidationRecord,
    caseIds: readonly string[],
    messageId: string,
  ): Promise<readonly Stayed[]> {
    const outcomes = await this.batches.oneByOne(
      caseIds.map((caseId) => ({
        ...{ actor: actingFor(by, 'decidingAuthority', list), type: 'award.sendUp', instanceId: caseId, input: {} },
        commandId: derivedId('send-list', messageId, caseId),
      })),
    );
    return outcomes.flatMap(({ result }) =>
      result.outcome === 'refused' ? [{ caseCount: 1, reasons: result.reasons }] : [],
    );
  }
}

/** Who sent the list, with the one seat that the command took: that was checked then. */
function actingFor(
  by: string,
  role: 'standingOffice' | 'decidingAuthority',
  { authorityUnitId, unitPath }: ConsolidationRecord,
): Actor {
  return {
    ...SYSTEM_ACTOR,
    id: by,
    isSystem: false,
    seats: [{ role, unitId: authorityUnitId, unitPath, councilId: null }],
  };
}
