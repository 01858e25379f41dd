import { Injectable } from '@nestjs/common';
import { ClusterDirectory, clustersSeenBy } from '../clusters';
import type { Scope } from '../platform/auth/scope';
import { Clock } from '../platform/clock';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf } from '../platform/http/pages/conditions';
import { PrivateTexts, ReadDatabase } from '../platform/persistence';
import { RulebooksService } from '../rulebooks';
import { clusterRanking } from './cluster-ranking';
import type { RankingQuery } from './dto/ranking.request';
import type { RankingResponse } from './dto/ranking.response';
import { tableOf, type RankingTable } from './ranking-table';
import { readRanking } from './rankings.repository';

/** Reads the rankings of clusters, for whoever may read the cluster. */
@Injectable()
export class RankingsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clusters: ClusterDirectory,
    private readonly texts: PrivateTexts,
    private readonly clock: Clock,
    private readonly rulebooks: RulebooksService,
  ) {}

  /** A published ranking, or the one that would be published now while there is none. Throws NotFoundError. */
  async of(scope: Scope, clusterId: string, { show, revision }: RankingQuery): Promise<RankingResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [clusterId] }, clustersSeenBy(scope, 'clusters.')]);
    const [seen] = await this.reads.rows(`SELECT id FROM clusters WHERE ${condition.sql}`, condition.params);
    if (!seen) throw new NotFoundError('cluster', clusterId);
    const published = show === 'live' ? undefined : await readRanking(this.reads, clusterId, revision);
    if (!published) return revision === undefined ? this.live(clusterId) : notThere(clusterId);
    const { content, publishedAt, reason } = published;
    const texts = await this.texts.readTexts(this.reads, reason === null ? [] : [reason]);
    const said = reason === null ? null : (texts.get(reason) ?? null);
    return answerOf(clusterId, JSON.parse(content) as RankingTable, {
      ...{ revision: published.revision, publishedAt, reason: said },
    });
  }

  private async live(clusterId: string): Promise<RankingResponse> {
    const cluster = await this.clusters.clusterOf(this.reads, clusterId);
    if (!cluster) return notThere(clusterId);
    const at = this.clock.now();
    const { clusters, rulebooks } = this;
    const found = await clusterRanking(this.reads, { clusters, rulebooks }, { cluster, at, ballots: [] });
    const none = { revision: null, publishedAt: null, reason: null };
    return found ? answerOf(clusterId, tableOf(found), none) : notThere(clusterId);
  }
}

function answerOf(
  clusterId: string,
  { sheetId, sheetRevision, rows, ties, missingUnitIds }: RankingTable,
  about: Pick<RankingResponse, 'revision' | 'publishedAt' | 'reason'>,
): RankingResponse {
  return { clusterId, ...about, sheetId, sheetRevision, rows, ties, missingUnitIds };
}

function notThere(clusterId: string): never {
  throw new NotFoundError('ranking', clusterId);
}
