import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import type { QuotaFacts, ReviewContext, ReviewFacts } from '../../../workflows/review';
import { CaseDirectory, type CaseSummary } from '../../awards';
import type { RowReader } from '../../platform/persistence';
import { openKeyOf } from './quota';
import { quotasFor } from './quotas.repository';
import { TieRules, type Ties } from './tie-rules';
import { womenAmong } from './ties.repository';

/** An item that passed, with its case. */
interface Passed {
  readonly itemId: string;
  readonly summary: CaseSummary;
  /** What the quota that governs it is told apart by, if there is one. */
  readonly key: string;
}

/** For which command, and in which unit's council. */
interface Asked {
  readonly type: string;
  readonly at: Instant;
  readonly row: { readonly unitPath: string } | undefined;
}

/** Gathers what has to do with places: the quotas that govern a round, and which cases go first among equals. */
@Injectable()
export class PlaceFactsReader {
  constructor(
    private readonly cases: CaseDirectory,
    private readonly ties: TieRules,
  ) {}

  /** Ledgers are held for the command that takes places from them, so that two rounds come one after another. */
  async of(
    rows: RowReader,
    context: ReviewContext,
    { type, at, row }: Asked,
  ): Promise<Pick<ReviewFacts, 'quotas' | 'womanItemIds'>> {
    const passed = context.places === null ? await this.passedIn(rows, context) : [];
    if (passed.length === 0) return { quotas: [], womanItemIds: [] };
    const keys = [...new Set(passed.map(({ key }) => key))];
    const found = await quotasFor(rows, keys, type === 'review.allotPlaces' ? 'taken' : undefined);
    const governed = passed.filter(({ key }) => found.has(key));
    const ties = await this.ties.of(
      rows,
      governed.map(({ summary }) => summary),
      { unitPath: row?.unitPath ?? '/', at },
    );
    const declared = governed.filter(({ key }) => found.get(key)?.womanFirst === true);
    const byRule = governed.filter(({ summary }) => ties.firstCaseIds.has(summary.id)).map(({ itemId }) => itemId);
    return {
      quotas: [...found].map(([key, quota]) => withTies(quota, ofKey(governed, key), ties)),
      womanItemIds: [...new Set([...(await womenIn(rows, declared)), ...byRule])],
    };
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

function ofKey(passed: readonly Passed[], key: string): readonly Passed[] {
  return passed.filter((each) => each.key === key);
}

/** Women go first where the rules of a case say so, whether the quota declares it or not. */
function withTies(quota: QuotaFacts, own: readonly Passed[], { citations }: Ties): QuotaFacts {
  const [tieBy] = own.flatMap(({ summary }) => citations.get(summary.id) ?? []);
  const itemIds = own.map(({ itemId }) => itemId);
  return { ...quota, itemIds, ...(tieBy ? { tieBy, womanFirst: true } : {}) };
}

/** Items whose case is of a woman, by the register of people; what a quota declares is about people alone. */
async function womenIn(rows: RowReader, declared: readonly Passed[]): Promise<readonly string[]> {
  const people = declared.filter(({ summary }) => summary.subjectKind === 'person');
  const women = await womenAmong(
    rows,
    people.map(({ summary }) => summary.subjectId),
  );
  return people.filter(({ summary }) => women.has(summary.subjectId)).map(({ itemId }) => itemId);
}
