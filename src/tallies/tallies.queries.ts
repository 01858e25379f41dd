import { Injectable } from '@nestjs/common';
import type { Tally, TallyAxis } from '../../workflows/tally';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { allOf } from '../platform/http/pages/conditions';
import { ReadDatabase } from '../platform/persistence';
import { campaignKey } from './campaign-key';
import { currentResults, keptCases } from './current-numbers';
import type { TallyResultsResponse } from './dto/tally.response';
import { countGroups } from './groups.repository';
import { countResults, unitsWhere } from './results.repository';
import { resultTallyOf } from './results';
import { tallyOf, tallyOfGroups } from './tally-of-counts';
import { coverageOf } from './tally-sight';

/** Which tally is asked for; null is for cases outside campaigns. */
export interface TallyQuestion {
  readonly campaignId: string | null;
  readonly axis: TallyAxis;
}

/** A tally, and what it is of. */
export interface TallyAnswer extends Tally, Pick<TallyResultsResponse, 'campaignId' | 'computedAt' | 'coverage'> {}

/** Answers the standing questions about numbers, for every face. Never writes. */
@Injectable()
export class TalliesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The tally of a campaign on one axis, as it was counted last. Whose seats cover the campaign gets all of it; whose seats
   * lie below gets the same counts over the cases of their own units. Throws NotFoundError when there is no such campaign in
   * sight.
   */
  async of(scope: Scope, question: TallyQuestion): Promise<TallyAnswer> {
    const { campaignId, axis } = question;
    const coverage = await coverageOf(this.reads, scope, campaignId);
    if (coverage === 'whole') {
      const { computedAt, counts } = await keptCases(this.reads, question, this.clock.now());
      return { campaignId, computedAt, coverage, ...tallyOf(axis, counts) };
    }
    const among = countedCases(scope, campaignId);
    const perTier = await countGroups(this.reads, { axis, by: ['year', 'tier', 'subjectKind'] }, among);
    const overAll = await countGroups(this.reads, { axis, by: ['year', 'subjectKind'] }, among);
    return { campaignId, computedAt: this.clock.now(), coverage, ...tallyOfGroups(axis, perTier, overAll) };
  }

  /** How the indicators and measures of a campaign came out; for seats below it over their own units. Throws NotFoundError. */
  async resultsOf(scope: Scope, campaignId: string): Promise<TallyResultsResponse> {
    const coverage = await coverageOf(this.reads, scope, campaignId);
    const now = this.clock.now();
    const { computedAt, counts } =
      coverage === 'whole'
        ? await currentResults(this.reads, campaignId, now)
        : {
            computedAt: now,
            counts: await countResults(this.reads, campaignId, unitsWhere(coveredBy(scope, 'path'))),
          };
    const { indicator: indicators, measure: measures, unit: units } = resultTallyOf(counts);
    return { campaignId, computedAt, coverage, indicators, measures, units };
  }
}

/** The cases of a campaign, or outside campaigns, that were counted and that a scope covers. */
export function countedCases(scope: Scope, campaignId: string | null, coversAll = false): SqlCondition {
  const ofCampaign: SqlCondition = { sql: 't.campaign_key = ?', params: [campaignKey(campaignId)] };
  return coversAll ? ofCampaign : allOf([ofCampaign, coveredBy(scope, 't.unit_path')]);
}
