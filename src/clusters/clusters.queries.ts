import { Injectable } from '@nestjs/common';
import type { Scope, SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { clustersSeenBy } from './cluster-sight';
import { readDelegates, readHeads, readMembers } from './cluster-terms.repository';
import { CLUSTER, readLeaders } from './clusters.repository';
import type { ClusterListQuery } from './dto/cluster-list.request';
import type { ClusterResponse, ClusterSummary } from './dto/cluster.response';

const BY_NAME: Keyset = { name: 'clusters.name', sortColumn: 'name_folded', idColumn: 'id', direction: 'asc' };

const COLUMNS = `${CLUSTER}, version, name_folded AS "nameFolded"`;

type ClusterRow = ClusterSummary & { readonly nameFolded: string; readonly unitPath: string };

/** Reads clusters: for their members, for the unit that runs them and the units above. */
@Injectable()
export class ClustersQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of clusters by name. */
  async list(scope: Scope, query: ClusterListQuery): Promise<Page<ClusterSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const condition = allOf([clustersSeenBy(scope, 'clusters.'), where, ...filtersOf(query)]);
    const rows = await this.reads.rows<ClusterRow>(
      `SELECT ${COLUMNS} FROM clusters WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_NAME, query, rows, { key: ({ nameFolded, id }) => ({ value: nameFolded, id }), item: summary });
  }

  /** One cluster with its members, heads, delegates and leaders. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<ClusterResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, clustersSeenBy(scope, 'clusters.')]);
    const [row] = await this.reads.rows<ClusterRow>(
      `SELECT ${COLUMNS} FROM clusters WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('cluster', id);
    const [members, heads, delegates, leaders] = await Promise.all([
      readMembers(this.reads, id),
      readHeads(this.reads, id),
      readDelegates(this.reads, id),
      readLeaders(this.reads, id),
    ]);
    return {
      ...summary(row),
      members: members.map(({ id: _, clusterId: __, ...member }) => member),
      heads: heads.map(({ id: _, clusterId: __, ...head }) => head),
      delegates: delegates.map(({ id: _, clusterId: __, ...delegate }) => delegate),
      leaders: leaders.map(({ clusterId: _, ...leader }) => leader),
    };
  }
}

function filtersOf({ period, unitId, memberId, search }: ClusterListQuery): readonly SqlCondition[] {
  const withMember = 'EXISTS (SELECT 1 FROM cluster_members m WHERE m.cluster_id = clusters.id AND m.unit_id = ?)';
  return [
    ...equals('period', period),
    ...equals('unit_id', unitId),
    ...(memberId === undefined ? [] : [{ sql: withMember, params: [memberId] }]),
    ...(search === undefined ? [] : [containsText('name_folded', search)]),
  ];
}

function summary({ nameFolded: _, unitPath: __, ...cluster }: ClusterRow): Omit<ClusterRow, 'nameFolded' | 'unitPath'> {
  return cluster;
}
