import { Injectable } from '@nestjs/common';
import { foldText, type Refusal } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import type { Actor } from '../../platform/auth/actor';
import type { Tx } from '../../platform/persistence';
import { awardClaim, type DecisionPaper } from '../claims';
import { SubjectCases } from '../subject-cases.port';
import { RecordDesk } from '../subjects/record-desk';
import { keyOfSubject, readAliases } from '../subjects/subjects.repository';
import { DECISION_RECORD_REFUSALS, refusedLines } from './decision-records.errors';
import { takenClaims } from './decision-records.repository';
import type { RecordedAwardRequest } from './dto/decision-record.request';
import { KnownTiers } from './known-tiers';
import { hasGoodPeriod, namesTier, recordedAward, subjectOf, type RecordedAward } from './recorded-award';

/** What the awards of an old decision must be before they are entered. */
@Injectable()
export class AwardChecks {
  constructor(
    private readonly tiers: KnownTiers,
    private readonly desk: RecordDesk,
    private readonly cases: SubjectCases,
  ) {}

  /** The awards with what the rulebooks know of their tiers. */
  taken(awards: readonly RecordedAwardRequest[]): readonly RecordedAward[] {
    const codes = new Set(awards.flatMap(({ tier }) => tier ?? []));
    const known = new Map([...codes].map((code) => [code, this.tiers.of(code)]));
    return awards.map((award) => recordedAward(award, known.get(award.tier ?? '')));
  }

  /** What can be told from the list itself and from the actor's scope. */
  async ofList(actor: Actor, awards: readonly RecordedAwardRequest[]): Promise<readonly Refusal[]> {
    const lines = (isWrong: (award: RecordedAwardRequest) => boolean): readonly number[] =>
      awards.flatMap((award, index) => (isWrong(award) ? [index + 1] : []));
    const isUnknown = ({ tier }: RecordedAwardRequest): boolean =>
      tier !== undefined && this.tiers.of(tier) === undefined;
    return [
      ...refusedLines(DECISION_RECORD_REFUSALS.unknownSubject, await this.desk.unseen(actor, awards.map(subjectOf))),
      ...refusedLines(
        DECISION_RECORD_REFUSALS.tierOrName,
        lines((award) => !namesTier(award)),
      ),
      ...refusedLines(DECISION_RECORD_REFUSALS.unknownTier, lines(isUnknown)),
      ...refusedLines(
        DECISION_RECORD_REFUSALS.badPeriod,
        lines((award) => !hasGoodPeriod(award)),
      ),
    ];
  }

  /** One decision gives a subject a tier once, on record or by a case of this system. */
  async ofDecision(tx: Tx, paper: DecisionPaper, awards: readonly RecordedAward[]): Promise<readonly Refusal[]> {
    const claims = awards.map(({ subject, tier, tierName }) => awardClaim(paper, subject, tier, tierName));
    const claimsOf = await this.claimsOfRows(tx, paper, awards);
    const taken = await takenClaims(tx, claimsOf.flat());
    const linesOf = (isWrong: (claim: string, index: number) => boolean): readonly number[] =>
      claims.flatMap((claim, index) => (isWrong(claim, index) ? [index + 1] : []));
    const decided = await this.decidedBy(tx, paper, awards);
    return [
      ...refusedLines(
        DECISION_RECORD_REFUSALS.listedTwice,
        linesOf((claim, index) => claims.indexOf(claim) < index),
      ),
      ...refusedLines(
        DECISION_RECORD_REFUSALS.alreadyRecorded,
        linesOf((_, index) => (claimsOf[index] ?? []).some((claim) => taken.has(claim))),
      ),
      ...refusedLines(
        DECISION_RECORD_REFUSALS.decidedHere,
        awards.flatMap(({ subject, tier }, index) =>
          decided.has(`${keyOfSubject(subject)} ${tier ?? ''}`) ? [index + 1] : [],
        ),
      ),
    ];
  }

  /** For each award the claims of all rows of its subject: of two rows that were merged each may have been recorded. */
  private async claimsOfRows(
    tx: Tx,
    paper: DecisionPaper,
    awards: readonly RecordedAward[],
  ): Promise<readonly (readonly string[])[]> {
    const subjects = new Map(awards.map(({ subject }) => [keyOfSubject(subject), subject]));
    const rows = new Map<string, SubjectRef[]>();
    for (const { asked, alias } of await readAliases(tx, [...subjects.values()])) {
      rows.set(asked, [...(rows.get(asked) ?? []), alias]);
    }
    return awards.map(({ subject, tier, tierName }) =>
      (rows.get(keyOfSubject(subject)) ?? []).map((row) => awardClaim(paper, row, tier, tierName)),
    );
  }

  /** Subjects and tiers that cases of this system were given by a decision of this number, symbol and date. */
  private async decidedBy(
    tx: Tx,
    { number, symbol, issuedOn }: DecisionPaper,
    awards: readonly RecordedAward[],
  ): Promise<ReadonlySet<string>> {
    const found = await this.cases.awardsOf(
      tx,
      awards.map(({ subject }) => subject),
    );
    const paper = foldText(`${number}/${symbol}`);
    return new Set(
      found
        .filter(({ decision, decidedOn }) => decidedOn === issuedOn && foldText(decision ?? '') === paper)
        .map(({ subject, tier }) => `${keyOfSubject(subject)} ${tier}`),
    );
  }
}
