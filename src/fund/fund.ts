import { derivedId } from '../platform/ids/derived-id';

/** Where money comes from: the budget, contributions, what was left of the year before, anything else. */
export const FUND_SOURCES = ['budget', 'contribution', 'carriedOver', 'other'] as const;

/** What money goes to beside prizes: launching, reviewing, publicity, anything else (Decree 152/2025/NĐ-CP, article 48). */
export const FUND_PURPOSES = ['organising', 'publicity', 'carriedForward', 'other'] as const;

export type FundSource = (typeof FUND_SOURCES)[number];
export type FundPurpose = (typeof FUND_PURPOSES)[number];

/** The fund of a unit in a year has one id, whoever is first to need it. */
export function fundYearId(unitId: string, year: number): string {
  return derivedId('fund', unitId, String(year));
}

/** A payment is one entry, however often its job runs. */
export function paymentEntryId(caseId: string): string {
  return derivedId('fund.payment', caseId);
}
