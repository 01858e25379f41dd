import { Injectable } from '@nestjs/common';
import { decimal, type Decimal } from '../../workflows/kernel';
import type { CountedFigure, StatementContent, TallyGroups } from '../../workflows/tally';
import { ReadDatabase } from '../platform/persistence';
import { countAmong, type CountedCases } from '../tallies';
import { UnitDirectory } from '../units';

/** What a figure may narrow its count to, each a dimension of tallies. */
const NARROWING = ['year', 'tier', 'subjectKind'] as const;

/** Path of no unit at all. */
const NOWHERE = '/-/';

/** Asks our records for what the figures of a text say that they count. */
@Injectable()
export class RecordedFigures {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  /**
   * The numbers by the codes of the figures; none for a figure that does not say what it counts. Only cases of the unit with
   * this path and below it are counted, whatever unit a figure names. Figures that narrow in the same ways are one question:
   * a text of two hundred lines asks as often as it has kinds of lines.
   */
  async of({ axis, figures }: StatementContent, unitPath: string): Promise<ReadonlyMap<string, Decimal>> {
    const asked = figures.flatMap(({ code, counts }) => (counts ? [{ code, counts }] : []));
    const units = await this.units.byIds(
      this.reads,
      asked.flatMap(({ counts }) => counts.unitId ?? []),
    );
    const questionOf = (figure: CountedFigure): CountedCases => ({
      ...{ axis, campaignId: figure.campaignId, under: unitPath },
      withTwins: figure.number === 'money',
      by: NARROWING.filter((name) => figure[name] !== undefined),
      ...(figure.unitId === undefined ? {} : { unitPath: units.get(figure.unitId)?.path ?? NOWHERE }),
    });
    const answers = new Map<string, TallyGroups>();
    const found = new Map<string, Decimal>();
    for (const { code, counts } of asked) {
      const question = questionOf(counts);
      const key = JSON.stringify(question);
      const answer = answers.get(key) ?? (await countAmong(this.reads, question));
      answers.set(key, answer);
      found.set(code, numberOf(answer, question, counts));
    }
    return found;
  }
}

/** What nobody has is in no group. */
function numberOf(answer: TallyGroups, { by }: CountedCases, figure: CountedFigure): Decimal {
  const asked = NARROWING.filter((name) => by.includes(name)).map((name) => figure[name]);
  const group = answer[figure.family].find(({ keys }) => keys.every((key, index) => key === asked[index]));
  return decimal(String(group?.counts[figure.stage][figure.number] ?? 0));
}
