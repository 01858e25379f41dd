import { Injectable } from '@nestjs/common';
import type { Evidence } from '../../workflows/rulebook';
import { mayReadDiscipline, mayReadHistory } from '../history';
import { SubjectDirectory, type SubjectLabel } from '../people';
import type { Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import type { FieldProblem } from '../platform/http/problems/problem';
import { ReadDatabase } from '../platform/persistence';
import { RulebooksService } from '../rulebooks';
import type { EligibilityRequest } from './dto/evaluation.request';
import { isSchoolYear, periodAsked } from './eligibility-rules';
import { contradictionsIn, type EvidenceProblem } from './evidence/contradictions';
import { EvidenceDirectory } from './evidence/evidence-directory';
import { knownWordsOf } from './evidence/known-words';
import { unknownWordsIn } from './evidence/unknown-words';
import { withStated } from './stated';

/** A subject that was asked for, and what is known of it. */
export interface AskedSubject {
  readonly label: SubjectLabel;
  readonly achievementId: string | null;
  readonly caseId: string | null;
  readonly isDisciplineSeen: boolean;
  readonly evidence: Evidence;
}

/** Finds the subjects of a question, as far as the asker may see them, with the evidence for and against them. */
@Injectable()
export class AskedSubjects {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
    private readonly directory: EvidenceDirectory,
    private readonly rulebooks: RulebooksService,
  ) {}

  /**
   * In the order of the question. Throws NotFoundError for a subject that is not there or out of sight, and
   * InvalidRequestError, which names the place, where what is stated has a word that no rule knows, or evidence contradicts itself.
   */
  async of(actor: Actor, request: EligibilityRequest): Promise<readonly AskedSubject[]> {
    const { subjects: asked } = request;
    const ratings = isSchoolYear(periodAsked(request)) ? ('schoolYear' as const) : ('calendarYear' as const);
    const paths = await this.subjects.standingsOf(this.reads, asked);
    const questions = asked.map(({ kind, id, stated }, index) => {
      const path = paths[index];
      if (path === undefined || !mayReadHistory(actor, path)) throw new NotFoundError(kind, id);
      const showsDiscipline = mayReadDiscipline(actor, path);
      // Who sees a part of the registers cannot say that the rest holds nothing.
      const completeFrom = showsDiscipline ? (stated?.completeFrom ?? null) : null;
      return { subject: { kind, id }, showsDiscipline, completeFrom, ratings };
    });
    const labels = await this.subjects.labelsOf(this.reads, asked);
    const registered = await this.directory.ofMany(this.reads, questions);
    const found = asked.map(({ kind, id, achievementId = null, caseId = null, stated }, index): AskedSubject => {
      const evidence = registered[index];
      if (!evidence) throw new Error(`${kind} ${id} has no evidence`);
      return {
        label: labels[index] ?? { kind, id, name: '', isErased: false },
        achievementId,
        caseId,
        isDisciplineSeen: questions[index]?.showsDiscipline ?? false,
        evidence: stated ? withStated(evidence, stated) : evidence,
      };
    });
    const known = knownWordsOf(this.rulebooks.release());
    const problems = found.flatMap(({ evidence }, index) =>
      [...unknownWordsIn(evidence, known), ...contradictionsIn(evidence)].map((each) => fieldProblem(each, index)),
    );
    if (problems.length > 0) throw new InvalidRequestError(problems);
    return found;
  }
}

/** What was stated is named by its place in the request, what the registers hold by its subject. */
function fieldProblem({ code, path: [, , field], source, message }: EvidenceProblem, index: number): FieldProblem {
  const place = field === undefined ? source.id : `${source.id}.${field}`;
  const isStated = source.kind === 'stated';
  return { field: isStated ? `subjects[${index}].stated.${place}` : `subjects[${index}]`, code, message };
}
