import { Injectable } from '@nestjs/common';
import { firstEnd, localDateOf, type DeadlineSpec, type Instant, type LocalDate } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { readCountedDeadline } from '../../platform/deadlines/counted-deadline';
import { DeadlineStore } from '../../platform/deadlines/deadline-store';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { RecountDeadlinePayload } from '../../platform/deadlines/recount-deadline.payload';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import { rulesDayOf } from '../cases/rules-day';
import { CaseSources } from '../cases/case-sources';
import { TierRules } from '../cases/tier-rules';
import type { DossierRecord } from './dossier';
import { readAuthorityPath, readDossier, readTiers, updateDossier } from './dossiers.repository';
import type { MarkCompleteRequest } from './dto/dossier-work.request';

/** The job that counts the last day of an appraisal anew. */
export const RECOUNT_APPRAISAL = 'recount-appraisal';

/** Key of the deadline of an appraisal. */
export const APPRAISAL_DUE = 'appraisalDue';

/** The last day of an appraisal; `counted` is absent for a day that somebody named. */
export type AppraisalDue = Pick<DeadlineSpec, 'dueOn' | 'counted'>;

const spec = (due: AppraisalDue): DeadlineSpec => ({ key: APPRAISAL_DUE, kind: 'dossier.appraisalDue', ...due });

/** The clock of the appraisal: it runs from the day on which the papers are complete (Decree 152/2025/NĐ-CP, article 35). */
@Injectable()
export class DossierTerms {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly tiers: TierRules,
    private readonly campaigns: CampaignDirectory,
    private readonly deadlines: DeadlineStore,
    private readonly registers: RegisterRunner,
  ) {}

  /** The last day that was named or, by the rulebook, the nearest among the tiers of the dossier; null where it has none. */
  async dueOf(input: object, dossier: DossierRecord, { tx, at }: RegisterWork): Promise<AppraisalDue | null> {
    const { appraisalDueOn } = input as MarkCompleteRequest;
    if (appraisalDueOn !== undefined) return { dueOn: appraisalDueOn };
    const today = localDateOf(at);
    const rules = await new CaseSources(tx, this.campaigns, this.tiers).rulesOf(dossier);
    const day = rulesDayOf(dossier, today);
    const terms = (await readTiers(tx, dossier.id)).flatMap(
      (tier) => rules.appraisalTermOf(tier, day, dossier.authorityLevel) ?? [],
    );
    return this.ending(today, terms);
  }

  /** Arms, moves or drops the deadline of the appraisal: it is the receiving unit's. */
  async sync(tx: Tx, before: DossierRecord, due: AppraisalDue | null, at: Instant): Promise<void> {
    const stood = before.appraisalDueOn === null ? [] : [spec({ dueOn: before.appraisalDueOn })];
    await this.change(tx, before, { before: stood, after: due === null ? [] : [spec(due)] }, at);
  }

  /**
   * Counts a provisional last day anew with the days off that are known by now, as the system: the dossier's history says
   * that the day moved, or that it is final. Whoever named another day since is not overruled.
   */
  async recount(payload: RecountDeadlinePayload, commandId: string): Promise<void> {
    const seen = await readCountedDeadline(this.reads, payload);
    const due = seen && this.ending(seen.spec.counted.from, seen.spec.counted.terms);
    if (!seen || !due?.counted) return;
    const { calendarVersion, isProvisional } = due.counted;
    const id = seen.streamId;
    const request = {
      ...{ actor: SYSTEM_ACTOR, commandId, type: 'dossier.recountAppraisal', instanceId: id, kind: 'dossier' },
      input: { appraisalDueOn: due.dueOn, before: seen.spec.dueOn, calendarVersion, isProvisional },
      permissions: ['system'] as const,
      unitPath: await readAuthorityPath(this.reads, id),
    };
    await this.registers.change(request, async ({ tx, at }) => {
      await this.apply(tx, { payload, id, due }, at);
      return [];
    });
  }

  private async apply(
    tx: Tx,
    { payload, id, due }: { payload: RecountDeadlinePayload; id: string; due: AppraisalDue },
    at: Instant,
  ): Promise<void> {
    const dossier = await readDossier(tx, id, 'taken');
    const deadline = await readCountedDeadline(tx, payload);
    // Moved meanwhile: the next delivery of the job finds nothing to count.
    if (!dossier || !deadline) throw new ConcurrencyError(`appraisal of the dossier ${id}`);
    await updateDossier(tx, dossier, { appraisalDueOn: due.dueOn });
    await this.change(tx, dossier, { before: [deadline.spec], after: [spec(due)] }, at);
  }

  private async change(
    tx: Tx,
    { id, authorityUnitId: unitId }: DossierRecord,
    { before, after }: { before: readonly DeadlineSpec[]; after: readonly DeadlineSpec[] },
    at: Instant,
  ): Promise<void> {
    const stream = { kind: 'dossier', id, unitId, unitPath: await readAuthorityPath(tx, id) };
    await this.deadlines.sync(tx, stream, before, after, at);
  }

  private ending(from: LocalDate, terms: Parameters<typeof firstEnd>[1]): AppraisalDue | null {
    const end = firstEnd(from, terms, this.tiers.calendar);
    return end ? { dueOn: end.dueOn, counted: { ...end.counted, recountJob: RECOUNT_APPRAISAL } } : null;
  }
}
