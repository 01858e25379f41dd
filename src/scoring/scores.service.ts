import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, type LocalDate, type Refusal } from '../../workflows/kernel';
import { CLUSTER_REFUSALS, ClusterDirectory, GIVERS, type ClusterRef } from '../clusters';
import { Clock } from '../platform/clock';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterRequest, type RegisterWork } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import type { AppraiseScoreRequest, DraftScoreRequest, EnterScoreRequest, MarkScoreRequest } from './dto/score.request';
import { reasonsIn, withoutReasons } from './appraisal-reasons';
import type { ScoreHead } from './score';
import { ScoreWorkReader, type ScoreWork } from './score-work';
import { appraise, enterOwn, handIn, markByOther, sendBack } from './score-writes';
import { insertScore, readScore } from './scores.repository';
import { scoreForms } from './scoring-forms';
import { SCORING_REFUSALS } from './scoring.errors';
import { readPinned } from './sheets.repository';

type Write = (work: RegisterWork, score: ScoreWork) => Promise<readonly Refusal[]>;

/** Commands on the scores of units. */
@Injectable()
export class ScoresService implements FeatureCommands, OnModuleInit {
  readonly forms = scoreForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    private readonly clusters: ClusterDirectory,
    private readonly work: ScoreWorkReader,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the score does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    if (type === 'score.draft') return this.draft(command, input as DraftScoreRequest);
    const head = await readScore(this.reads, instanceId);
    const cluster = head && (await this.clusters.clusterOf(this.reads, head.clusterId));
    if (!head || !cluster) throw new NotFoundError('score', instanceId);
    if (type === 'score.mark') return this.mark(command, cluster, head, input as MarkScoreRequest);
    if (type === 'score.sendBack' || type === 'score.appraise') return this.run(command, cluster, head);
    const unitPath = (await this.units.pathOf(this.reads, head.unitId)) ?? '/';
    const request = { ...requestFor(command, head.id), permissions: GIVERS, unitPath };
    if (type === 'score.enter') {
      const { entries } = input as EnterScoreRequest;
      return this.change(request, ({ tx }, score) => enterOwn(tx, score, entries));
    }
    if (type === 'score.handIn') return this.change(request, ({ tx }, score) => handIn(tx, score));
    throw new Error(`${type} is no command on scores`);
  }

  private async draft(command: FeatureCommand, input: DraftScoreRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { clusterId, unitId, entries } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(SCORING_REFUSALS.unknownUnit);
    const id = derivedId('score', actor.id, commandId);
    const request = { ...requestFor(command, id), permissions: GIVERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const cluster = await this.clusters.clusterOf(tx, clusterId, 'held');
      const pinned = await readPinned(tx, clusterId);
      if (!cluster) return refusalsWhen([true, SCORING_REFUSALS.unknownCluster]);
      if (!pinned) return refusalsWhen([true, SCORING_REFUSALS.noSheet]);
      const isMember = await this.isMember(tx, cluster, unitId, localDateOf(at));
      if (!isMember) return refusalsWhen([true, CLUSTER_REFUSALS.notMember]);
      const isFirst = await insertScore(tx, { id, clusterId, unitId, at });
      const score = isFirst ? await this.work.of(tx, id, at) : undefined;
      if (!score) return refusalsWhen([true, SCORING_REFUSALS.exists]);
      return [...refusalsWhen([score.isClosed, CLUSTER_REFUSALS.closed]), ...(await enterOwn(tx, score, entries))];
    });
  }

  private async mark(
    command: FeatureCommand,
    cluster: ClusterRef,
    head: ScoreHead,
    { unitId, entries }: MarkScoreRequest,
  ): Promise<CommandResult> {
    const unitPath = await this.units.pathSeenBy(this.reads, command.actor, unitId);
    if (unitPath === undefined) return refused(SCORING_REFUSALS.unknownUnit);
    const request = { ...requestFor(command, head.id), permissions: GIVERS, unitPath };
    return this.change(request, async ({ tx, at }, score) => {
      const isMember = await this.isMember(tx, cluster, unitId, localDateOf(at));
      return [
        ...refusalsWhen([!isMember, CLUSTER_REFUSALS.notMember]),
        ...(await markByOther(tx, score, unitId, entries)),
      ];
    });
  }

  /** What the office or the head of the cluster does. The head leaves its own sheet to the office. */
  private async run(command: FeatureCommand, cluster: ClusterRef, head: ScoreHead): Promise<CommandResult> {
    const runner = await this.clusters.runBy(this.reads, command.actor, cluster, this.clock.now());
    const unitPath = await this.units.pathOf(this.reads, head.unitId);
    const isOwn = runner.permissions === GIVERS && runner.unitPath === unitPath;
    const own = refusalsWhen([isOwn, SCORING_REFUSALS.ownScore]);
    const request = { ...requestFor(command, head.id), ...runner };
    if (command.type === 'score.sendBack') {
      return this.change(request, async ({ tx }, score) => [...own, ...(await sendBack(tx, score))]);
    }
    const input = command.input as AppraiseScoreRequest;
    const { kept, texts } = withoutReasons(input);
    return this.change({ ...request, input: kept, texts: { ...command.texts, ...texts } }, async (work, score) => {
      const reasons = reasonsIn(work.commitments, texts);
      return [...own, ...(await appraise(work.tx, score, cluster.unitId, { input, reasons }))];
    });
  }

  private change(request: RegisterRequest, write: Write): Promise<CommandResult> {
    return this.registers.change(request, async (work) => {
      const score = await this.work.of(work.tx, request.instanceId, work.at);
      if (!score) throw new NotFoundError('score', request.instanceId);
      if (score.isClosed) return refusalsWhen([true, CLUSTER_REFUSALS.closed]);
      return write(work, score);
    });
  }

  /** On a day within the period of the cluster: what is scored after its end is scored by who was a member then. */
  private async isMember(tx: Tx, { id, endsOn }: ClusterRef, unitId: string, today: LocalDate): Promise<boolean> {
    const day = today > endsOn ? endsOn : today;
    return (await this.clusters.membersOn(tx, id, day)).includes(unitId);
  }
}

function requestFor(command: FeatureCommand, id: string): Omit<RegisterRequest, 'permissions' | 'unitPath'> {
  return { ...command, instanceId: id, kind: 'score' };
}
