import { Injectable, Logger } from '@nestjs/common';
import { localDateOf, type LocalDate } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { RetryableError } from '../../platform/queue/job.errors';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { AwardCaseWorkflow } from '../cases/award-case.workflow';
import type { AnswerParentPayload } from './dto/answer-parent.payload';
import { readJudgedCase, readSentCase, type JudgedCase } from './successors.repository';

/** The reason itself stays with the case above. */
const REVOKED_ABOVE = 'Cấp trên đã hủy quyết định khen thưởng.';

/** Takes what the level above has made of a case back to the case below, by a command like any other. */
@Injectable()
export class AnswersFromAbove {
  private readonly logger = new Logger(AnswersFromAbove.name);

  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly runner: WorkflowRunner,
    private readonly workflow: AwardCaseWorkflow,
  ) {}

  /**
   * May be called again with the same message: the command's id follows from it. Throws RetryableError when the end of an
   * award comes before the news of it: messages of one case may overtake each other.
   */
  async pass(payload: AnswerParentPayload, messageId: string): Promise<void> {
    const { caseId, parentCaseId, answer, answeredOn = localDateOf(this.clock.now()) } = payload;
    const judged = await readJudgedCase(this.reads, caseId);
    if (!judged) return;
    const result = await this.runner.run(this.workflow, {
      ...{ actor: SYSTEM_ACTOR, commandId: derivedId(answer, messageId), type: answer },
      instanceId: parentCaseId,
      ...(answer === 'award.revoke'
        ? { input: {}, texts: { reason: REVOKED_ABOVE } }
        : { input: answerOf(judged, answeredOn) }),
    });
    if (result.outcome !== 'refused') return;
    const parent = answer === 'award.revoke' ? await readSentCase(this.reads, parentCaseId) : undefined;
    if (parent?.state === 'sentUp') throw new RetryableError(`The case ${parentCaseId} has not heard of its award yet`);
    const codes = result.reasons.map(({ code }) => code).join(', ');
    this.logger.warn(`The case ${parentCaseId} does not take the answer of ${caseId}: ${codes}`);
  }
}

/**
 * The paper of the answer: that of a level further up, or our decision, or our dossier. The money is not told: it is paid
 * where it was decided, and once.
 */
function answerOf(judged: JudgedCase, answeredOn: LocalDate): object {
  const { context, authorityName, dossierNumber, decisionNumber, decisionSymbol } = judged;
  if (context.above) {
    const { issuer, number, date } = context.above;
    return { issuer, number, date };
  }
  const number = decisionNumber === null ? dossierNumber : `${decisionNumber}/${decisionSymbol ?? ''}`;
  return { issuer: authorityName, number, date: context.decidedOn ?? answeredOn };
}
