import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { CaseNotices } from '../cases/case-notices.service';
import { DecisionSettlements, type Settlement } from './decision-settlements.service';
import {
  AnnounceCorrectionPayload,
  DecideCasesPayload,
  RevokeCasesPayload,
  RevokeSomeCasesPayload,
} from './dto/settlement.payload';
import { SomeRevocations } from './some-revocations.service';

/** A batch is at most 500 commands. */
const policy = { timeoutMs: 60_000, concurrency: 2 };

/** What a decision means for its cases. */
@Injectable()
export class DecisionsJobs {
  constructor(
    private readonly settlements: DecisionSettlements,
    private readonly someRevocations: SomeRevocations,
    private readonly notices: CaseNotices,
  ) {}

  @OnJob({ job: 'decide-cases', payload: DecideCasesPayload, policy })
  decideCases(payload: DecideCasesPayload, context: JobContext): Promise<void> {
    const { workflow, instanceId, version, number, issuedOn, caseRevision, from = 0 } = payload;
    const again = { workflow, instanceId, version, number, issuedOn, caseRevision };
    return this.settle({ job: 'decide-cases', decisionId: instanceId, from, issuedOn, payload: again }, context);
  }

  @OnJob({ job: 'revoke-cases', payload: RevokeCasesPayload, policy })
  revokeCases(payload: RevokeCasesPayload, context: JobContext): Promise<void> {
    const { workflow, instanceId, version, from = 0 } = payload;
    const again = { workflow, instanceId, version };
    return this.settle({ job: 'revoke-cases', decisionId: instanceId, from, payload: again }, context);
  }

  @OnJob({ job: 'revoke-some-cases', payload: RevokeSomeCasesPayload, policy })
  async revokeSomeCases(payload: RevokeSomeCasesPayload, context: JobContext): Promise<void> {
    const { instanceId, revocationCount } = payload;
    const conflicts = await this.someRevocations.run(instanceId, revocationCount);
    await context.once((tx) => this.someRevocations.record(tx, instanceId, conflicts, context.at));
  }

  @OnJob({ job: 'announce-correction', payload: AnnounceCorrectionPayload })
  async announceCorrection({ lastCorrection }: AnnounceCorrectionPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.notices.tell(tx, 'decision.corrected', lastCorrection.caseId, context.at));
  }

  private async settle(settlement: Settlement, context: JobContext): Promise<void> {
    const batch = await this.settlements.run(settlement);
    await context.once((tx) => this.settlements.record(tx, settlement, batch, context.at));
  }
}
