import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '../../workflows/kernel';
import { CouncilDirectory } from '../councils';
import { PersonReferences } from '../people';
import { refusalsWhen } from '../platform/runner/refusals';
import { RollDirectory } from '../reviews';
import { UnitHoldings, type HoldingCommand, type HoldingKind, type Succession } from '../units';
import { placeholders, type RowReader } from '../platform/persistence';
import { ClusterDirectory } from './cluster-directory';
import { repointDelegates, sitTogether } from './cluster-terms.repository';
import { CLUSTER_REFUSALS } from './clusters.errors';
import { readCluster } from './clusters.repository';

/** A cluster runs on under the seats of the successor. */
const CLUSTERS: HoldingKind = {
  kind: 'cluster',
  label: { vi: 'Cụm, khối thi đua', en: 'Clusters' },
  fate: 'carriedOn',
  table: 'clusters',
  unitColumn: 'unit_id',
  where: '(closed_on IS NULL OR closed_on > :day)',
};

/** A unit that ends leaves its clusters; whether its successor takes part is for whoever runs them to say. */
const MEMBERSHIPS: HoldingKind = {
  kind: 'clusterMember',
  label: { vi: 'Thành viên cụm, khối thi đua', en: 'Memberships in clusters' },
  fate: 'ended',
  table: 'cluster_members',
  unitColumn: 'unit_id',
  where: `(valid_to IS NULL OR valid_to >= :day)
    AND EXISTS (SELECT 1 FROM clusters c WHERE c.id = cluster_members.cluster_id AND (c.closed_on IS NULL OR c.closed_on > :day))`,
  commandsFor: removalsOf,
};

/** Where clusters are known beside their own register: units that end, people who are merged, seats, and rounds. */
@Injectable()
export class ClusterReferences implements OnModuleInit {
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly people: PersonReferences,
    private readonly councils: CouncilDirectory,
    private readonly rolls: RollDirectory,
    private readonly clusters: ClusterDirectory,
  ) {}

  onModuleInit(): void {
    this.holdings.register(CLUSTERS, MEMBERSHIPS);
    this.people.register(async (tx, fromId, toId) => {
      const isTwice = await sitTogether(tx, fromId, toId);
      await repointDelegates(tx, fromId, toId);
      return refusalsWhen([isTwice, CLUSTER_REFUSALS.delegateTaken]);
    });
    this.councils.registerSeats((rows, id) => readCluster(rows, id));
    this.rolls.register({
      hostOf: async (rows, id) => {
        const cluster = await readCluster(rows, id);
        return cluster && { ...cluster, kind: 'cluster' };
      },
      membersOn: async (rows, id, day) => {
        const delegates = await this.clusters.delegatesOn(rows, id, day);
        return delegates.map(({ id: memberId, personId, unitId, role }) => {
          const seat = role === null ? 'member' : role === 'head' ? 'chair' : 'viceChair';
          return { memberId, personId, unitId, seat };
        });
      },
    });
  }
}

async function removalsOf(
  rows: RowReader,
  ids: readonly string[],
  { effectiveOn }: Succession,
): Promise<readonly HoldingCommand[]> {
  const members = await rows.rows<{ clusterId: string; unitId: string }>(
    `SELECT cluster_id AS "clusterId", unit_id AS "unitId" FROM cluster_members WHERE id IN ${placeholders(ids.length)}`,
    ids,
  );
  const validTo = addDays(effectiveOn, -1);
  return members.map(({ clusterId, unitId }) => ({
    type: 'cluster.removeMember',
    instanceId: clusterId,
    input: { unitId, validTo },
  }));
}
