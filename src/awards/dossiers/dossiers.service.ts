import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, startOfDay, type Instant, type Refusal } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type RowReader } from '../../platform/persistence';
import { Undo } from '../../platform/runner/attempt';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { ANY_COMMAND } from '../../platform/runner/feature-workflow';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusal, refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import { takesDossiers } from './campaign-window';
import { CASE_STEPS, STEP_AFTER } from './case-steps';
import type { DossierRecord, Paper } from './dossier';
import { DossierCases } from './dossier-cases.service';
import { dossierForms } from './dossier-forms';
import { DossierPapers } from './dossier-papers.service';
import { DossierPlaces } from './dossier-places';
import { countOpenGaps } from './dossier-gaps.repository';
import { countLines } from './dossier-lines.repository';
import { DossierTerms, type AppraisalDue } from './dossier-terms.service';
import { DossierWork } from './dossier-work.service';
import { DOSSIER_WAYS, mayDossier, type DossierCommand, type DossierFacts } from './dossier-states';
import {
  countCasesByState,
  insertDossier,
  readAuthorityPath,
  readDossier,
  submittedAt,
  updateDossier,
  type DossierChange,
} from './dossiers.repository';
import { DOSSIER_REFUSALS } from './dossiers.errors';
import type { AddPaperRequest, DraftDossierRequest } from './dto/dossier.request';

/** Commands on dossiers. What a command means for the cases follows as a job. */
@Injectable()
export class DossiersService implements FeatureCommands, OnModuleInit {
  readonly forms = dossierForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly campaigns: CampaignDirectory,
    private readonly places: DossierPlaces,
    private readonly cases: DossierCases,
    private readonly work: DossierWork,
    private readonly terms: DossierTerms,
    private readonly papers: DossierPapers,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such dossier, or no such unit for a new one. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.draft(command, input as DraftDossierRequest);
    return this.change(command, instanceId, command.type as DossierCommand);
  }

  /** What the rules of a dossier ask for at this moment. */
  async factsOf(
    rows: RowReader,
    dossier: DossierRecord,
    { type, at }: { readonly type: DossierCommand | typeof ANY_COMMAND; readonly at: Instant },
  ): Promise<DossierFacts> {
    const asksForPapers = type === 'dossier.markComplete' || type === ANY_COMMAND;
    const counts = await countCasesByState(rows, dossier.id);
    return {
      paperCount: dossier.papers.length,
      draftCaseCount: statesToSubmit(dossier).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
      isDated: at >= startOfDay(dossier.datedOn),
      campaignTakesDossiers: await takesDossiers(this.campaigns, rows, dossier, at),
      waitingLineCount: await countLines(rows, dossier.id, 'waiting'),
      openGapCount: await countOpenGaps(rows, dossier.id),
      missingPapers: asksForPapers ? (await this.papers.of(rows, dossier, at)).refusals : [],
    };
  }

  private async draft(command: FeatureCommand, input: DraftDossierRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, input.unitId);
    if (unitPath === undefined) throw new NotFoundError('unit', input.unitId);
    const id = derivedId(type, actor.id, commandId);
    const { permissions } = DOSSIER_WAYS['dossier.submit'];
    const request = { ...command, instanceId: id, kind: 'dossier', permissions, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      if (await this.units.isDissolved(tx, input.unitId, at)) return [refusal(DOSSIER_REFUSALS.unitIsDissolved)];
      const place = await this.places.of(tx, input, unitPath, at);
      if ('reasons' in place) return place.reasons;
      const { unitId, number, datedOn, signerTitle } = input;
      await insertDossier(tx, { id, number, datedOn, signerTitle, unitId, unitPath, ...place.value, createdAt: at });
      return [];
    });
  }

  private async change(command: FeatureCommand, id: string, type: DossierCommand): Promise<CommandResult> {
    const seen = await readDossier(this.reads, id);
    if (!seen || !actorCovers(command.actor, seen.unitPath)) throw new NotFoundError('dossier', id);
    const { permissions, by } = DOSSIER_WAYS[type];
    const unitPath = by === 'unit' ? seen.unitPath : await readAuthorityPath(this.reads, id);
    const request = { ...command, instanceId: id, kind: 'dossier', permissions, unitPath };
    return this.registers.change(request, async (work) => {
      const dossier = (await readDossier(work.tx, id, 'taken')) ?? seen;
      if (command.expectedVersion !== undefined && command.expectedVersion !== dossier.version) {
        throw new Undo({ outcome: 'stale', version: dossier.version });
      }
      // A campaign must not end while cases enter it.
      if (type === 'dossier.submit' && dossier.campaignId !== null) {
        await this.campaigns.hold(work.tx, dossier.campaignId);
      }
      const reasons = mayDossier(type, dossier.state, await this.factsOf(work.tx, dossier, { type, at: work.at }));
      if (reasons.length > 0) return reasons;
      return this.apply(command, type, dossier, work);
    });
  }

  /** Writes what the command changes; the state has agreed. */
  private async apply(
    command: FeatureCommand,
    type: DossierCommand,
    dossier: DossierRecord,
    work: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { tx, at } = work;
    const due = type === 'dossier.markComplete' ? await this.terms.dueOf(command.input, dossier, work) : null;
    if (due !== null && due.dueOn < localDateOf(at)) return refusalsWhen([true, DOSSIER_REFUSALS.dueInThePast]);
    const change = changeOf(command, dossier, { ...work, due });
    await updateDossier(tx, dossier, change);
    if (change.appraisalDueOn !== undefined) await this.terms.sync(tx, dossier, due, at);
    switch (type) {
      case 'dossier.addCases':
        return this.work.addCases(command, dossier, work);
      case 'dossier.assign':
        return this.work.assign(command, dossier, work);
      case 'dossier.noteGap':
        return this.work.noteGap(command, dossier, work);
      case 'dossier.settleGap':
        return this.work.settleGap(command, dossier, work);
      default: {
        const job = STEP_AFTER[type];
        if (job) await this.cases.schedule(tx, { job, dossierId: dossier.id, by: command.actor.id, at });
        return [];
      }
    }
  }
}

/** What a command writes to the dossier's own row. */
function changeOf(
  command: FeatureCommand,
  dossier: DossierRecord,
  { at, commitments, due }: RegisterWork & { readonly due: AppraisalDue | null },
): DossierChange {
  const type = command.type as DossierCommand;
  const { to } = DOSSIER_WAYS[type];
  const state = to ? { state: to } : {};
  switch (type) {
    case 'dossier.addPaper':
      return { papers: [...dossier.papers, paperOf(command)] };
    case 'dossier.submit':
      return submittedAt(at);
    case 'dossier.receive':
      return { ...state, receivedAt: at };
    case 'dossier.markComplete':
      return { ...state, completeAt: at, appraisalDueOn: due?.dueOn ?? null };
    case 'dossier.return':
      return { ...state, returnReason: commitments.reason ?? null };
    default:
      return state;
  }
}

/** Cases that a submission would send on their way; of a returned dossier also those whose own return is still to come. */
function statesToSubmit({ state }: DossierRecord): readonly string[] {
  const own = CASE_STEPS['submit-cases'].states;
  return state === 'returned' ? [...own, ...CASE_STEPS['return-cases'].states] : own;
}

function paperOf({ input, texts }: FeatureCommand): Paper {
  const { number, issuer, date, sha256, achievementId, code } = input as AddPaperRequest;
  const about = { ...(achievementId === undefined ? {} : { achievementId }), ...(code === undefined ? {} : { code }) };
  return { title: texts.title ?? '', number, issuer, date, ...(sha256 ? { sha256 } : {}), ...about };
}
