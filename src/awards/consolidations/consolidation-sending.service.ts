import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { CaseBatches } from '../cases/case-batches.service';
import { readConsolidated, readConsolidation, type ConsolidationRecord } from './consolidations.repository';
import type { ConsolidationSendPayload } from './dto/consolidation-send.payload';

/** Sends the cases of a list on their way. A case that refuses stays where it is and says why to whoever looks at it. */
@Injectable()
export class ConsolidationSending {
  private readonly logger = new Logger(ConsolidationSending.name);

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

  /** Sends the list; twice with one message id is once. */
  async send(payload: ConsolidationSendPayload, messageId: string): Promise<void> {
    const list = await readConsolidation(this.reads, payload.consolidationId);
    if (!list) return;
    const caseIds = await readConsolidated(this.reads, list.id);
    const { to, reviewId } = payload;
    const results =
      to === 'review' && reviewId !== undefined
        ? [await this.putOnAgenda(payload.by, list, reviewId, caseIds, messageId)]
        : await this.sendUp(payload.by, list, caseIds, messageId);
    const codes = results.flatMap((result) =>
      result.outcome === 'refused' ? result.reasons.map(({ code }) => code) : [],
    );
    if (codes.length === 0) return;
    this.logger.warn(`The list ${list.id} was not taken whole: ${[...new Set(codes)].sort().join(', ')}`);
  }

  private putOnAgenda(
    by: string,
    list: ConsolidationRecord,
    instanceId: string,
    caseIds: readonly string[],
    messageId: string,
  ): Promise<CommandResult> {
    const type = 'review.putOnAgenda';
    const actor = actingFor(by, 'standingOffice', list);
    return this.dispatcher.dispatch({
      ...{ actor, type, instanceId, input: { caseIds } },
      commandId: derivedId('send-list', messageId, instanceId),
    });
  }

  private async sendUp(
    by: string,
    list: ConsolidationRecord,
    caseIds: readonly string[],
    messageId: string,
  ): Promise<readonly CommandResult[]> {
    const outcomes = await this.batches.oneByOne(
      caseIds.map((caseId) => ({
        ...{ actor: actingFor(by, 'decidingAuthority', list), type: 'award.sendUp', instanceId: caseId, input: {} },
        commandId: derivedId('send-list', messageId, caseId),
      })),
    );
    return outcomes.map(({ result }) => result);
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
