import { Injectable } from '@nestjs/common';
import { decimal, type Decimal } from '../../workflows/kernel';
import type { CountedFigure, StatementContent } from '../../workflows/tally';
import type { TallyCounts } from '../../workflows/tally';
import { ReadDatabase } from '../platform/persistence';
import { countAmong, type CountedCases } from '../tallies';
import { UnitDirectory } from '../units';

/** Asks our records for what the figures of a text say that they count. */
@Injectable()
export class RecordedFigures {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  /**
   * The numbers by the codes of the figures; none for a figure that does not say what it counts. Only cases of the unit with
   * this path and below it are counted, whatever unit a figure names.
   */
  async of({ axis, figures }: StatementContent, unitPath: string): Promise<ReadonlyMap<string, Decimal>> {
    const asked = figures.flatMap(({ code, counts }) => (counts ? [{ code, counts }] : []));
    const units = await this.units.byIds(
      this.reads,
      asked.flatMap(({ counts }) => counts.unitId ?? []),
    );
    const casesOf = ({ campaignId, unitId, family, year, tier, subjectKind }: CountedFigure): CountedCases => ({
      ...{ axis, campaignId, under: unitPath },
      filter: {
        ...{ family, year, tier, subjectKind },
        ...(unitId === undefined ? {} : { unitPath: units.get(unitId)?.path ?? '/-/' }),
      },
    });
    const questions = new Map(asked.map(({ counts }) => [keyOf(casesOf(counts)), casesOf(counts)]));
    const answers = new Map(
      await Promise.all(
        [...questions].map(async ([key, cases]) => [key, await countAmong(this.reads, cases)] as const),
      ),
    );
    return new Map(
      asked.map(({ code, counts }) => [code, numberOf(answers.get(keyOf(casesOf(counts))), counts)] as const),
    );
  }
}

function keyOf(cases: CountedCases): string {
  return JSON.stringify(cases);
}

function numberOf(answer: Readonly<Record<string, TallyCounts>> | undefined, figure: CountedFigure): Decimal {
  const count = answer?.[figure.family]?.[figure.stage];
  return decimal(String(count?.[figure.number] ?? 0));
}
