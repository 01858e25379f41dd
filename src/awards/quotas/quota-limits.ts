import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type Refusal } from '../../../workflows/kernel';
import type { QuotaRule } from '../../../workflows/rulebook';
import type { Tx } from '../../platform/persistence';
import { quotaAt, type QuotaAt, type QuotaMeasure } from './tier-quota';
import { TierQuotaRules } from './tier-quota-rules';
import { TierQuotas } from './tier-quotas';
import { quotaRefusal, TIER_QUOTA_REFUSALS } from './tier-quotas.errors';
import { takeTierQuota, writePlaces } from './tier-quotas.repository';

/** For whom a limit is asked: a council of this unit, for achievements of a year or of a campaign. */
export interface LimitQuestion {
  readonly tier: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number | null;
  readonly campaignId: string | null;
  readonly at: Instant;
}

/** What the rules allow. */
export type QuotaLimit =
  /** No rule limits the tier there. */
  | { readonly kind: 'none' }
  /** A rule does, by the year, and no year is named. */
  | { readonly kind: 'yearNotNamed' }
  | { readonly kind: 'unknown'; readonly refusal: Refusal }
  | { readonly kind: 'places'; readonly places: number; readonly quota: QuotaAt; readonly measure: QuotaMeasure };

interface Measured {
  readonly quota: QuotaAt;
  readonly measure: QuotaMeasure;
}

/** Says how many places of a tier a council can have at all: it may set itself less than the rules, never more. */
@Injectable()
export class QuotaLimits {
  constructor(
    private readonly rules: TierQuotaRules,
    private readonly quotas: TierQuotas,
  ) {}

  /** The most places there can be, with what it follows from, which is kept to be seen. */
  async of(tx: Tx, question: LimitQuestion): Promise<QuotaLimit> {
    const { tier, unitPath, year, campaignId, at } = question;
    const rows = await this.rules.rowsOfYear(tx, { tier, unitPath, year, today: localDateOf(at) });
    const concerned = rows.filter(({ scope }) => scope !== 'campaign' || campaignId !== null);
    if (concerned.length === 0) return { kind: 'none' };
    if (year === null && concerned.some(({ scope }) => scope !== 'campaign')) return { kind: 'yearNotNamed' };
    const measured: Measured[] = [];
    for (const rule of concerned) measured.push(await this.measured(tx, rule, question));
    return limitOf(measured);
  }

  private async measured(tx: Tx, rule: QuotaRule, question: LimitQuestion): Promise<Measured> {
    const { tier, unitId, unitPath, year, campaignId } = question;
    const isCampaigns = rule.scope === 'campaign';
    const key = { tier, scopeId: isCampaigns ? (campaignId ?? '') : unitId, year: isCampaigns ? null : year };
    const quota = quotaAt(rule, key, unitPath);
    const measure = await this.quotas.measure(tx, quota, await takeTierQuota(tx, quota));
    await writePlaces(tx, quota.id, { freed: [], given: [], measure });
    return { quota, measure };
  }
}

/** Rows over all kinds together limit each for itself; rows on one kind each limit together what a council has over all. */
function limitOf(measured: readonly Measured[]): QuotaLimit {
  const [first] = measured;
  const unknown = measured.find(({ measure }) => measure.places === null);
  if (!first) return { kind: 'none' };
  if (unknown) {
    const { quota, measure } = unknown;
    return { kind: 'unknown', refusal: quotaRefusal(TIER_QUOTA_REFUSALS.baseUnknown, quota, measure) };
  }
  const byKind = measured.filter(({ quota }) => quota.subjects !== null);
  const together = measured.filter(({ quota }) => quota.subjects === null).map(placesOf);
  const places = Math.min(...together, ...(byKind.length > 0 ? [sumOf(byKind)] : []));
  const strictest = measured.find((each) => placesOf(each) === places) ?? first;
  return { kind: 'places', places, ...strictest };
}

function placesOf({ measure }: Measured): number {
  return measure.places ?? 0;
}

function sumOf(measured: readonly Measured[]): number {
  return measured.reduce((sum, each) => sum + placesOf(each), 0);
}
