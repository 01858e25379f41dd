import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, localDateOf, type Refusal } from '../../workflows/kernel';
import type { TieBallot } from '../../workflows/scoring';
import { CLUSTER_REFUSALS, ClusterDirectory, isClosedOn } from '../clusters';
import { Clock } from '../platform/clock';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { RoundChoices } from '../reviews';
import { RulebooksService } from '../rulebooks';
import { UnitDirectory } from '../units';
import { clusterRanking, type ClusterRanking } from './cluster-ranking';
import type { PublishRankingRequest, TieBallotRequest } from './dto/ranking.request';
import { tableOf } from './ranking-table';
import { insertRanking, readRanking } from './rankings.repository';
import { rankingForms } from './scoring-forms';
import { RANKING_REFUSALS, rankingRefusal, SCORING_REFUSALS } from './scoring.errors';

/** Publishes rankings. */
@Injectable()
export class RankingsService implements FeatureCommands, OnModuleInit {
  readonly forms = rankingForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    private readonly clusters: ClusterDirectory,
    private readonly choices: RoundChoices,
    private readonly rulebooks: RulebooksService,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { clusterId, ballots: asked = [] } = command.input as PublishRankingRequest;
    const found = await this.clusters.clusterOf(this.reads, clusterId);
    if (!found) return refused(SCORING_REFUSALS.unknownCluster);
    const authority = await this.clusters.runBy(this.reads, actor, found, this.clock.now());
    const id = derivedId('ranking', actor.id, commandId);
    const request = { ...command, instanceId: id, kind: 'ranking', ...authority };
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const cluster = (await this.clusters.clusterOf(tx, clusterId, 'taken')) ?? found;
      const ballots = await this.ballotsOf(tx, clusterId, asked);
      const { clusters, rulebooks } = this;
      const ranked = await clusterRanking(tx, { clusters, rulebooks }, { cluster, at, ballots: ballots ?? [] });
      if (!ranked) return refusalsWhen([true, SCORING_REFUSALS.noSheet]);
      const before = await readRanking(tx, clusterId);
      const revision = (before?.revision ?? 0) + 1;
      const reason = commitments.reason ?? null;
      await insertRanking(tx, {
        id,
        clusterId,
        revision,
        content: canonicalJson(tableOf(ranked)),
        reason,
        publishedAt: at,
      });
      return [
        ...refusalsWhen(
          [isClosedOn(cluster, localDateOf(at)), CLUSTER_REFUSALS.closed],
          [ballots === undefined, SCORING_REFUSALS.unknownBallot],
          [before !== undefined && !reason, SCORING_REFUSALS.reasonNeeded],
        ),
        ...(await this.openRefusals(tx, ranked)),
      ];
    });
  }

  /** Undefined when one of them is not of this cluster, or not over. At most twenty. */
  private async ballotsOf(
    tx: Tx,
    clusterId: string,
    asked: readonly TieBallotRequest[],
  ): Promise<readonly TieBallot[] | undefined> {
    const ballots: TieBallot[] = [];
    // One after the other: a transaction has one connection.
    for (const { reviewId, itemId } of asked) {
      const found = await this.choices.of(tx, reviewId, itemId);
      if (found?.isOver === true && found.hostId === clusterId) ballots.push(found.votes);
    }
    return ballots.length === asked.length ? ballots : undefined;
  }

  private async openRefusals(tx: Tx, { ranking, missingUnitIds }: ClusterRanking): Promise<readonly Refusal[]> {
    const open = ranking.ties.filter(({ needsBallot }) => needsBallot).flatMap(({ unitIds }) => unitIds);
    const units = await this.units.byIds(tx, [...missingUnitIds, ...open]);
    const names = (ids: readonly string[]): readonly string[] => ids.map((id) => units.get(id)?.name ?? id).sort();
    return [
      ...refusalsWhen([ranking.rows.length + missingUnitIds.length === 0, RANKING_REFUSALS.nobody]),
      ...(missingUnitIds.length === 0 ? [] : [rankingRefusal('notAppraised', names(missingUnitIds))]),
      ...(open.length === 0 ? [] : [rankingRefusal('ballotNeeded', names(open))]),
    ];
  }
}
