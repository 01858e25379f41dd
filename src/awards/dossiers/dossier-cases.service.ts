import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, PrivateTexts, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import type { CommandRequest } from '../../platform/runner/command-request';
import { WRITTEN_IN_BULK } from '../cases/award-case.workflow';
import { CaseBatches, type CaseOutcome } from '../cases/case-batches.service';
import { CASE_STEPS, type CaseStepJob, type ScheduledStep } from './case-steps';
import { companionCases } from './companion-cases';
import type { DossierRecord } from './dossier';
import type { DossierState } from './dossier-states';
import { readAuthorityPath, readCaseIds, readDossier } from './dossiers.repository';

/** The job that may have come before the cases were where it looks for them: it is asked for again. */
const OVERTAKEN_BY: Readonly<Partial<Record<CaseStepJob, CaseStepJob>>> = {
  'submit-cases': 'receive-cases',
  'return-cases': 'submit-cases',
};

type UnitPlace = Pick<DossierRecord, 'unitId' | 'unitPath'>;

/** A reason for each case when the reason of the whole was erased. */
const RETURNED_WITH_DOSSIER = 'Trả lại cùng hồ sơ trình khen.';

/** Takes the cases of a dossier along when it is submitted, received or returned. */
@Injectable()
export class DossierCases {
  private readonly logger = new Logger(DossierCases.name);

  constructor(
    private readonly reads: ReadDatabase,
    private readonly batches: CaseBatches,
    private readonly privateTexts: PrivateTexts,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Asks for the step, in the transaction of what it follows from. */
  async schedule(tx: Tx, { job, at, ...payload }: ScheduledStep & { readonly at: Instant }): Promise<void> {
    await addToOutbox(tx, [{ id: this.ids.next(), job, payload, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  /** Takes the next batch of cases along; answers the steps that are to follow. */
  async take(step: ScheduledStep, messageId: string): Promise<readonly ScheduledStep[]> {
    const dossier = await readDossier(this.reads, step.dossierId);
    if (!dossier) throw new NotFoundError('dossier', step.dossierId);
    const { command, states, while: isMeant } = CASE_STEPS[step.job];
    if (!isMeant.includes(dossier.state)) return [];
    const limit = this.batches.size;
    const caseIds = await readCaseIds(this.reads, dossier.id, {
      states,
      after: step.after ?? '',
      limit,
      caseIds: step.caseIds,
    });
    const isInBulk = WRITTEN_IN_BULK.has(command);
    // Whose own cases were taken along before need not look for others: those who have some do.
    const room = isInBulk && caseIds.length > 0 ? limit - caseIds.length : 0;
    const others = await companionCases(this.reads, step, dossier, room);
    const requests = await this.requestsFor(step, dossier, [...caseIds, ...others], messageId);
    const outcomes = await (isInBulk ? this.batches.together(requests) : this.batches.oneByOne(requests));
    this.report(step, outcomes.slice(0, caseIds.length));
    // Anew: the dossier may have moved on while its cases were taken along, and found them where they were before.
    const { state } = (await readDossier(this.reads, dossier.id)) ?? dossier;
    return nextSteps(step, state, caseIds.length < limit ? undefined : caseIds.at(-1));
  }

  private async requestsFor(
    step: ScheduledStep,
    dossier: DossierRecord,
    caseIds: readonly string[],
    messageId: string,
  ): Promise<readonly CommandRequest[]> {
    const actor = actingFor(step, await this.placeOf(step, dossier));
    const texts = step.job === 'return-cases' ? { reason: await this.reasonOf(dossier) } : {};
    return caseIds.map((caseId) => ({
      actor,
      commandId: derivedId(step.job, messageId, caseId),
      type: CASE_STEPS[step.job].command,
      instanceId: caseId,
      input: step.officerId === undefined ? {} : { officerId: step.officerId },
      texts,
    }));
  }

  /** Where the seat was that the command on the dossier took. */
  private async placeOf({ job }: ScheduledStep, dossier: DossierRecord): Promise<UnitPlace> {
    const { unitId, unitPath, authorityUnitId } = dossier;
    if (CASE_STEPS[job].by === 'unit') return { unitId, unitPath };
    return { unitId: authorityUnitId, unitPath: await readAuthorityPath(this.reads, dossier.id) };
  }

  private async reasonOf({ returnReason }: DossierRecord): Promise<string> {
    if (returnReason === null) return RETURNED_WITH_DOSSIER;
    const texts = await this.privateTexts.readTexts(this.reads, [returnReason]);
    return texts.get(returnReason) ?? RETURNED_WITH_DOSSIER;
  }

  /** A case that refuses stays where it is and says why to whoever looks at it; the dossier has gone on without it. */
  private report({ job, dossierId }: ScheduledStep, outcomes: readonly CaseOutcome[]): void {
    const refused = outcomes.flatMap(({ result }) => (result.outcome === 'refused' ? [result.reasons] : []));
    if (refused.length === 0) return;
    const codes = [...new Set(refused.flat().map(({ code }) => code))].sort().join(', ');
    this.logger.warn(
      `${job} of the dossier ${dossierId}: ${refused.length} of ${outcomes.length} cases stay: ${codes}`,
    );
  }
}

/** The next batch; after the last one, or when it is no longer meant, what the dossier has asked for too early. */
function nextSteps(step: ScheduledStep, state: DossierState, after: string | undefined): ScheduledStep[] {
  const { job, dossierId, by } = step;
  const isMeant = (each: CaseStepJob): boolean => CASE_STEPS[each].while.includes(state);
  if (after !== undefined && isMeant(job)) return [{ ...step, after }];
  const followedBy = OVERTAKEN_BY[job];
  return followedBy && isMeant(followedBy) ? [{ job: followedBy, dossierId, by }] : [];
}

/**
 * The user whose command on the dossier was accepted, with the one seat that it took: that was checked then, and what
 * follows happens in the same name even if the seat has changed hands since.
 */
function actingFor({ by, job }: ScheduledStep, { unitId, unitPath }: UnitPlace): Actor {
  const { role } = CASE_STEPS[job];
  return { id: by, personId: null, isSystem: false, seats: [{ role, unitId, unitPath, councilId: null }] };
}
