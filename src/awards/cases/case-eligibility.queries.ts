import { Injectable } from '@nestjs/common';
import type { Appraisal, AwardContext } from '../../../workflows/award';
import { localDateOf, type Snapshot } from '../../../workflows/kernel';
import { answerResponse, rulebookResponse, withheld } from '../../eligibility';
import { mayReadDiscipline, mayReadHistory } from '../../history';
import { SubjectDirectory } from '../../people';
import type { Actor } from '../../platform/auth/actor';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import { CaseEligibility, openConditionsOf, type StatedByOfficer } from './case-eligibility';
import type { JudgedByRules } from './place-rules';
import { rulesDayOf } from './rules-day';
import { readSurroundings } from './surroundings.repository';
import { TierRules } from './tier-rules';
import type { CaseEligibilityQuery, CaseEligibilityResponse } from './dto/case-eligibility.response';

/** Answers what the rules say of a case as it stands. Never writes; discipline is for those who may see it. */
@Injectable()
export class CaseEligibilityQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly subjects: SubjectDirectory,
    private readonly tiers: TierRules,
    private readonly eligibility: CaseEligibility,
  ) {}

  /** Throws NotFoundError, also when the case is out of scope. */
  async of(actor: Actor, caseId: string, { completeFrom }: CaseEligibilityQuery): Promise<CaseEligibilityResponse> {
    const context = await this.contextOf(actor, caseId);
    const showsDiscipline = await this.showsDiscipline(actor, context);
    const today = localDateOf(this.clock.now());
    const { dossierId, achievementId, rootCaseId = null, subject, achievedFrom: from, achievedTo: to } = context;
    const about = { dossierId, caseId, achievementId, rootCaseId, subject, on: today };
    const around = await readSurroundings(this.reads, about);
    const on = rulesDayOf(around, today);
    const asked = {
      ...{ caseId, context, rules: await this.tiers.of(this.reads, around), on, dossierOn: around.datedOn },
      ...{ stated: statedIn(context, showsDiscipline ? completeFrom : undefined), showsDiscipline },
    };
    const judged = (await this.eligibility.ofMany(this.reads, [asked])).get(caseId);
    const seen = judged && !showsDiscipline ? { ...judged, answer: withheld(judged.answer, { from, to }) } : judged;
    const appraisal = context.appraisal && appraisalFor(context.appraisal, showsDiscipline);
    return { on, isDisciplineSeen: showsDiscipline, appraisal, ...shown(seen) };
  }

  /** Evidence is for those who see the history of a subject: not for every seat that covers the case. */
  private async contextOf(actor: Actor, id: string): Promise<AwardContext> {
    const [row] = await this.reads.rows<{ readonly snapshot: string; readonly unitPath: string }>(
      'SELECT snapshot, unit_path AS "unitPath" FROM award_cases WHERE id = ?',
      [id],
    );
    if (!row || !mayReadHistory(actor, row.unitPath)) throw new NotFoundError('award', id);
    return (JSON.parse(row.snapshot) as Snapshot<AwardContext>).context;
  }

  private async showsDiscipline(actor: Actor, { subject }: AwardContext): Promise<boolean> {
    if (actor.isSystem) return true;
    const [path] = await this.subjects.standingsOf(this.reads, [subject]);
    return path !== undefined && mayReadDiscipline(actor, path);
  }
}

/** The appraisal as somebody may see it: the conditions in the way may tell of discipline. */
export function appraisalFor({ computed, ...given }: Appraisal, showsDiscipline: boolean): Appraisal {
  return showsDiscipline && computed ? { ...given, computed } : given;
}

/** What the officer found of conditions that no register proves goes on being evidence. */
function statedIn({ appraisal }: AwardContext, completeFrom: StatedByOfficer['completeFrom']): StatedByOfficer {
  const conditions = appraisal?.conditions;
  return { ...(conditions ? { conditions } : {}), ...(completeFrom ? { completeFrom } : {}) };
}

function shown(judged: JudgedByRules | undefined): Pick<CaseEligibilityResponse, 'rulebook' | 'answer' | 'open'> {
  if (!judged) return { rulebook: null, answer: null, open: [] };
  const { rulebook, answer } = judged;
  const open = openConditionsOf(answer);
  return { rulebook: rulebookResponse(rulebook), answer: answerResponse(rulebook, answer), open };
}
