import { addDong, dong, type Dong, type Label } from '../../../workflows/kernel';
import type { DocumentAnnexResponse, DocumentLineResponse, PrizeResponse } from './dto/decision-document.response';
import { notDueSentence } from './prize-not-due';
import type { PrizePrinted } from './prize-printed';

/** A line before it has its place in an annex. */
export interface AnnexLine extends Omit<DocumentLineResponse, 'ordinal' | 'notDue'> {
  readonly tier: string;
  readonly prize: PrizePrinted | null;
}

/** The lines by tier, each annex numbered from 1; tiers in the order in which their first cases stand. */
export function annexesOf(
  lines: readonly AnnexLine[],
  nameOf: (tier: string) => Label,
): readonly DocumentAnnexResponse[] {
  const byTier = new Map<string, AnnexLine[]>();
  for (const line of lines) {
    const annex = byTier.get(line.tier);
    if (annex) annex.push(line);
    else byTier.set(line.tier, [line]);
  }
  return [...byTier].map(([tier, own]) => ({
    tier,
    tierName: nameOf(tier),
    caseCount: own.length,
    total: totalOf(own),
    prizes: prizesOf(own),
    lines: own.map(({ tier: _, prize, ...line }, index) => ({ ordinal: index + 1, ...line, notDue: notDueOf(prize) })),
  }));
}

/** What all lines come to; a line without a known prize counts nothing. */
export function totalOf(lines: readonly Pick<AnnexLine, 'amount'>[]): Dong {
  return addDong(...lines.flatMap(({ amount }) => (amount === null ? [] : [dong(amount)])));
}

function prizesOf(lines: readonly AnnexLine[]): readonly PrizeResponse[] {
  const byKind = new Map(lines.flatMap(({ subjectKind, prize }) => (prize ? [[subjectKind, prize] as const] : [])));
  return [...byKind.values()].map(({ notDue: _, ...prize }) => prize);
}

function notDueOf(prize: PrizePrinted | null): DocumentLineResponse['notDue'] {
  if (!prize?.notDue) return null;
  const { insteadCaseId, citation } = prize.notDue;
  return { amount: prize.amount, sentence: notDueSentence(prize.notDue), insteadCaseId, citation };
}
