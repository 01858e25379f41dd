import { Injectable } from '@nestjs/common';
import {
  openConsultations,
  type AwardCommand,
  type AwardContext,
  type AwardFacts,
  type CaseInput,
  type ConsultationKind,
} from '../../../workflows/award';
import { localDateOf, type Instant, type LocalDate } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { isAround, SubjectDirectory, type SubjectRef } from '../../people';
import type { RowReader } from '../../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../../platform/runner/feature-workflow';
import { readConsultationsOfCases } from '../consultations/consultations.repository';
import { takesDossiers } from '../dossiers/campaign-window';
import { readSurroundingsOfMany } from './surroundings-of-many.repository';
import { readSurroundings, type CaseSurroundings, type SurroundingsQuestion } from './surroundings.repository';
import { appraised, rulesFindingIn } from './appraised-cases';
import { CaseEligibility } from './case-eligibility';
import { rulesDayOf } from './rules-day';
import type { PlaceRules } from './place-rules';
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
    private readonly eligibility: CaseEligibility,
  ) {}

  /** For one command. */
  async of(rows: RowReader, question: FactQuestion): Promise<AwardFacts> {
    const { type, at } = question;
    const { subject } = aboutOf(question);
    const around = await readSurroundings(rows, { ...aboutOf(question), on: localDateOf(at) });
    // A campaign must not end while a case enters it.
    if (type === 'award.submit' && around.campaignId !== null) await this.campaigns.hold(rows, around.campaignId);
    const opinions = await this.opinionsOn(rows, [question]);
    const rules = await this.tiers.of(rows, around);
    const findings = await this.eligibility.findingsOf(
      rows,
      appraised([question], () => ({ around, rules })),
    );
    return {
      ...this.from(question, around, { rules, opinions: opinions(question) }),
      ...rulesFindingIn(findings, question),
      // The dossier came in time or not; when the system gets round to its cases does not matter.
      campaignTakesDossiers:
        ASKS_FOR_CAMPAIGN.has(type) && (await takesDossiers(this.campaigns, rows, around, around.submittedAt ?? at)),
      subjectExists: ASKS_FOR_SUBJECT.has(type) && (await this.knows(rows, question, subject, around)),
    };
  }

  /** For one command on each of many cases, by case id, with a few statements. */
  async ofMany(rows: RowReader, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, AwardFacts>> {
    const [first] = questions;
    if (!first) return new Map();
    const found = await readSurroundingsOfMany(rows, questions.map(aboutOf), localDateOf(first.at));
    const opinions = await this.opinionsOn(rows, questions);
    const takes = await this.campaignsTaking(rows, questions, found);
    const exist = await this.existing(rows, questions, found);
    const rulesOf = await this.rulesOf(rows, [...found.values()]);
    const appraisals = appraised(questions, ({ instanceId }) => {
      const around = found.get(instanceId);
      return around && { around, rules: rulesOf(around) };
    });
    const findings = await this.eligibility.findingsOf(rows, appraisals);
    return new Map(
      questions.flatMap((question) => {
        const { instanceId } = question;
        const around = found.get(instanceId);
        if (!around) return [];
        const campaignTakesDossiers = takes.has(placeKey(around, question.at)) && ASKS_FOR_CAMPAIGN.has(question.type);
        const subjectExists = exist.has(instanceId);
        const asked = { rules: rulesOf(around), opinions: opinions(question) };
        const known = { ...this.from(question, around, asked), ...rulesFindingIn(findings, question) };
        return [[instanceId, { ...known, campaignTakesDossiers, subjectExists }]];
      }),
    );
  }

  /** The rules of each case, which most of them share. */
  private async rulesOf(
    rows: RowReader,
    arounds: readonly CaseSurroundings[],
  ): Promise<(around: CaseSurroundings) => PlaceRules> {
    const rules = new Map<string, PlaceRules>();
    for (const around of arounds) {
      if (!rules.has(ownerKey(around))) rules.set(ownerKey(around), await this.tiers.of(rows, around));
    }
    return (around) => rules.get(ownerKey(around)) as PlaceRules;
  }

  /** The places, by their keys, whose campaigns take the dossiers of these submissions; none of them ends meanwhile. */
  private async campaignsTaking(
    rows: RowReader,
    questions: readonly FactQuestion[],
    found: ReadonlyMap<string, CaseSurroundings>,
  ): Promise<ReadonlySet<string>> {
    const taking = new Set<string>();
    const asked = new Set<string>();
    for (const { type, instanceId, at } of questions) {
      const around = found.get(instanceId);
      if (!around || !ASKS_FOR_CAMPAIGN.has(type) || asked.has(placeKey(around, at))) continue;
      asked.add(placeKey(around, at));
      if (around.campaignId !== null) await this.campaigns.hold(rows, around.campaignId);
      const takes = await takesDossiers(this.campaigns, rows, around, around.submittedAt ?? at);
      if (takes) taking.add(placeKey(around, at));
    }
    return taking;
  }

  /** The cases whose subjects are there, as far as that is asked. */
  private async existing(
    rows: RowReader,
    questions: readonly FactQuestion[],
    found: ReadonlyMap<string, CaseSurroundings>,
  ): Promise<ReadonlySet<string>> {
    const asking = questions.filter(({ type, instanceId }) => ASKS_FOR_SUBJECT.has(type) && found.has(instanceId));
    const standings = await this.subjects.standingsOf(
      rows,
      asking.map((question) => aboutOf(question).subject),
    );
    return new Set(
      asking.flatMap((question, index) => {
        const path = standings[index];
        const { unitPath } = found.get(question.instanceId) as CaseSurroundings;
        if (path === undefined) return [];
        return NOMINATES.has(question.type) && !isAround(path, unitPath) ? [] : [question.instanceId];
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
  private isLower({ type, row, input }: FactQuestion, rules: PlaceRules, day: LocalDate): boolean {
    if (type !== 'award.retier' || !row) return true;
    const { tier: present } = row.snapshot.context as AwardContext;
    const { tier } = input as Pick<CaseInput, 'tier'>;
    const isKnown = rules.isKnown(tier, day);
    return tier === present || !isKnown || rules.isLower(tier, present, day);
  }

  private from(
    question: FactQuestion,
    around: CaseSurroundings,
    { rules, opinions }: { readonly rules: PlaceRules; readonly opinions: readonly ConsultationKind[] },
  ): AwardFacts {
    const { tier } = nominationOf(question);
    const day = rulesDayOf(around, localDateOf(question.at));
    const { route, citation } = rules.routeOf(tier, day, around.authorityLevel);
    const freezeCitation = around.isFrozen ? rules.freezeRuleOf(day) : undefined;
    return {
      ...(freezeCitation ? { freezeCitation } : {}),
      tierIsLower: this.isLower(question, rules, day),
      hasSuccessor: around.hasSuccessor,
      campaignIsOver: around.campaignIsOver,
      consultationsOpen: opinions,
      route,
      ...(citation ? { routeCitation: citation } : {}),
      achievementIsUsed: around.isUsed,
      isFrozen: around.isFrozen,
      campaignTakesDossiers: false,
      dossierIsComplete: around.dossierState === 'complete',
      subjectExists: false,
      // What the checklist asks for may still follow: the office looks when it finds the dossier complete.
      missingPapers: around.paperCount === 0 ? 1 : 0,
    };
  }
}

/** What is looked up for a question. */
function aboutOf(question: FactQuestion): Omit<SurroundingsQuestion, 'on'> {
  const { dossierId, achievementId, subject, rootCaseId = null } = nominationOf(question);
  return { dossierId, caseId: question.instanceId, achievementId, rootCaseId, subject };
}

/** Cases of one authority and one release are judged by the same rules. */
function ownerKey({ authorityPath, release }: CaseSurroundings): string {
  return `${authorityPath} ${release ?? ''}`;
}

/** Cases of one place that were handed in at one moment are taken or not together. */
function placeKey({ campaignId, cycleId, submittedAt }: CaseSurroundings, at: Instant): string {
  return `${campaignId ?? ''} ${cycleId ?? ''} ${submittedAt ?? at}`;
}

/** The nomination that is asked about: the one sent, with the tier asked for, or the present one. */
function nominationOf({ type, input, row }: FactQuestion): CaseInput {
  if (NOMINATES.has(type)) return input as CaseInput;
  const context = row?.snapshot.context as AwardContext;
  return type === 'award.retier' ? { ...context, tier: (input as Pick<CaseInput, 'tier'>).tier } : context;
}
