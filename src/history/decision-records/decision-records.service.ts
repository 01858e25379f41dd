import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import { KEEPERS } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest } from '../../platform/runner/register-runner';
import { openedId, RecordDesk } from '../subjects/record-desk';
import { AwardChecks } from './award-checks';
import { decisionRecordForms } from './decision-record-forms';
import { DECISION_RECORD_REFUSALS } from './decision-records.errors';
import {
  insertAwards,
  insertDecisionRecord,
  readDecisionRecord,
  touchDecisionRecord,
  withdrawAwards,
  type EnteredDecision,
} from './decision-records.repository';
import type { AddAwardsRequest, EnterDecisionRequest, WithdrawAwardsRequest } from './dto/decision-record.request';
import { subjectOf } from './recorded-award';

/** Old decisions and those of others, entered as records that walk through no machine. */
@Injectable()
export class DecisionRecordsService implements FeatureCommands, OnModuleInit {
  readonly forms = decisionRecordForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly desk: RecordDesk,
    private readonly checks: AwardChecks,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the entered decision is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (instanceId === undefined) return this.enter(command, input as EnterDecisionRequest);
    const decision = await readDecisionRecord(this.reads, instanceId);
    if (!decision || !actorCovers(command.actor, decision.unitPath)) {
      throw new NotFoundError('decisionRecord', instanceId);
    }
    if (type === 'decisionRecord.addAwards') return this.add(command, decision, input as AddAwardsRequest);
    return this.withdraw(command, decision, input as WithdrawAwardsRequest);
  }

  private async enter(command: FeatureCommand, input: EnterDecisionRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const reasons = await this.checks.ofList(actor, input.awards);
    if (reasons.length > 0) return { outcome: 'refused', reasons };
    const unitPath = (await this.desk.commonPathOf(actor, input.awards.map(subjectOf))) ?? '/';
    const { number, symbol, issuer, issuedOn } = input;
    const decision = { id: openedId(command), number, symbol, issuer, issuedOn, unitPath };
    const awards = this.checks.taken(input.awards);
    return this.registers.change(requestOn(command, decision), async ({ tx, at }) => {
      const refusals = [
        ...refusalsWhen([input.issuedOn > localDateOf(at), DECISION_RECORD_REFUSALS.issuedInFuture]),
        ...(await this.checks.ofDecision(tx, decision, awards)),
      ];
      if (refusals.length > 0) return refusals;
      await insertDecisionRecord(tx, decision);
      await insertAwards(tx, decision, awards, commandId);
      return [];
    });
  }

  private async add(
    command: FeatureCommand,
    decision: EnteredDecision,
    { awards: listed }: AddAwardsRequest,
  ): Promise<CommandResult> {
    const reasons = await this.checks.ofList(command.actor, listed);
    if (reasons.length > 0) return { outcome: 'refused', reasons };
    const awards = this.checks.taken(listed);
    return this.registers.change(requestOn(command, decision), async ({ tx }) => {
      await touchDecisionRecord(tx, decision.id);
      const refusals = await this.checks.ofDecision(tx, decision, awards);
      if (refusals.length === 0) await insertAwards(tx, decision, awards, command.commandId);
      return refusals;
    });
  }

  private withdraw(
    command: FeatureCommand,
    decision: EnteredDecision,
    { awardRecordIds }: WithdrawAwardsRequest,
  ): Promise<CommandResult> {
    return this.registers.change(requestOn(command, decision), async ({ tx, at, commitments }) => {
      await touchDecisionRecord(tx, decision.id);
      const reason = commitments.reason ?? '';
      const count = await withdrawAwards(tx, decision.id, awardRecordIds, { at, reason });
      return refusalsWhen([count !== awardRecordIds.length, DECISION_RECORD_REFUSALS.notOnRecord]);
    });
  }
}

function requestOn(command: FeatureCommand, { id, unitPath }: EnteredDecision): RegisterRequest {
  return { ...command, instanceId: id, kind: 'decisionRecord', permissions: KEEPERS, unitPath };
}
