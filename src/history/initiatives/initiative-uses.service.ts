import { Injectable } from '@nestjs/common';
import { localDateOf, type Refusal } from '../../../workflows/kernel';
import { SubjectDirectory, type SubjectRef } from '../../people';
import { actorCovers } from '../../platform/auth/actor';
import { derivedId } from '../../platform/ids/derived-id';
import type { Tx } from '../../platform/persistence';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest } from '../../platform/runner/register-runner';
import { SubjectCases } from '../subject-cases.port';
import { RecordDesk } from '../subjects/record-desk';
import type { ReleaseInitiativeRequest, UseInitiativeRequest } from './dto/initiative.request';
import { INITIATIVE_REFUSALS, refusedSecondUse } from './initiatives.errors';
import {
  insertUse,
  lockInitiative,
  readAuthors,
  readAwardedSubject,
  readLiveUses,
  releaseUse,
  type UseTarget,
} from './initiatives.repository';

/** The ledger of what initiatives back: one thing each, and more only for a reason. */
@Injectable()
export class InitiativeUses {
  constructor(
    private readonly registers: RegisterRunner,
    private readonly desk: RecordDesk,
    private readonly cases: SubjectCases,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** Lets an initiative back something. */
  use(command: FeatureCommand, request: RegisterRequest, input: UseInitiativeRequest): Promise<CommandResult> {
    const { instanceId } = request;
    const target = { caseId: input.caseId ?? null, awardRecordId: input.awardRecordId ?? null };
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const { overrideReason = null } = commitments;
      if (!(await lockInitiative(tx, instanceId))) return refusalsWhen([true, INITIATIVE_REFUSALS.withdrawn]);
      const reasons = [
        ...(await this.refusalsOfTarget(tx, command, instanceId, target)),
        ...(await refusalsOfLedger(tx, instanceId, target, overrideReason)),
      ];
      if (reasons.length > 0) return reasons;
      const id = derivedId('initiative use', instanceId, command.actor.id, command.commandId);
      await insertUse(tx, { id, initiativeId: instanceId, ...target, usedOn: localDateOf(at), overrideReason });
      return [];
    });
  }

  /** Takes back a use. */
  release(request: RegisterRequest, { useId }: ReleaseInitiativeRequest): Promise<CommandResult> {
    return this.registers.change(request, async ({ tx, at }) => {
      if (!(await lockInitiative(tx, request.instanceId))) return refusalsWhen([true, INITIATIVE_REFUSALS.withdrawn]);
      const isReleased = await releaseUse(tx, request.instanceId, useId, at);
      return refusalsWhen([!isReleased, INITIATIVE_REFUSALS.unknownUse]);
    });
  }

  private async refusalsOfTarget(
    tx: Tx,
    { actor }: FeatureCommand,
    initiativeId: string,
    target: UseTarget,
  ): Promise<readonly Refusal[]> {
    if ((target.caseId === null) === (target.awardRecordId === null)) {
      return refusalsWhen([true, INITIATIVE_REFUSALS.oneTarget]);
    }
    const subject = await this.subjectOf(tx, target, (path) => actorCovers(actor, path));
    const isKnown = subject !== undefined;
    const isOfAuthors = subject?.kind !== 'person' || (await this.isAuthor(tx, initiativeId, subject));
    return refusalsWhen(
      [!isKnown, INITIATIVE_REFUSALS.unknownTarget],
      [isKnown && !isOfAuthors, INITIATIVE_REFUSALS.notTheAuthors],
    );
  }

  /** Whether a person is among the authors, under whatever row of the person. */
  private async isAuthor(tx: Tx, initiativeId: string, person: SubjectRef): Promise<boolean> {
    const ids = await this.subjects.idsOf(tx, person);
    const authors = await readAuthors(tx, initiativeId);
    return authors.some(({ kind, id }) => kind === 'person' && ids.includes(id));
  }

  /** Whom the case or the award is about; undefined when it is not there or out of the actor's sight. */
  private async subjectOf(
    tx: Tx,
    { caseId, awardRecordId }: UseTarget,
    sees: (unitPath: string) => boolean,
  ): Promise<SubjectRef | undefined> {
    if (caseId !== null) {
      const known = await this.cases.caseOf(tx, caseId);
      return known && sees(known.unitPath) ? known.subject : undefined;
    }
    const subject = await readAwardedSubject(tx, awardRecordId ?? '');
    const path = subject && (await this.desk.pathIn(tx, subject));
    return path !== undefined && sees(path) ? subject : undefined;
  }
}

async function refusalsOfLedger(
  tx: Tx,
  initiativeId: string,
  { caseId, awardRecordId }: UseTarget,
  overrideReason: string | null,
): Promise<readonly Refusal[]> {
  const uses = await readLiveUses(tx, initiativeId);
  const isSame = uses.some((use) => use.caseId === caseId && use.awardRecordId === awardRecordId);
  if (isSame) return refusalsWhen([true, INITIATIVE_REFUSALS.sameTarget]);
  return uses.length > 0 && overrideReason === null ? refusedSecondUse() : [];
}
