import { Injectable } from '@nestjs/common';
import type { Instant, Refusal } from '../../../workflows/kernel';
import { quotaCitations, quotaFinding, roundingOf } from '../../../workflows/rulebook';
import type { RowReader, Tx } from '../../platform/persistence';
import { QuotaBases } from './quota-bases';
import { keepsItsPlace, type QuotaAt, type QuotaCase, type QuotaMeasure, type StatedBase } from './tier-quota';
import { TierQuotaRules, type QuotaOfCases } from './tier-quota-rules';
import { quotaRefusal, TIER_QUOTA_REFUSALS } from './tier-quotas.errors';
import { quotaCasesOf, quotaCasesOfDecision, readPlaces, takeTierQuota, writePlaces } from './tier-quotas.repository';

/** A list that wants places. */
export interface QuotaList {
  readonly at: Instant;
  /** Cases of the same sitting that passed and are not recommended yet: they count for what a share is of. */
  readonly passedCaseIds?: readonly string[];
}

const NOTHING: StatedBase = { base: null, rounding: null };

/**
 * Holds lists to the quotas of the rules: how many of a tier a unit's year, or a campaign, may bring. A place is taken when
 * a council recommends and again, by whoever has none yet, when the decision is signed; it is the same place.
 */
@Injectable()
export class TierQuotas {
  constructor(
    private readonly rules: TierQuotaRules,
    private readonly bases: QuotaBases,
  ) {}

  /** Takes places for these cases. The reasons why there are none, which undo it all. */
  async take(tx: Tx, caseIds: readonly string[], list: QuotaList): Promise<readonly Refusal[]> {
    if (caseIds.length === 0) return [];
    return this.takeFor(tx, await quotaCasesOf(tx, caseIds, this.rules.candidates()), list);
  }

  /** The same for everybody on the list of a decision. */
  async takeForDecision(tx: Tx, decisionId: string, list: QuotaList): Promise<readonly Refusal[]> {
    return this.takeFor(tx, await quotaCasesOfDecision(tx, decisionId, this.rules.candidates()), list);
  }

  /** What a quota comes to: by the base that the office stated, else by what the registers count. */
  async measure(
    rows: RowReader,
    quota: QuotaAt,
    stated: StatedBase = NOTHING,
    passedCaseIds: readonly string[] = [],
  ): Promise<QuotaMeasure> {
    const { rule } = quota;
    const base = stated.base ?? (await this.bases.countedFor(rows, quota, passedCaseIds));
    const rounding = roundingOf(rule, stated.rounding);
    const { places } = quotaFinding(0, { share: rule.share, base, rounding });
    const baseFrom = base === null ? 'unknown' : stated.base === null ? 'registers' : 'stated';
    return { share: rule.share, rounding, base, baseFrom, places, citations: quotaCitations(rule) };
  }

  private async takeFor(tx: Tx, cases: readonly QuotaCase[], list: QuotaList): Promise<readonly Refusal[]> {
    const reasons: Refusal[] = [];
    for (const each of await this.rules.ofCases(tx, cases, list.at)) {
      reasons.push(...(await this.takeIn(tx, each, list.passedCaseIds ?? [])));
    }
    return reasons;
  }

  private async takeIn(
    tx: Tx,
    { quota, caseIds }: QuotaOfCases,
    passedCaseIds: readonly string[],
  ): Promise<readonly Refusal[]> {
    const stated = await takeTierQuota(tx, quota);
    const known = await readPlaces(tx, quota.id);
    const kept = known.filter(({ state, tier }) => tier === quota.tier && keepsItsPlace(state));
    const holding = new Set(kept.map(({ caseId }) => caseId));
    const wanted = caseIds.filter((caseId) => !holding.has(caseId));
    const measure = await this.measure(tx, quota, stated, passedCaseIds);
    const count = kept.length + wanted.length;
    const { finding } = quotaFinding(count, measure);
    if (finding === 'notProven') return [quotaRefusal(TIER_QUOTA_REFUSALS.baseUnknown, quota, measure)];
    // Also for a list that has its places: what they are a share of may have become less since.
    if (finding === 'notMet') return [quotaRefusal(TIER_QUOTA_REFUSALS.exceeded, quota, measure, { count })];
    const taken = new Set(kept.map(({ placeNumber }) => placeNumber));
    const free = Array.from({ length: taken.size + wanted.length }, (_, index) => index + 1).filter(
      (n) => !taken.has(n),
    );
    const freed = known.filter(({ caseId }) => !holding.has(caseId)).map(({ caseId }) => caseId);
    const given = wanted.map((caseId, index) => [caseId, free[index] ?? 0] as const);
    await writePlaces(tx, quota.id, { freed, given, measure });
    return [];
  }
}
