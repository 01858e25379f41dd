import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import type { RowLock, RowReader } from '../platform/persistence';
import { UnitDirectory, type UnitRef } from '../units';
import { holdsOn, type ClusterDelegate, type ClusterRef, type ClusterRole } from './cluster';
import { authorityOf, GIVERS, RUNNERS, type Authority } from './cluster-authority';
import { readDelegates, readHeads, readMembers } from './cluster-terms.repository';
import { readCluster } from './clusters.repository';

/** A delegate with the role of the unit that is represented; null for one that leads nothing. */
export interface SittingDelegate extends ClusterDelegate {
  readonly role: ClusterRole | null;
}

const ORDER: readonly (ClusterRole | null)[] = ['head', 'deputy', null];

/** What other features ask about clusters. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class ClusterDirectory {
  constructor(private readonly units: UnitDirectory) {}

  /** A cluster by its id, with a lock where it must stay as it is. */
  clusterOf(rows: RowReader, id: string, lock?: RowLock): Promise<ClusterRef | undefined> {
    return readCluster(rows, id, lock);
  }

  /** The units in a cluster on a day. */
  async membersOn(rows: RowReader, clusterId: string, day: LocalDate): Promise<readonly string[]> {
    const members = await readMembers(rows, clusterId);
    return members.filter((member) => holdsOn(member, day)).map(({ unitId }) => unitId);
  }

  /** One delegate for each member on a day: that of the head first, then those of deputies. */
  async delegatesOn(rows: RowReader, clusterId: string, day: LocalDate): Promise<readonly SittingDelegate[]> {
    const members = new Set(await this.membersOn(rows, clusterId, day));
    const heads = (await readHeads(rows, clusterId)).filter((head) => holdsOn(head, day));
    const delegates = (await readDelegates(rows, clusterId)).filter((delegate) => holdsOn(delegate, day));
    return delegates
      .filter(({ unitId }) => members.has(unitId))
      .map((delegate) => ({ ...delegate, role: heads.find(({ unitId }) => unitId === delegate.unitId)?.role ?? null }))
      .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  }

  /** As whom an actor runs a cluster: the office of its unit, or its head or a deputy of this moment. */
  async runBy(rows: RowReader, actor: Actor, cluster: ClusterRef, at: Instant): Promise<Authority> {
    const today = localDateOf(at);
    const heads = (await readHeads(rows, cluster.id)).filter((head) => holdsOn(head, today));
    const units = await this.units.byIds(
      rows,
      heads.map(({ unitId }) => unitId),
    );
    const ways = [...units.values()].map(({ path }: UnitRef): Authority => ({ permissions: GIVERS, unitPath: path }));
    return authorityOf(actor, [{ permissions: RUNNERS, unitPath: cluster.unitPath }, ...ways]);
  }
}
