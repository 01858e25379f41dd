import { Injectable } from '@nestjs/common';
import type { QuotaFacts, ReviewContext, ReviewFacts } from '../../../workflows/review';
import { CaseDirectory, type CaseSummary } from '../../awards';
import { placeholders, type RowReader } from '../../platform/persistence';
import { openKeyOf } from './quota';
import { quotasFor } from './quotas.repository';

/** An item that passed, with its case. */
interface Passed {
  readonly itemId: string;
  readonly summary: CaseSummary;
  /** What the quota that governs it is told apart by, if there is one. */
  readonly key: string;
}

/** Gathers what has to do with places: the quotas that govern a round, and which cases are of women where that counts. */
@Injectable()
export class PlaceFactsReader {
  constructor(private readonly cases: CaseDirectory) {}

  /** Ledgers are held for the command that takes places from them, so that two rounds come one after another. */
  async of(
    rows: RowReader,
    context: ReviewContext,
    type: string,
  ): Promise<Pick<ReviewFacts, 'quotas' | 'womanItemIds'>> {
    const passed = context.places === null ? await this.passedIn(rows, context) : [];
    if (passed.length === 0) return { quotas: [], womanItemIds: [] };
    const keys = [...new Set(passed.map(({ key }) => key))];
    const found = await quotasFor(rows, keys, type === 'review.allotPlaces' ? 'taken' : undefined);
    const quotas = [...found].map(([key, quota]) => ({ ...quota, itemIds: itemIdsOf(passed, key) }));
    const asking = new Set(quotas.filter(({ womanFirst }) => womanFirst).flatMap(({ itemIds }) => itemIds));
    const womanItemIds = await womenAmong(
      rows,
      passed.filter(({ itemId }) => asking.has(itemId)),
    );
    return { quotas: quotas satisfies readonly QuotaFacts[], womanItemIds };
  }

  /** A quota is of a campaign: a case counts for its own, whatever round it was put before. One that has none goes with the round. */
  private async passedIn(rows: RowReader, context: ReviewContext): Promise<readonly Passed[]> {
    const { councilId, campaignId, items } = context;
    const passed = Object.entries(items).filter(([, { caseId, result }]) => caseId !== null && result?.passed === true);
    const cases = await this.cases.summariesOf(
      rows,
      passed.flatMap(([, { caseId }]) => caseId ?? []),
    );
    return passed.flatMap(([itemId, { caseId, tier }]) => {
      const summary = cases.get(caseId ?? '');
      if (!summary) return [];
      const key = openKeyOf({ councilId, campaignId: summary.campaignId ?? campaignId, tier });
      return [{ itemId, summary, key }];
    });
  }
}

function itemIdsOf(passed: readonly Passed[], key: string): readonly string[] {
  return passed.filter((each) => each.key === key).map(({ itemId }) => itemId);
}

/** Items whose case is of a woman, by the register of people; collectives are left to the chair. */
async function womenAmong(rows: RowReader, passed: readonly Passed[]): Promise<readonly string[]> {
  const people = passed.filter(({ summary }) => summary.subjectKind === 'person');
  if (people.length === 0) return [];
  const women = await rows.rows<{ id: string }>(
    `SELECT id FROM people WHERE gender = 'female' AND id IN ${placeholders(people.length)}`,
    people.map(({ summary }) => summary.subjectId),
  );
  const ids = new Set(women.map(({ id }) => id));
  return people.filter(({ summary }) => ids.has(summary.subjectId)).map(({ itemId }) => itemId);
}
