import type { QuotaTie } from '../../../workflows/review';

/** Most places of one quota. */
export const MOST_PLACES = 100_000;

/** A quota as its row holds it. */
export interface QuotaRow {
  readonly id: string;
  readonly councilId: string;
  readonly campaignId: string | null;
  readonly tier: string;
  readonly places: number;
  readonly tie: QuotaTie;
  /** 1 or 0. */
  readonly womanFirst: number;
  /** Null once it is closed. */
  readonly openKey: string | null;
  readonly unitId: string;
  readonly unitPath: string;
}

export type QuotaEntryState = 'placed' | 'waiting' | 'freed' | 'ended';

/** One line of the ledger. */
export interface QuotaEntryRow {
  readonly itemId: string;
  readonly quotaId: string;
  readonly reviewId: string;
  readonly caseId: string;
  readonly state: QuotaEntryState;
  readonly placeNumber: number | null;
  readonly waitingNumber: number | null;
}

/** Who waits may move up only while the case is still with the council. */
export function isWithCouncil(caseState: string | undefined): boolean {
  return caseState === 'inReview' || caseState === 'onHold.inReview';
}

const KEEPING: ReadonlySet<string> = new Set([
  'inReview',
  'recommended',
  'decided',
  'presented',
  'sentUp',
  'grantedAbove',
  'onHold',
]);

/** Whether a case in this state keeps its place; one that was withdrawn, refused or judged anew does not. */
export function keepsPlace(caseState: string | undefined): boolean {
  return KEEPING.has(caseState?.split('.')[0] ?? '');
}

/** What one open quota is told apart by. */
export function openKeyOf({
  councilId,
  campaignId,
  tier,
}: Pick<QuotaRow, 'councilId' | 'campaignId' | 'tier'>): string {
  return [councilId, campaignId ?? 'none', tier].join(' ');
}
