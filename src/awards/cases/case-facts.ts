import { Injectable } from '@nestjs/common';
import {
  openConsultations,
  type AwardCommand,
  type AwardContext,
  type AwardFacts,
  type CaseInput,
  type ConsultationKind,
} from '../../../workflows/award';
import { localDateOf, type LocalDate } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { SubjectDirectory, type SubjectRef } from '../../people';
import type { RowReader } from '../../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../../platform/runner/feature-workflow';
import { readConsultationsOfCases } from '../consultations/consultations.repository';
import { takesDossiers } from '../dossiers/campaign-window';
import { readSurroundings, readSurroundingsOfMany, type CaseSurroundings } from './surroundings.repository';
import { TierRules } from './tier-rules';

const NOMINATES: ReadonlySet<string> = new Set<AwardCommand['type']>(['award.draft', 'award.revise']);
const ASKS_FOR_SUBJECT: ReadonlySet<string> = new Set([...NOMINATES, 'award.submit', ANY_COMMAND]);
const ASKS_FOR_OPINIONS: ReadonlySet<string> = new Set<string>([
  ...([
    'award.list',
    'award.startReview',
    'award.recommendWithoutCouncil',
    'award.decide',
    'award.sendUp',
  ] satisfies AwardCommand['type'][]),
  ANY_COMMAND,
]);
const ASKS_FOR_CAMPAIGN: ReadonlySet<string> = new Set(['award.submit', ANY_COMMAND]);

/** Gathers what the guards of a case ask for; what a command does not ask for is left at false. */
@Injectable()
export class CaseFacts {
  constructor(
    private readonly tiers: TierRules,
    private readonly subjects: SubjectDirectory,
    private readonly campaigns: CampaignDirectory,
  ) {}

  /** For one command. */
  async of(rows: RowReader, question: FactQuestion): Promise<AwardFacts> {
    const { type, at, instanceId } = question;
    const { dossierId, achievementId, subject, rootCaseId = null } = nominationOf(question);
    const on = localDateOf(at);
    const about = { dossierId, caseId: instanceId, achievementId, rootCaseId, subject, on };
    const around = await readSurroundings(rows, about);
    // A campaign must not end while a case enters it.
    if (type === 'award.submit' && around.campaignId !== null) await this.campaigns.hold(rows, around.campaignId);
    const opinions = await this.opinionsOn(rows, [question]);
    return {
      ...this.from(question, around, opinions(question)),
      // The dossier came in time or not; when the system gets round to its cases does not matter.
      campaignTakesDossiers:
        ASKS_FOR_CAMPAIGN.has(type) && (await takesDossiers(this.campaigns, rows, around, around.submittedAt ?? at)),
      subjectExists: ASKS_FOR_SUBJECT.has(type) && (await this.knows(rows, question, subject, around)),
    };
  }

  /** For one command on each of many cases, by case id, with one statement. For commands that ask for neither campaign nor subject. */
  async ofMany(rows: RowReader, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, AwardFacts>> {
    const [first] = questions;
    if (!first) return new Map();
    const ids = questions.map(({ instanceId }) => instanceId);
    const found = await readSurroundingsOfMany(rows, ids, localDateOf(first.at));
    const opinions = await this.opinionsOn(rows, questions);
    return new Map(
      questions.flatMap((question) => {
        const around = found.get(question.instanceId);
        return around ? [[question.instanceId, this.from(question, around, opinions(question))] as const] : [];
      }),
    );
  }

  /** What holds up each case, asked with one statement, and only for commands that opinions can hold up. */
  private async opinionsOn(
    rows: RowReader,
    questions: readonly FactQuestion[],
  ): Promise<(question: FactQuestion) => readonly ConsultationKind[]> {
    const asking = questions.filter(({ type, row }) => row !== undefined && ASKS_FOR_OPINIONS.has(type));
    const [first] = asking;
    if (!first) return () => [];
    const ids = asking.map(({ instanceId }) => instanceId);
    const asked = await readConsultationsOfCases(rows, ids, first.at);
    return ({ instanceId, row }) => {
      const { route } = row?.snapshot.context as AwardContext;
      const required = [...(route.consultations ?? []), ...(route.publicity ? (['publicComment'] as const) : [])];
      return openConsultations(route.simple ? [] : required, asked.get(instanceId) ?? []);
    };
  }

  /** Nobody nominates those of units beside their own; who has moved away since is still the one who was nominated. */
  private knows(
    rows: RowReader,
    { type }: FactQuestion,
    subject: SubjectRef,
    { unitPath }: CaseSurroundings,
  ): Promise<boolean> {
    return NOMINATES.has(type)
      ? this.subjects.existsAround(rows, subject, unitPath)
      : this.subjects.exists(rows, subject.kind, subject.id);
  }

  /** A case steps down only; of the same tier the machine says that it is no other. */
  private isLower({ type, row, input }: FactQuestion, day: LocalDate): boolean {
    if (type !== 'award.retier' || !row) return true;
    const { tier: present } = row.snapshot.context as AwardContext;
    const { tier } = input as Pick<CaseInput, 'tier'>;
    const isKnown = this.tiers.isKnown(tier, day);
    return tier === present || !isKnown || this.tiers.isLower(tier, present, day);
  }

  private from(
    question: FactQuestion,
    around: CaseSurroundings,
    consultationsOpen: readonly ConsultationKind[],
  ): AwardFacts {
    const { tier } = nominationOf(question);
    const day = rulesDayOf(around, localDateOf(question.at));
    const { route, citation } = this.tiers.routeOf(tier, day, around.authorityLevel);
    const freezeCitation = around.isFrozen ? this.tiers.freezeRuleOf(day) : undefined;
    return {
      ...(freezeCitation ? { freezeCitation } : {}),
      tierIsLower: this.isLower(question, day),
      hasSuccessor: around.hasSuccessor,
      campaignIsOver: around.campaignIsOver,
      consultationsOpen,
      route,
      ...(citation ? { routeCitation: citation } : {}),
      achievementIsUsed: around.isUsed,
      isFrozen: around.isFrozen,
      campaignTakesDossiers: false,
      dossierIsComplete: around.dossierState === 'complete',
      subjectExists: false,
      // No rulebook has a checklist of its own yet; beside the submission itself every dossier has a report or minutes
      // (Law 06/2022/QH15, article 84).
      missingPapers: around.paperCount === 0 ? 1 : 0,
    };
  }
}

/** The day whose rules hold: that of the submission (Decree 152/2025/NĐ-CP, article 60.3); before it, the present one. */
export function rulesDayOf({ submittedAt }: Pick<CaseSurroundings, 'submittedAt'>, today: LocalDate): LocalDate {
  return submittedAt === null ? today : localDateOf(submittedAt);
}

/** The nomination that is asked about: the one sent, with the tier asked for, or the present one. */
function nominationOf({ type, input, row }: FactQuestion): CaseInput {
  if (NOMINATES.has(type)) return input as CaseInput;
  const context = row?.snapshot.context as AwardContext;
  return type === 'award.retier' ? { ...context, tier: (input as Pick<CaseInput, 'tier'>).tier } : context;
}
