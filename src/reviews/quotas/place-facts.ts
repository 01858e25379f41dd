import { Injectable } from '@nestjs/common';
import type { ReviewContext, ReviewFacts } from '../../../workflows/review';
import { CaseDirectory } from '../../awards';
import { placeholders, type RowReader } from '../../platform/persistence';
import { openKeyOf } from './quota';
import { quotasFor } from './quotas.repository';

/** Gathers what has to do with places: the quotas that govern a round, and which cases are of women where that counts. */
@Injectable()
export class PlaceFactsReader {
  constructor(private readonly cases: CaseDirectory) {}

  /** Ledgers are held for the command that takes places from them, so that two rounds come one after another. */
  async of(
    rows: RowReader,
    { councilId, campaignId, items, places }: ReviewContext,
    type: string,
  ): Promise<Pick<ReviewFacts, 'quotas' | 'womanItemIds'>> {
    const passed = Object.entries(items).filter(([, { caseId, result }]) => caseId !== null && result?.passed === true);
    if (places !== null || passed.length === 0) return { quotas: [], womanItemIds: [] };
    const tiers = [...new Set(passed.map(([, { tier }]) => tier))];
    const keys = tiers.map((tier) => openKeyOf({ councilId, campaignId, tier }));
    const quotas = await quotasFor(rows, keys, type === 'review.allotPlaces' ? 'taken' : undefined);
    const asking = new Set(quotas.filter(({ womanFirst }) => womanFirst).map(({ tier }) => tier));
    const asked = passed.filter(([, { tier }]) => asking.has(tier));
    const caseIds = new Map(asked.map(([id, { caseId }]) => [id, caseId ?? '']));
    return { quotas, womanItemIds: asking.size === 0 ? [] : await this.womenAmong(rows, caseIds) };
  }

  /** Items whose case is of a woman, by the register of people; collectives are left to the chair. */
  private async womenAmong(rows: RowReader, caseIds: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const cases = await this.cases.summariesOf(rows, [...caseIds.values()]);
    const people = [...cases.values()].filter(({ subjectKind }) => subjectKind === 'person');
    if (people.length === 0) return [];
    const women = await rows.rows<{ id: string }>(
      `SELECT id FROM people WHERE gender = 'female' AND id IN ${placeholders(people.length)}`,
      people.map(({ subjectId }) => subjectId),
    );
    const ids = new Set(women.map(({ id }) => id));
    return [...caseIds].flatMap(([itemId, caseId]) => (ids.has(cases.get(caseId)?.subjectId ?? '') ? [itemId] : []));
  }
}
