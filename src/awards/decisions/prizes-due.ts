import { Injectable } from '@nestjs/common';
import type { Citation, Dong, LocalDate } from '../../../workflows/kernel';
import { citationOf, notDue, type NotDue, type PrizeClaim } from '../../../workflows/rulebook';
import type { RowReader } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';
import { prizesOfCases, prizesOfDay, type PrintedPrize } from './prizes-due.repository';

/** Why a prize that was worked out is not paid. */
export interface PrizeNotDue {
  readonly reason: NotDue['reason'];
  /** The case whose prize is paid instead. */
  readonly insteadCaseId: string;
  readonly citation: Citation;
}

/** A prize that is about to be decided on. */
export interface ClaimLine {
  readonly caseId: string;
  readonly subjectId: string;
  readonly tier: string;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
  readonly amount: Dong;
}

/** Says which prizes fall away because the same subject gets a higher one at the same moment, by the rules of that day. */
@Injectable()
export class PrizesDue {
  constructor(private readonly rulebooks: RulebooksService) {}

  /** Of a list that is decided on this day, beside what other decisions of the day gave the same subjects; by case id. */
  async notDueOn(
    rows: RowReader,
    decisionId: string,
    lines: readonly ClaimLine[],
    on: LocalDate,
  ): Promise<ReadonlyMap<string, PrizeNotDue>> {
    if (!this.rulebooks.at(on)?.stacking || lines.length === 0) return new Map();
    const given = await prizesOfDay(
      rows,
      lines.map(({ subjectId }) => subjectId),
      on,
    );
    const others = given.filter((prize) => prize.decisionId !== decisionId).map(lineOf);
    return this.among([...lines, ...others], on);
  }

  /** Of cases that are about to be paid, each by the rules of the day on which it was decided; by case id. */
  async notDueOf(rows: RowReader, caseIds: readonly string[]): Promise<ReadonlyMap<string, PrizeNotDue>> {
    const printed = await prizesOfCases(rows, caseIds);
    const found = new Map<string, PrizeNotDue>();
    for (const day of new Set(printed.map(({ issuedOn }) => issuedOn))) {
      if (!this.rulebooks.at(day)?.stacking) continue;
      const subjects = printed.filter(({ issuedOn }) => issuedOn === day).map(({ subjectId }) => subjectId);
      const lines = (await prizesOfDay(rows, subjects, day)).map(lineOf);
      for (const [caseId, why] of this.among(lines, day)) found.set(caseId, why);
    }
    return found;
  }

  private among(lines: readonly ClaimLine[], on: LocalDate): ReadonlyMap<string, PrizeNotDue> {
    const rule = this.rulebooks.at(on)?.stacking;
    if (!rule) return new Map();
    const bySubject = new Map<string, PrizeClaim[]>();
    for (const line of lines) {
      const kind = this.rulebooks.tier(on, line.tier)?.kind;
      if (!kind) continue;
      const { caseId: id, amount, achievedFrom, achievedTo, subjectId } = line;
      const claim = { id, kind, amount, decidedOn: on, achievedFrom, achievedTo };
      bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), claim]);
    }
    const citation = citationOf(rule);
    return new Map(
      [...bySubject.values()].flatMap((claims) =>
        [...notDue(rule, claims)].map(([id, { reason, insteadId }]) => [
          id,
          { reason, insteadCaseId: insteadId, citation },
        ]),
      ),
    );
  }
}

/** A prize counts with what was worked out for it, whether it was due or not. */
function lineOf({ caseId, subjectId, tier, achievedFrom, achievedTo, prize }: PrintedPrize): ClaimLine {
  const { amount } = JSON.parse(prize) as { readonly amount: Dong };
  return { caseId, subjectId, tier, achievedFrom, achievedTo, amount };
}
