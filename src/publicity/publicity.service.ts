import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Refusal } from '../../workflows/kernel';
import { actorCovers, actorSees, type Actor } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import { CampaignDirectory } from '../campaigns';
import type { PlanPublicityRequest } from './dto/publicity.request';
import { PieceChanges } from './piece-changes';
import type { PlanRecord } from './publicity';
import { publicityForms } from './publicity-forms';
import { publicityPermissions } from './publicity-permissions';
import { PUBLICITY_REFUSALS } from './publicity.errors';
import { insertPlan, lockPlan, readPiece, readPlan, readReports } from './publicity.repository';
import { ReportChanges } from './report-changes';

/** Commands on the publicity plans of campaigns. */
@Injectable()
export class PublicityService implements FeatureCommands, OnModuleInit {
  readonly forms = publicityForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly campaigns: CampaignDirectory,
    private readonly pieces: PieceChanges,
    private readonly reports: ReportChanges,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the plan, or the campaign of a new one, is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, type, input, actor } = command;
    if (instanceId === undefined) return this.plan(command, input as PlanPublicityRequest);
    const plan = await readPlan(this.reads, instanceId);
    if (!plan || !(await this.isKnownTo(actor, plan))) throw new NotFoundError('publicityPlan', instanceId);
    if (type === 'publicity.addPiece') {
      return this.change(command, plan, plan.unitPath, (work) => this.pieces.add(command, plan, work));
    }
    const { code } = input as { readonly code: string };
    const piece = await readPiece(this.reads, plan.id, code);
    const isReporting = type === 'publicity.report' || type === 'publicity.withdrawReport';
    // Whoever is in charge reports: without a piece there is nobody whose permission could be measured.
    if (isReporting && !piece) return refused(PUBLICITY_REFUSALS.unknownPiece);
    const unitPath = isReporting && piece ? piece.chargedPath : plan.unitPath;
    return this.change(command, plan, unitPath, (work) => this.changePiece(command, plan, work));
  }

  private async plan(command: FeatureCommand, { campaignId, paper }: PlanPublicityRequest): Promise<CommandResult> {
    const campaign = await this.campaigns.contextOf(this.reads, campaignId);
    if (!campaign || !actorCovers(command.actor, campaign.unitPath)) throw new NotFoundError('campaign', campaignId);
    const { unitId, unitPath } = campaign;
    const plan = { id: derivedId('publicity', campaignId), campaignId, unitId, unitPath };
    return this.registers.change(requestOn(command, plan, plan.unitPath), async ({ tx, at }) => {
      const isOver = await this.pieces.isOver(tx, campaignId);
      const isNew = await insertPlan(tx, plan, paper ?? null, at);
      return refusalsWhen([isOver, PUBLICITY_REFUSALS.campaignOver], [!isNew, PUBLICITY_REFUSALS.alreadyPlanned]);
    });
  }

  private change(
    command: FeatureCommand,
    plan: PlanRecord,
    unitPath: string,
    write: (work: RegisterWork) => Promise<readonly Refusal[]>,
  ): Promise<CommandResult> {
    return this.registers.change(requestOn(command, plan, unitPath), async (work) => {
      await lockPlan(work.tx, plan.id);
      return write(work);
    });
  }

  private async changePiece(
    command: FeatureCommand,
    plan: PlanRecord,
    work: RegisterWork,
  ): Promise<readonly Refusal[]> {
    const { type, input } = command;
    const piece = await readPiece(work.tx, plan.id, (input as { readonly code: string }).code);
    if (!piece) return refusalsWhen([true, PUBLICITY_REFUSALS.unknownPiece]);
    const reports = (await readReports(work.tx, [piece.id])).get(piece.id) ?? [];
    if (type === 'publicity.extendPiece') return this.pieces.extend(command, plan, piece, reports, work);
    if (type === 'publicity.dropPiece') return this.pieces.drop(piece, reports, work);
    if (type === 'publicity.report') return this.reports.report(command, piece, reports, work);
    return this.reports.withdraw(command, piece, reports, work);
  }

  /** Until a campaign is launched its plans are the affair of those who prepare it. */
  private async isKnownTo(actor: Actor, { campaignId, unitPath }: PlanRecord): Promise<boolean> {
    if (actorCovers(actor, unitPath)) return true;
    const standing = await this.campaigns.contextOf(this.reads, campaignId);
    return actorSees(actor, unitPath) && standing !== undefined && standing.context.rulebookRelease !== null;
  }
}

function requestOn(
  command: FeatureCommand,
  { id }: PlanRecord,
  unitPath: string,
): Parameters<RegisterRunner['change']>[0] {
  const permissions: readonly Permission[] = publicityPermissions(command.type);
  return { ...command, instanceId: id, kind: 'publicity', permissions, unitPath };
}
