import { Injectable } from '@nestjs/common';
import type { DecisionContext } from '../../../workflows/decision';
import { canonicalJson, type LocalDate } from '../../../workflows/kernel';
import { SubjectDirectory, type SubjectKind } from '../../people';
import { Randomness } from '../../platform/ids/ids.port';
import { PrivateTexts, type RowReader, type Tx } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import { UnitDirectory } from '../../units';
import { insertPaper, readSigner, readUnprinted, type UnprintedLine } from './decision-papers.repository';
import { newCode } from './new-code';
import { amountDue, prizePrinted, type PrizePrinted } from './prize-printed';
import { PrizesDue, type ClaimLine } from './prizes-due';

/** A line with the name and the prize of this moment. */
export interface LiveLine extends UnprintedLine {
  readonly name: string;
  readonly prize: PrizePrinted | null;
}

/** Fixes what a decision says on the day of its issue: names, units, prizes, and the codes it can be verified by. */
@Injectable()
export class DecisionPrinting {
  constructor(
    private readonly subjects: SubjectDirectory,
    private readonly units: UnitDirectory,
    private readonly rulebooks: RulebooksService,
    private readonly privateTexts: PrivateTexts,
    private readonly randomness: Randomness,
    private readonly prizesDue: PrizesDue,
  ) {}

  /** The lines of a decision as they would be printed on this day. */
  async linesOn(rows: RowReader, decisionId: string, on: LocalDate): Promise<readonly LiveLine[]> {
    const lines = await readUnprinted(rows, decisionId);
    const asked = lines.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
    const labels = await this.subjects.labelsOf(rows, asked);
    const prizes = new Map<string, PrizePrinted | null>();
    const named = lines.map((line, index) => {
      const { tier, subjectKind } = line;
      const key = `${tier} ${subjectKind}`;
      const known = prizes.get(key);
      const prize = known === undefined ? this.prizeOf(tier, subjectKind, on) : known;
      prizes.set(key, prize);
      return { ...line, name: labels[index]?.name ?? '', prize };
    });
    const notDue = await this.prizesDue.notDueOn(rows, decisionId, named.flatMap(claimsOf), on);
    return named.map((line) => {
      const why = notDue.get(line.caseId);
      return line.prize && why ? { ...line, prize: { ...line.prize, notDue: why } } : line;
    });
  }

  /** Keeps the paper as issued. In the unit of work that issues it. */
  async print(tx: Tx, decisionId: string, context: DecisionContext): Promise<void> {
    const { authorityUnitId, issuedOn, signing } = context;
    if (issuedOn === null) throw new Error(`The decision ${decisionId} is printed without a day`);
    const lines = await this.linesOn(tx, decisionId, issuedOn);
    const authority = (await this.units.byIds(tx, [authorityUnitId])).get(authorityUnitId);
    const signer = signing === null ? undefined : await readSigner(tx, signing.signerUserId);
    const [signerName = '', ...names] = await this.privateTexts.commitMany(tx, [
      { streamId: signer?.personId ?? decisionId, text: signer?.name ?? '' },
      ...lines.map((line) => ({ streamId: textsOf(line, decisionId), text: line.name })),
    ]);
    const head = { code: newCode(this.randomness), authorityName: authority?.name ?? '', signerName };
    const printed = lines.map(({ caseId, unitName, prize }, index) => ({
      ...{ caseId, unitName, code: newCode(this.randomness), name: names[index] ?? '' },
      ...{ amount: amountDue(prize), prize: prize && canonicalJson(prize) },
    }));
    await insertPaper(tx, decisionId, head, printed);
  }

  private prizeOf(tier: string, subjectKind: SubjectKind, decidedOn: LocalDate): PrizePrinted | null {
    const prize = this.rulebooks.prize({ tier, subjectKind, decidedOn });
    const upTo = this.rulebooks.at(decidedOn)?.rounding.upTo;
    return prize && upTo !== undefined ? prizePrinted(prize, upTo) : null;
  }
}

function claimsOf({ prize, claimantId, ...line }: LiveLine): readonly ClaimLine[] {
  const { caseId, tier, achievedFrom, achievedTo } = line;
  if (prize === null) return [];
  return [{ caseId, subjectId: claimantId, tier, achievedFrom, achievedTo, amount: prize.amount }];
}

/** With whose texts a printed name lies: who can be erased takes it along. The name of a collective is no personal data. */
export function textsOf(
  { subjectKind, subjectId }: { readonly subjectKind: SubjectKind; readonly subjectId: string },
  decisionId: string,
): string {
  return subjectKind === 'collective' ? decisionId : subjectId;
}
