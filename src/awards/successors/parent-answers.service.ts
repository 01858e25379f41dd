import { Injectable } from '@nestjs/common';
import type { AwardCommand, AwardContext } from '../../../workflows/award';
import { localDateOf } from '../../../workflows/kernel';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';

/** What the case at the level below hears of, and as what. */
const ANSWER_OF: Readonly<Partial<Record<AwardCommand['type'], AwardCommand['type']>>> = {
  'award.decide': 'award.recordGrantedAbove',
  'award.recordGrantedAbove': 'award.recordGrantedAbove',
  'award.refuse': 'award.recordRefusedAbove',
  'award.rejectAsIneligible': 'award.recordRefusedAbove',
  'award.decline': 'award.recordRefusedAbove',
  'award.recordRefusedAbove': 'award.recordRefusedAbove',
  'award.return': 'award.recordReturnedFromAbove',
  'award.revoke': 'award.revoke',
};

/** Asks for the answers to the cases below, in the transaction of what they answer. */
@Injectable()
export class ParentAnswers {
  constructor(
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Of these changes only those that a level below waits for. */
  async tellParents(tx: Tx, changes: readonly WorkflowChange[]): Promise<void> {
    const messages = changes.flatMap(({ instanceId, command, decision }) => {
      const answer = ANSWER_OF[command.type as AwardCommand['type']];
      const { parentCaseId } = decision.snapshot.context as AwardContext;
      if (answer === undefined || parentCaseId === undefined) return [];
      const { at } = command;
      const payload = { caseId: instanceId, parentCaseId, answer, answeredOn: localDateOf(at) };
      return [{ id: this.ids.next(), job: 'answer-parent-case', payload, availableAt: at, createdAt: at }];
    });
    if (messages.length === 0) return;
    await addToOutbox(tx, messages);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }
}
