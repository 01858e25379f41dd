import { Injectable } from '@nestjs/common';
import type { AppraisalInput, AwardContext, OpenCondition, RulesFinding } from '../../../workflows/award';
import type { LocalDate } from '../../../workflows/kernel';
import type { ConditionAnswer, EligibilityAnswer, JudgementEvidence } from '../../../workflows/rulebook';
import { EvidenceDirectory, isSchoolYear, obstaclesOf } from '../../eligibility';
import type { RowReader } from '../../platform/persistence';
import type { JudgedByRules, PlaceRules } from './place-rules';

/** What an officer adds to the registers: findings on conditions that no register proves, and how far back they are complete. */
export type StatedByOfficer = Pick<AppraisalInput, 'conditions' | 'completeFrom'>;

/** A case that the rules are asked about. */
export interface CaseInQuestion {
  readonly caseId: string;
  readonly context: AwardContext;
  readonly rules: PlaceRules;
  /** The day of the submission: its rules hold. */
  readonly on: LocalDate;
  /** The day that the dossier bears. */
  readonly dossierOn: LocalDate;
  readonly stated: StatedByOfficer;
  /** Whether discipline and what is pending count: not for the eyes of everybody who sees a case. */
  readonly showsDiscipline: boolean;
}

/** Asks the rules of cases what they say of their subjects on the evidence that the registers hold at the moment. */
@Injectable()
export class CaseEligibility {
  constructor(private readonly evidence: EvidenceDirectory) {}

  /**
   * By case id; a case whose rules do not cover its day or know its tier is left out. Takes as many statements for many cases
   * as for one. It checks no scope.
   */
  async ofMany(rows: RowReader, cases: readonly CaseInQuestion[]): Promise<ReadonlyMap<string, JudgedByRules>> {
    if (cases.length === 0) return new Map();
    const gathered = await this.evidence.ofMany(
      rows,
      cases.map(({ context, stated: { completeFrom = null }, showsDiscipline }) => {
        const ratings = isSchoolYear(context) ? 'schoolYear' : 'calendarYear';
        return { subject: context.subject, showsDiscipline, completeFrom, ratings };
      }),
    );
    return new Map(
      cases.flatMap(({ caseId, context, rules, on, dossierOn, stated }, index) => {
        const evidence = gathered[index];
        if (!evidence) throw new Error(`The subject of the case ${caseId} has no evidence`);
        const { tier, subject, commendation, achievementId, achievedFrom, achievedTo } = context;
        const judgements = [...evidence.judgements, ...judgementsOf(stated)];
        const judged = rules.eligibilityOf({
          ...{ tier, subjectKind: subject.kind, commendation, on, achievedFrom, achievedTo, achievementId },
          ...{ caseId, dossierOn, evidence: { ...evidence, judgements } },
        });
        return judged ? [[caseId, judged] as const] : [];
      }),
    );
  }

  /** The same as cases keep it with their appraisal. */
  async findingsOf(rows: RowReader, cases: readonly CaseInQuestion[]): Promise<ReadonlyMap<string, RulesFinding>> {
    const judged = await this.ofMany(rows, cases);
    return new Map(
      cases.flatMap(({ caseId, rules }) => {
        const found = judged.get(caseId);
        return found ? [[caseId, rulesFindingOf(found.answer, rules.release)] as const] : [];
      }),
    );
  }
}

/** What a case keeps of an answer: data without the evidence, which tells of people and may change. */
export function rulesFindingOf(answer: EligibilityAnswer, release: string): RulesFinding {
  const { finding, rulebookId: rulebook, regime, status } = answer;
  return { finding, rulebook, regime, release, status, open: openConditionsOf(answer) };
}

/** The conditions in the way of an answer, each once, in the order of the rules. */
export function openConditionsOf(answer: EligibilityAnswer): readonly OpenCondition[] {
  const open = new Map(obstaclesOf(answer).map((found) => [keyOf(found), openCondition(found)]));
  return [...open.values()];
}

function openCondition({ is, with: given, finding, citation, status }: ConditionAnswer): OpenCondition {
  return {
    condition: is === 'judged' ? String(given.condition) : is,
    finding: finding === 'notMet' ? 'notMet' : 'notProven',
    citation: { text: citation, status },
  };
}

function keyOf({ is, with: given, finding, citation }: ConditionAnswer): string {
  return JSON.stringify([is, given, finding, citation]);
}

function judgementsOf({ conditions = [] }: StatedByOfficer): readonly JudgementEvidence[] {
  return conditions.flatMap(({ condition, finding }, index) =>
    finding === 'notProven' ? [] : [{ condition, finding, source: { kind: 'stated', id: `conditions[${index}]` } }],
  );
}
