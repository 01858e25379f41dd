import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { countCases } from './case-counts.repository';
import { ALL, currentSince } from './current-numbers';
import { countResults } from './results.repository';
import { replaceNumbers, sourceOf, type TallyNumbers } from './tallies.repository';

/** Numbers that are to be kept, and the fingerprint of what they were counted from. */
export interface FreshNumbers extends TallyNumbers {
  readonly source: string;
}

/** Counts campaigns and keeps the numbers. */
@Injectable()
export class TalliesService {
  constructor(private readonly reads: ReadDatabase) {}

  /**
   * Counts a campaign, or all cases outside campaigns, without holding anybody up; undefined when the kept numbers still hold,
   * so that a burst of changes is counted once and not once for each.
   */
  async count(campaignId: string | null): Promise<FreshNumbers | undefined> {
    if ((await currentSince(this.reads, campaignId)) !== undefined) return undefined;
    const source = await sourceOf(this.reads, campaignId);
    return {
      source,
      cases: await countCases(this.reads, campaignId, ALL),
      results: campaignId === null ? [] : await countResults(this.reads, campaignId, ALL),
    };
  }

  /** Keeps the numbers in the place of older ones, in the unit of work it is given. */
  keep(tx: Tx, campaignId: string | null, { source, ...numbers }: FreshNumbers, at: Instant): Promise<void> {
    return replaceNumbers(tx, campaignId, { computedAt: at, source }, numbers);
  }
}
