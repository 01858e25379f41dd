import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type LocalDate, type Refusal } from '../../workflows/kernel';
import { actorSees } from '../platform/auth/actor';
import { KEEPERS } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import { OPEN_END, shares, type ClusterMember, type ClusterRef, type Span } from './cluster';
import { changeCluster, type ClusterWrite } from './cluster-change';
import { clusterForms } from './cluster-forms';
import {
  dropTerms,
  endTermsBefore,
  insertMembers,
  readDelegates,
  readHeads,
  readMembers,
} from './cluster-terms.repository';
import { CLUSTER_REFUSALS } from './clusters.errors';
import { closeCluster, insertCluster, readCluster } from './clusters.repository';
import type { AddMemberRequest, CloseClusterRequest, RemoveMemberRequest } from './dto/cluster-changes.request';
import type { FoundClusterRequest } from './dto/found-cluster.request';

/** Commands on clusters and who is in them. */
@Injectable()
export class ClustersService implements FeatureCommands, OnModuleInit {
  readonly forms = clusterForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the cluster does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    if (type === 'cluster.found') return this.found(command, input as FoundClusterRequest);
    const cluster = await readCluster(this.reads, instanceId);
    if (!cluster) throw new NotFoundError('cluster', instanceId);
    if (type === 'cluster.addMember') return this.addMember(command, cluster, input as AddMemberRequest);
    if (type === 'cluster.removeMember') {
      return this.change(command, cluster, (work) => removeMember(work, cluster.id, input as RemoveMemberRequest));
    }
    if (type === 'cluster.close') {
      const { on } = input as CloseClusterRequest;
      return this.change(command, cluster, async ({ tx }) => {
        await closeCluster(tx, cluster.id, on);
        return refusalsWhen([on < cluster.startsOn, CLUSTER_REFUSALS.endsBeforeStart]);
      });
    }
    throw new Error(`${type} is no command on clusters`);
  }

  private async found(command: FeatureCommand, input: FoundClusterRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { unitId, memberIds = [], ...rest } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined || !(await this.isInSight(command, memberIds))) {
      return refused(CLUSTER_REFUSALS.unknownUnit);
    }
    const id = derivedId('cluster', actor.id, commandId);
    const cluster: ClusterRef = { ...rest, id, unitId, unitPath, closedOn: null };
    const request = { ...command, instanceId: id, kind: 'cluster', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const ended = await this.units.dissolvedAmong(tx, [...new Set([unitId, ...memberIds])], at);
      const isFree = await insertCluster(tx, cluster);
      const members = memberIds.map((member) => membershipOf(cluster, member, input.startsOn));
      if (isFree) await insertMembers(tx, members);
      return refusalsWhen(
        [!isFree, CLUSTER_REFUSALS.taken],
        [ended.length > 0, CLUSTER_REFUSALS.unitEnded],
        [input.endsOn < input.startsOn, CLUSTER_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async addMember(
    command: FeatureCommand,
    cluster: ClusterRef,
    input: AddMemberRequest,
  ): Promise<CommandResult> {
    const { unitId, validFrom, validTo = null } = input;
    if (!(await this.isInSight(command, [unitId]))) return refused(CLUSTER_REFUSALS.unknownUnit);
    return this.change(command, cluster, async ({ tx, at }) => {
      const members = (await readMembers(tx, cluster.id)).filter((member) => member.unitId === unitId);
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const membership = { ...membershipOf(cluster, unitId, validFrom), validTo };
      const isAlready = members.some((member) => shares(member, membership));
      // Its id is that of the day it begins: one that begins on the same day would clash before anybody says why.
      if (!isAlready) await insertMembers(tx, [membership]);
      return refusalsWhen(
        [isAlready, CLUSTER_REFUSALS.memberAlready],
        [isOver, CLUSTER_REFUSALS.unitEnded],
        [validTo !== null && validTo < validFrom, CLUSTER_REFUSALS.endsBeforeStart],
      );
    });
  }

  /** Units out of sight are like units that do not exist. */
  private async isInSight({ actor }: FeatureCommand, unitIds: readonly string[]): Promise<boolean> {
    const found = await this.units.byIds(this.reads, unitIds);
    return unitIds.every((id) => {
      const unit = found.get(id);
      return unit !== undefined && actorSees(actor, unit.path);
    });
  }

  private change(command: FeatureCommand, { id, unitPath }: ClusterRef, write: ClusterWrite): Promise<CommandResult> {
    return changeCluster(this.registers, { command, id, authority: { permissions: KEEPERS, unitPath } }, write);
  }
}

function membershipOf({ id }: ClusterRef, unitId: string, validFrom: LocalDate): ClusterMember {
  return { id: derivedId('clusterMember', id, unitId, validFrom), clusterId: id, unitId, validFrom, validTo: null };
}

/** The unit leaves on a day, and with it what it leads and who sits for it. */
async function removeMember(
  { tx }: RegisterWork,
  clusterId: string,
  { unitId, validTo }: RemoveMemberRequest,
): Promise<readonly Refusal[]> {
  const ofUnit = <Term extends Span & { readonly unitId: string }>(terms: readonly Term[]): readonly Term[] =>
    terms.filter((term) => term.unitId === unitId && (term.validTo ?? OPEN_END) > validTo);
  const [membership, ...later] = ofUnit(await readMembers(tx, clusterId));
  if (!membership) return refusalsWhen([true, CLUSTER_REFUSALS.notMember]);
  if (later.length > 0) return refusalsWhen([true, CLUSTER_REFUSALS.memberAgain]);
  const day = addDays(validTo, 1);
  await endTermsBefore(tx, 'cluster_members', [membership.id], day);
  const terms = [
    ['cluster_heads', ofUnit(await readHeads(tx, clusterId))],
    ['cluster_delegates', ofUnit(await readDelegates(tx, clusterId))],
  ] as const;
  for (const [table, found] of terms) {
    const begun = found.filter(({ validFrom }) => validFrom <= validTo).map(({ id }) => id);
    await endTermsBefore(tx, table, begun, day);
    await dropTerms(
      tx,
      table,
      found.map(({ id }) => id).filter((id) => !begun.includes(id)),
    );
  }
  return refusalsWhen([validTo < membership.validFrom, CLUSTER_REFUSALS.endsBeforeStart]);
}
