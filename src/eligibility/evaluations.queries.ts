import { Injectable } from '@nestjs/common';
import { eligibilityOf, type EligibilityAnswer, type Rulebook, type Tier } from '../../workflows/rulebook';
import type { Actor } from '../platform/auth/actor';
import {
  answerResponse,
  findingResponse,
  nextResponse,
  rulebookResponse,
  subjectResponse,
} from './answers/answer-response';
import { nextOf } from './answers/outcomes';
import { withheld } from './answers/withheld';
import { AskedSubjects, type AskedSubject } from './asked-subjects';
import type { EligibilityRequest, EvaluationRequest } from './dto/evaluation.request';
import type { EvaluationResponse, SubjectEvaluation } from './dto/evaluation.response';
import { EligibilityRules, periodAsked, refuseTooLong, tiersAsked } from './eligibility-rules';

/** Answers what subjects may be proposed for, and what is missing for what comes next. */
@Injectable()
export class EvaluationsQueries {
  constructor(
    private readonly rules: EligibilityRules,
    private readonly asked: AskedSubjects,
  ) {}

  /** Throws NotFoundError and InvalidRequestError, which names the place in the question. */
  async of(actor: Actor, request: EvaluationRequest): Promise<EvaluationResponse> {
    const { on, findingsOnly = false } = request;
    const rulebook = await this.rules.ofDay(actor, request);
    const tiersOf = tiersAsked([rulebook], request);
    const tiers = request.subjects.map((_, index) => tiersOf(rulebook, index));
    if (!findingsOnly) refuseTooLong(tiers.reduce((sum, each) => sum + each.length, 0));
    const subjects = await this.asked.of(actor, request);
    return {
      on,
      rulebook: rulebookResponse(rulebook),
      subjects: subjects.map((subject, index) =>
        evaluation(rulebook, subject, answersOn(rulebook, tiers[index] ?? [], request, subject), findingsOnly),
      ),
    };
  }
}

/** What the rulebook answers on each of these tiers, as far as the asker may know it. */
export function answersOn(
  rulebook: Rulebook,
  tiers: readonly Tier[],
  request: EligibilityRequest,
  { label, achievementId, caseId, isDisciplineSeen, evidence }: AskedSubject,
): readonly EligibilityAnswer[] {
  const { on, commendation = 'merit', dossierOn = null } = request;
  const about = { subjectKind: label.kind, achievementId, caseId, evidence };
  const period = periodAsked(request);
  const question = { ...about, ...period, commendation, on, dossierOn };
  const answers = tiers.map(({ code }) => eligibilityOf(rulebook, { ...question, tier: code }));
  return isDisciplineSeen
    ? answers
    : answers.map((answer) => withheld(answer, { from: period.achievedFrom, to: period.achievedTo }));
}

function evaluation(
  rulebook: Rulebook,
  subject: AskedSubject,
  answers: readonly EligibilityAnswer[],
  findingsOnly: boolean,
): SubjectEvaluation {
  const met = answers.filter(({ finding }) => finding === 'met');
  const next = findingsOnly ? [] : nextOf(rulebook, answers);
  const response = findingsOnly ? findingResponse : answerResponse;
  return {
    subject: subjectResponse(subject.label),
    isDisciplineSeen: subject.isDisciplineSeen,
    mayBeProposedFor: met.map(({ tier }) => tier),
    next: next.map((answer) => nextResponse(rulebook, answer)),
    answers: answers.map((answer) => response(rulebook, answer)),
  };
}
