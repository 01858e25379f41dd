import type { MeasureRule } from '../../workflows/indicator';
import type { Decimal, LocalDate } from '../../workflows/kernel';
import { owedDays, type PieceTerm, type Span } from '../../workflows/publicity';
import type { Reported } from './figure';

/** A publicity plan as commands need it. */
export interface PlanRecord {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitPath: string;
}

/** States of a campaign at its end. Nothing more is planned for it, and nobody owes it anything: as with its own deadlines. */
const AT_ITS_END: readonly string[] = ['concluded', 'cancelled'];

/** Whether a campaign is over; one that is not there is. */
export function isCampaignOver(campaign: { readonly state: string } | undefined): boolean {
  return campaign === undefined || AT_ITS_END.includes(campaign.state);
}

/** A piece that stands, as commands need it. */
export interface PieceRecord extends PieceTerm {
  readonly id: string;
  readonly planId: string;
  readonly code: string;
  /** The unit in charge; for a body outside the unit that leads the campaign. */
  readonly unitId: string;
  readonly chargedPath: string;
  readonly isOutside: boolean;
  readonly rule: MeasureRule | null;
}

/** A report that stands. */
export interface ReportRecord extends Reported {
  readonly id: string;
}

/** A report that is to be written. */
export interface NewReport {
  readonly id: string;
  readonly pieceId: string;
  readonly from: LocalDate;
  readonly asOf: LocalDate;
  readonly value: Decimal;
  readonly reference: string;
}

/** What a deadline of a piece is called for reminders: a body outside has no seats, the standing office is told. */
export type PieceDeadlineKind = 'publicity.pieceDue' | 'publicity.bodyDue';

/** The deadlines of a piece: one for each report that is owed. */
export function pieceDeadlines(
  piece: Pick<PieceRecord, 'cadence' | 'startsOn' | 'dueOn' | 'isOutside'>,
  reported: readonly Span[],
): readonly { readonly key: string; readonly kind: PieceDeadlineKind; readonly dueOn: LocalDate }[] {
  const kind = piece.isOutside ? 'publicity.bodyDue' : 'publicity.pieceDue';
  return owedDays(piece, reported).map((dueOn) => ({ key: `due:${dueOn}`, kind, dueOn }));
}
