import { Injectable, type OnModuleInit } from '@nestjs/common';
import { startOfDay, type Instant } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type RowReader } from '../../platform/persistence';
import { Undo } from '../../platform/runner/attempt';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import { UnitDirectory } from '../../units';
import { takesDossiers } from './campaign-window';
import { CASE_STEPS, STEP_AFTER } from './case-steps';
import type { DossierRecord, Paper } from './dossier';
import { DossierCases } from './dossier-cases.service';
import { dossierForms } from './dossier-forms';
import { DossierPlaces } from './dossier-places';
import { DOSSIER_WAYS, mayDossier, type DossierCommand, type DossierFacts } from './dossier-states';
import {
  countCasesByState,
  insertDossier,
  readAuthorityPath,
  readDossier,
  updateDossier,
  type DossierChange,
} from './dossiers.repository';
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
  async factsOf(rows: RowReader, dossier: DossierRecord, at: Instant): Promise<DossierFacts> {
    const counts = await countCasesByState(rows, dossier.id);
    return {
      paperCount: dossier.papers.length,
      draftCaseCount: statesToSubmit(dossier).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
      isDated: at >= startOfDay(dossier.datedOn),
      campaignTakesDossiers: await takesDossiers(this.campaigns, rows, dossier, at),
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
      const reasons = mayDossier(type, dossier.state, await this.factsOf(work.tx, dossier, work.at));
      if (reasons.length > 0) return reasons;
      await updateDossier(work.tx, dossier, changeOf(command, type, dossier, work));
      const job = STEP_AFTER[type];
      if (job) await this.cases.schedule(work.tx, { job, dossierId: id, by: command.actor.id, at: work.at });
      return [];
    });
  }
}

/** Cases that a submission would send on their way; of a returned dossier also those whose own return is still to come. */
function statesToSubmit({ state }: DossierRecord): readonly string[] {
  const own = CASE_STEPS['submit-cases'].states;
  return state === 'returned' ? [...own, ...CASE_STEPS['return-cases'].states] : own;
}

/** A dossier that is submitted again is received and checked again: the clock of the appraisal starts anew. */
const SUBMITTED_ANEW = { receivedAt: null, completeAt: null, returnReason: null } as const;

function changeOf(
  { input, texts }: FeatureCommand,
  type: DossierCommand,
  { papers }: DossierRecord,
  { at, commitments }: RegisterWork,
): DossierChange {
  const { to } = DOSSIER_WAYS[type];
  const state = to ? { state: to } : {};
  switch (type) {
    case 'dossier.addPaper': {
      const { number, issuer, date, sha256 } = input as AddPaperRequest;
      const paper: Paper = { title: texts.title ?? '', number, issuer, date, ...(sha256 ? { sha256 } : {}) };
      return { ...state, papers: [...papers, paper] };
    }
    case 'dossier.submit':
      return { ...state, submittedAt: at, ...SUBMITTED_ANEW };
    case 'dossier.receive':
      return { ...state, receivedAt: at };
    case 'dossier.markComplete':
      return { ...state, completeAt: at };
    case 'dossier.return':
      return { ...state, returnReason: commitments.reason ?? null };
  }
}
