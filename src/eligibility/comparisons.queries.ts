import { Injectable } from '@nestjs/common';
import { tierOf, type EligibilityAnswer, type Rulebook } from '../../workflows/rulebook';
import type { Actor } from '../platform/auth/actor';
import { obstacleLines, rulebookResponse, subjectResponse } from './answers/answer-response';
import { AskedSubjects, type AskedSubject } from './asked-subjects';
import type { ComparisonRequest } from './dto/evaluation.request';
import type { ComparedFinding, ComparisonResponse, SubjectComparison, TierComparison } from './dto/comparison.response';
import { EligibilityRules, tiersAsked } from './eligibility-rules';
import { answersOn } from './evaluations.queries';

/** A rulebook and what it answers about one subject. */
interface Side {
  readonly rulebook: Rulebook;
  readonly answers: readonly EligibilityAnswer[];
}

/** Puts what two rulebooks say of a list side by side. Nothing that was decided changes by it. */
@Injectable()
export class ComparisonsQueries {
  constructor(
    private readonly rules: EligibilityRules,
    private readonly asked: AskedSubjects,
  ) {}

  /** Throws NotFoundError and InvalidRequestError, which names the place in the question. */
  async of(actor: Actor, request: ComparisonRequest): Promise<ComparisonResponse> {
    const rulebooks = await this.rules.byIds(actor, request, request.rulebookIds);
    const tiersOf = tiersAsked(rulebooks, request);
    const asked = await this.asked.of(actor, request);
    const subjects = asked.map((subject, index) =>
      comparison(
        subject,
        rulebooks.map((rulebook) => ({
          rulebook,
          answers: answersOn(rulebook, tiersOf(rulebook, index), request, subject),
        })),
      ),
    );
    return {
      on: request.on,
      rulebooks: rulebooks.map(rulebookResponse),
      differingCount: subjects.filter(({ isDifferent }) => isDifferent).length,
      subjects,
    };
  }
}

function comparison({ label, isDisciplineSeen }: AskedSubject, sides: readonly Side[]): SubjectComparison {
  const codes = new Set(sides.flatMap(({ answers }) => answers.map(({ tier }) => tier)));
  const tiers = [...codes].map((code) => tierComparison(code, sides));
  return {
    subject: subjectResponse(label),
    isDisciplineSeen,
    isDifferent: tiers.some(({ isDifferent }) => isDifferent),
    tiers,
  };
}

/** Sentences are made where they are read: where the two differ. */
function tierComparison(tier: string, sides: readonly Side[]): TierComparison {
  const answers = sides.map(({ answers: all }) => all.find((answer) => answer.tier === tier));
  const isDifferent = new Set(answers.map((answer) => answer?.finding)).size > 1;
  const name = sides.map(({ rulebook }) => tierOf(rulebook, tier)?.name).find((each) => each !== undefined);
  return {
    tier,
    tierName: name ?? { vi: tier, en: tier },
    isDifferent,
    findings: sides.map(({ rulebook }, index): ComparedFinding | null => {
      const answer = answers[index];
      if (!answer) return null;
      const { finding, status } = answer;
      return { finding, status, obstacles: isDifferent ? obstacleLines(rulebook, answer) : [] };
    }),
  };
}
