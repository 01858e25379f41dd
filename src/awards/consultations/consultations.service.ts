import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayConsultation, type ConsultationCommand } from '../../../workflows/award';
import { startOfDay, type LocalDate, type Refusal } from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import type { Permission } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusal, refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import { consultationForms } from './consultation-forms';
import { readTarget, type ConsultationTarget } from './consultation-targets';
import { CONSULTATION_FAULTS, CONSULTATION_REFUSALS } from './consultations.errors';
import {
  answerObjection,
  countOpenObjections,
  insertConsultation,
  insertObjection,
  readConsultation,
  standingPartyOpinion,
  updateConsultation,
  withdrawRefusals,
  type ConsultationRecord,
} from './consultations.repository';
import type {
  AnswerObjectionRequest,
  OpenConsultationRequest,
  RecordAnswerRequest,
  RecordObjectionRequest,
} from './dto/consultation.request';

/** Who asks and records what came back: the standing office of the unit that considers the case, and the system. */
const CONSULTERS: readonly Permission[] = ['case.keep', 'system'];

/** Commands on consultations. */
@Injectable()
export class ConsultationsService implements FeatureCommands, OnModuleInit {
  readonly forms = consultationForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such consultation, or no such case or list for a new one. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.open(command, input as OpenConsultationRequest);
    return this.change(command, instanceId, command.type as ConsultationCommand);
  }

  private async open(command: FeatureCommand, input: OpenConsultationRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    if ((input.caseId === undefined) === (input.consolidationId === undefined)) {
      return { outcome: 'refused', reasons: [refusal(CONSULTATION_REFUSALS.oneTarget)] };
    }
    const seen = await readTarget(this.reads, input);
    if (!seen || !actorCovers(actor, seen.unitPath)) {
      throw new NotFoundError(input.caseId === undefined ? 'consolidation' : 'award', targetIdOf(input));
    }
    const id = derivedId(type, actor.id, commandId);
    const request = this.requestFor(command, id, seen.authorityPath);
    return this.registers.change(request, async ({ tx, at }) => {
      const target = (await readTarget(tx, input)) ?? seen;
      const reasons = [...faultsOf(input, target)];
      const isParty = input.kind === 'partyOpinion';
      if (isParty && (await standingPartyOpinion(tx, target)))
        reasons.push(refusal(CONSULTATION_REFUSALS.alreadyAsked));
      if (reasons.length > 0) return reasons;
      if (isParty) await withdrawRefusals(tx, target);
      const { kind, askedBody, place = null, opensOn, dueOn = null } = input;
      const { isConsidered: _, ...about } = target;
      await insertConsultation(tx, { id, kind, ...about, askedBody, place, opensOn, dueOn, createdAt: at });
      return [];
    });
  }

  private async change(command: FeatureCommand, id: string, type: ConsultationCommand): Promise<CommandResult> {
    const seen = await readConsultation(this.reads, id);
    if (!seen || !actorCovers(command.actor, seen.unitPath)) throw new NotFoundError('consultation', id);
    return this.registers.change(this.requestFor(command, id, seen.authorityPath), async (work) => {
      const consultation = (await readConsultation(work.tx, id, 'taken')) ?? seen;
      const openObjectionCount = await countOpenObjections(work.tx, id);
      const faults = mayConsultation(type, { ...consultation, openObjectionCount, at: work.at });
      const reasons = faults.map((fault) => refusal(CONSULTATION_FAULTS[fault]));
      return reasons.length > 0 ? reasons : apply(command, type, consultation, work);
    });
  }

  private requestFor(
    command: FeatureCommand,
    instanceId: string,
    unitPath: string,
  ): Parameters<RegisterRunner['change']>[0] {
    return { ...command, instanceId, kind: 'consultation', permissions: CONSULTERS, unitPath };
  }
}

function targetIdOf({ caseId, consolidationId }: OpenConsultationRequest): string {
  return caseId ?? consolidationId ?? '';
}

function faultsOf(
  { kind, opensOn, dueOn, place }: OpenConsultationRequest,
  { isConsidered }: ConsultationTarget,
): readonly Refusal[] {
  const isComment = kind === 'publicComment';
  return refusalsWhen(
    [!isConsidered, CONSULTATION_REFUSALS.caseSettled],
    [dueOn !== undefined && dueOn < opensOn, CONSULTATION_REFUSALS.outOfOrder],
    [isComment && (dueOn === undefined || place === undefined), CONSULTATION_REFUSALS.termMissing],
  );
}

/** Writes what the command changes; the rules have agreed. */
async function apply(
  { input, commandId }: FeatureCommand,
  type: ConsultationCommand,
  { id }: ConsultationRecord,
  { tx, at, commitments }: RegisterWork,
): Promise<readonly Refusal[]> {
  const isAhead = (day: LocalDate): readonly Refusal[] =>
    refusalsWhen([at < startOfDay(day), CONSULTATION_REFUSALS.answeredInTheFuture]);
  switch (type) {
    case 'consultation.recordObjection': {
      const { receivedOn } = input as RecordObjectionRequest;
      const { text = '' } = commitments;
      await insertObjection(tx, { id: derivedId(type, id, commandId), consultationId: id, receivedOn, text });
      await updateConsultation(tx, id);
      return isAhead(receivedOn);
    }
    case 'consultation.answerObjection': {
      const { objectionId } = input as AnswerObjectionRequest;
      const isOpen = await answerObjection(tx, id, { id: objectionId, answer: commitments.answer ?? '', at });
      await updateConsultation(tx, id);
      return refusalsWhen([!isOpen, CONSULTATION_REFUSALS.noObjection]);
    }
    case 'consultation.recordAnswer': {
      const { answer, number, answeredOn } = input as RecordAnswerRequest;
      await updateConsultation(tx, id, { state: answer, answerNumber: number, answeredOn });
      return isAhead(answeredOn);
    }
    case 'consultation.close':
      await updateConsultation(tx, id, { state: 'closed' });
      return [];
    case 'consultation.withdraw':
      await updateConsultation(tx, id, { state: 'withdrawn' });
      return [];
  }
}
