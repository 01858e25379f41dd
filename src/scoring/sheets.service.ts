import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, type Refusal } from '../../workflows/kernel';
import { planIsEnough, shareCounts, type MeasureRule } from '../../workflows/indicator';
import { sheetFaults, type Criterion, type ScoringSheet } from '../../workflows/scoring';
import { CampaignDirectory } from '../campaigns';
import { CLUSTER_REFUSALS, ClusterDirectory, isClosedOn, type ClusterRef } from '../clusters';
import { Clock } from '../platform/clock';
import type { Permission } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import type { DefineSheetRequest, ReviseSheetRequest, UseSheetRequest } from './dto/sheet.request';
import { isScoredIn } from './scores.repository';
import { sheetForms } from './scoring-forms';
import { SCORING_REFUSALS, sheetRefusal } from './scoring.errors';
import { sheetOf } from './sheet-input';
import {
  addRevision,
  insertSheet,
  pinSheet,
  readRevision,
  readSheet,
  touchSheet,
  type SheetHead,
} from './sheets.repository';

/** Who issues scoring sheets. */
const ISSUERS: readonly Permission[] = ['score.keep', 'system'];

/** Commands on scoring sheets. */
@Injectable()
export class SheetsService implements FeatureCommands, OnModuleInit {
  readonly forms = sheetForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    private readonly clusters: ClusterDirectory,
    private readonly campaigns: CampaignDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the sheet does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    if (type === 'scoringSheet.define') return this.define(command, input as DefineSheetRequest);
    const head = await readSheet(this.reads, instanceId);
    if (!head) throw new NotFoundError('scoringSheet', instanceId);
    if (type === 'scoringSheet.revise') return this.revise(command, head, sheetOf(input as ReviseSheetRequest));
    if (type === 'scoringSheet.useIn') return this.useIn(command, head, input as UseSheetRequest);
    throw new Error(`${type} is no command on scoring sheets`);
  }

  private async define(command: FeatureCommand, input: DefineSheetRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { unitId, code, name } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(SCORING_REFUSALS.unknownUnit);
    const head = { id: derivedId('scoringSheet', actor.id, commandId), unitId, unitPath, code, name, revision: 1 };
    const sheet = sheetOf(input);
    return this.registers.change(
      { ...command, instanceId: head.id, kind: 'scoringSheet', permissions: ISSUERS, unitPath },
      async ({ tx, at }) => {
        const isOver = await this.units.isDissolved(tx, unitId, at);
        const isFree = await insertSheet(tx, head, sheet);
        return [
          ...refusalsWhen([!isFree, SCORING_REFUSALS.codeTaken], [isOver, CLUSTER_REFUSALS.unitEnded]),
          ...sheetFaults(sheet).map(sheetRefusal),
        ];
      },
    );
  }

  /** Clusters that use the sheet keep the revision that they chose. */
  private revise(command: FeatureCommand, { id, unitPath }: SheetHead, sheet: ScoringSheet): Promise<CommandResult> {
    const request = { ...command, instanceId: id, kind: 'scoringSheet', permissions: ISSUERS, unitPath };
    return this.registers.change(request, async ({ tx }) => {
      const present = await readSheet(tx, id, 'taken');
      await addRevision(tx, id, (present?.revision ?? 0) + 1, sheet);
      return sheetFaults(sheet).map(sheetRefusal);
    });
  }

  private async useIn(command: FeatureCommand, head: SheetHead, input: UseSheetRequest): Promise<CommandResult> {
    const { clusterId, campaignId = null } = input;
    const cluster = await this.clusters.clusterOf(this.reads, clusterId);
    if (!cluster) return refused(SCORING_REFUSALS.unknownCluster);
    const authority = await this.clusters.runBy(this.reads, command.actor, cluster, this.clock.now());
    const request = { ...command, instanceId: head.id, kind: 'scoringSheet', ...authority };
    return this.registers.change(request, async ({ tx, at }) => {
      const present = await this.clusters.clusterOf(tx, clusterId, 'taken');
      const revision = (await readSheet(tx, head.id, 'taken'))?.revision ?? head.revision;
      const found = await readRevision(tx, head.id, revision);
      if (!found) throw new Error(`The scoring sheet ${head.id} has no revision ${revision}`);
      await touchSheet(tx, head.id);
      const isBegun = await isScoredIn(tx, clusterId);
      const { contentHash } = found;
      if (!isBegun) await pinSheet(tx, { clusterId, sheetId: head.id, revision, contentHash, campaignId });
      return [
        ...refusalsWhen(
          [!present || isClosedOn(present, localDateOf(at)), CLUSTER_REFUSALS.closed],
          [!(await this.units.liesWithin(tx, cluster.unitPath, head.unitPath)), SCORING_REFUSALS.sheetNotForCluster],
          [isBegun, SCORING_REFUSALS.begun],
        ),
        ...(await this.measureRefusals(tx, found.sheet, { cluster, campaignId })),
      ];
    });
  }

  private async measureRefusals(
    tx: Tx,
    { criteria }: ScoringSheet,
    { cluster, campaignId }: { readonly cluster: ClusterRef; readonly campaignId: string | null },
  ): Promise<readonly Refusal[]> {
    const named = criteria.flatMap(({ measureCode }) => measureCode ?? []);
    if (campaignId === null) return refusalsWhen([named.length > 0, SCORING_REFUSALS.unknownCampaign]);
    const campaign = await this.campaigns.contextOf(tx, campaignId);
    if (!campaign || !(await this.units.liesWithin(tx, cluster.unitPath, campaign.unitPath))) {
      return refusalsWhen([true, SCORING_REFUSALS.unknownCampaign]);
    }
    const measures = await this.campaigns.measuresOf(tx, campaignId, campaign.context.planRevision);
    const rules = new Map(measures.map(({ code, rule }) => [code, rule]));
    return refusalsWhen(
      [named.some((code) => !rules.has(code)), SCORING_REFUSALS.unknownMeasure],
      [criteria.some((criterion) => !suits(criterion, rules)), SCORING_REFUSALS.measureDirection],
    );
  }
}

/** Whether the points of a criterion mean something for the measure that it takes its plan from. Bands suit all. */
function suits({ kind, method, measureCode }: Criterion, rules: ReadonlyMap<string, MeasureRule>): boolean {
  const rule = rules.get(measureCode ?? '');
  if (!rule || method === 'bands' || method === 'count') return true;
  return kind === 'gate' || method === 'allOrNothing' ? planIsEnough(rule) : shareCounts(rule);
}
