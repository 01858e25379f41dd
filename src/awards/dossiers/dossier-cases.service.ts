import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, PrivateTexts, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import { WRITTEN_IN_BULK } from '../cases/award-case.workflow';
import { CaseBatches, type CaseOutcome } from '../cases/case-batches.service';
import { CASE_STEPS, type CaseStepJob } from './case-steps';
import type { DossierRecord } from './dossier';
import type { DossierState } from './dossier-states';
import { readAuthorityPath, readCaseIds, readDossier } from './dossiers.repository';

/** A job that takes the cases of a dossier along. */
export interface ScheduledStep {
  readonly job: CaseStepJob;
  readonly dossierId: string;
  /** Id of the user whose command on the dossier it follows. */
  readonly by: string;
  /** Id of the last case that was dealt with, for all but the first batch. */
  readonly after?: string;
  /** Who is to appraise, where the step is an assignment. */
  readonly officerId?: string;
  /** The cases that the step is about; all of the dossier when absent. */
  readonly caseIds?: readonly string[];
}

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
    const actor = actingFor(step, await this.placeOf(step, dossier));
    const texts = step.job === 'return-cases' ? { reason: await this.reasonOf(dossier) } : {};
    const requests = caseIds.map((caseId) => ({
      actor,
      commandId: derivedId(step.job, messageId, caseId),
      type: command,
      instanceId: caseId,
      input: step.officerId === undefined ? {} : { officerId: step.officerId },
      texts,
    }));
    const outcomes = await (WRITTEN_IN_BULK.has(command)
      ? this.batches.together(requests)
      : this.batches.oneByOne(requests));
    this.report(step, outcomes);
    // Anew: the dossier may have moved on while its cases were taken along, and found them where they were before.
    const { state } = (await readDossier(this.reads, dossier.id)) ?? dossier;
    return nextSteps(step, state, caseIds.length < limit ? undefined : caseIds.at(-1));
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
