import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import { SubjectDirectory } from '../people';
import { KEEPERS } from '../platform/auth/permission';
import { Clock } from '../platform/clock';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../platform/runner/register-runner';
import { RoundChoices } from '../reviews';
import { UnitDirectory } from '../units';
import { isWithin, shares, type ClusterRef, type Span } from './cluster';
import { authorityOf, GIVERS, type Authority } from './cluster-authority';
import { changeCluster, type ClusterWrite } from './cluster-change';
import { ClusterDirectory } from './cluster-directory';
import { clusterLeadForms } from './cluster-forms';
import { leadersOf } from './cluster-leaders';
import {
  endTermsBefore,
  insertDelegate,
  insertHead,
  readDelegates,
  readHeads,
  readMembers,
} from './cluster-terms.repository';
import { CLUSTER_REFUSALS } from './clusters.errors';
import { insertLeaders, readCluster, readLeaders } from './clusters.repository';
import type { AppointHeadRequest, NameDelegateRequest, RecordLeadersRequest } from './dto/cluster-changes.request';

/** Commands on who leads a cluster, who sits in its conference, and whom that has elected. */
@Injectable()
export class ClusterLeadsService implements FeatureCommands, OnModuleInit {
  readonly forms = clusterLeadForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly clusters: ClusterDirectory,
    private readonly choices: RoundChoices,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the cluster does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    const cluster = await readCluster(this.reads, instanceId);
    if (!cluster) throw new NotFoundError('cluster', instanceId);
    if (type === 'cluster.appointHead') return this.appointHead(command, cluster, input as AppointHeadRequest);
    if (type === 'cluster.nameDelegate') return this.nameDelegate(command, cluster, input as NameDelegateRequest);
    if (type === 'cluster.recordLeaders') return this.recordLeaders(command, cluster, input as RecordLeadersRequest);
    throw new Error(`${type} is no command on who leads a cluster`);
  }

  /** A new head takes over from the one before: there is never none and never two. */
  private appointHead(command: FeatureCommand, cluster: ClusterRef, input: AppointHeadRequest): Promise<CommandResult> {
    const { unitId, role, validFrom, validTo = null, paper } = input;
    const id = derivedId('clusterHead', command.actor.id, command.commandId);
    const term = { validFrom, validTo };
    const keepers = { permissions: KEEPERS, unitPath: cluster.unitPath };
    return this.change(command, cluster, keepers, async ({ tx }) => {
      const others = (await readHeads(tx, cluster.id)).filter((head) => shares(head, term));
      const before = others.filter((head) => isRelieved(head, { unitId, role }) && head.validFrom < validFrom);
      await endTermsBefore(tx, 'cluster_heads', idsOf(before), validFrom);
      await insertHead(tx, { id, clusterId: cluster.id, unitId, role, ...term, paper });
      const isTaken = others.some((head) => isRelieved(head, { unitId, role }) && !before.includes(head));
      return refusalsWhen(
        [!(await this.isMember(tx, cluster.id, unitId, term)), CLUSTER_REFUSALS.notMember],
        [isTaken, CLUSTER_REFUSALS.headTaken],
        [validTo !== null && validTo < validFrom, CLUSTER_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async nameDelegate(
    command: FeatureCommand,
    cluster: ClusterRef,
    input: NameDelegateRequest,
  ): Promise<CommandResult> {
    const { unitId, personId, validFrom, validTo = null, paper } = input;
    const { actor, commandId } = command;
    const unitPath = await this.units.pathOf(this.reads, unitId);
    const runner = await this.clusters.runBy(this.reads, actor, cluster, this.clock.now());
    const own = unitPath === undefined ? [] : [{ permissions: GIVERS, unitPath }];
    const id = derivedId('clusterDelegate', actor.id, commandId);
    const term = { validFrom, validTo };
    return this.change(command, cluster, authorityOf(actor, [runner, ...own]), async ({ tx }) => {
      const all = (await readDelegates(tx, cluster.id)).filter((other) => shares(other, term));
      const before = all.filter((other) => other.unitId === unitId && other.validFrom < validFrom);
      const inTheWay = all.filter((other) => !before.includes(other));
      await endTermsBefore(tx, 'cluster_delegates', idsOf(before), validFrom);
      await insertDelegate(tx, { id, clusterId: cluster.id, unitId, personId, ...term, paper });
      const home = await this.subjects.unitOf(tx, 'person', personId);
      const isThere = await this.subjects.exists(tx, 'person', personId);
      return refusalsWhen(
        [!(await this.isMember(tx, cluster.id, unitId, term)), CLUSTER_REFUSALS.notMember],
        [!isThere || home?.path.startsWith(unitPath ?? '?') !== true, CLUSTER_REFUSALS.unknownPerson],
        [inTheWay.some((each) => each.unitId === unitId || each.personId === personId), CLUSTER_REFUSALS.delegateTaken],
        [validTo !== null && validTo < validFrom, CLUSTER_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async recordLeaders(
    command: FeatureCommand,
    cluster: ClusterRef,
    { reviewId, itemId }: RecordLeadersRequest,
  ): Promise<CommandResult> {
    const runner = await this.clusters.runBy(this.reads, command.actor, cluster, this.clock.now());
    return this.change(command, cluster, runner, async ({ tx }) => {
      const choice = await this.choices.of(tx, reviewId, itemId);
      if (choice?.hostId !== cluster.id) return refusalsWhen([true, CLUSTER_REFUSALS.unknownResult]);
      const known = await readLeaders(tx, cluster.id);
      const leaders = leadersOf(choice, { clusterId: cluster.id, reviewId, itemId });
      const members = new Set((await readMembers(tx, cluster.id)).map(({ unitId }) => unitId));
      if (known.length === 0) await insertLeaders(tx, leaders);
      return refusalsWhen(
        [!choice.isOver, CLUSTER_REFUSALS.notOver],
        [known.length > 0, CLUSTER_REFUSALS.leadersKnown],
        [leaders.length === 0, CLUSTER_REFUSALS.nobodyChosen],
        [leaders.some(({ unitId }) => !members.has(unitId)), CLUSTER_REFUSALS.notMember],
      );
    });
  }

  private change(
    command: FeatureCommand,
    { id }: ClusterRef,
    authority: Authority,
    write: ClusterWrite,
  ): Promise<CommandResult> {
    return changeCluster(this.registers, { command, id, authority }, write);
  }

  private async isMember(tx: RegisterWork['tx'], clusterId: string, unitId: string, term: Span): Promise<boolean> {
    const members = await readMembers(tx, clusterId);
    // Whoever stays without an end may leave one day: then this ends as well.
    return members.some((member) => member.unitId === unitId && isWithin(term, member));
  }
}

/** Whether a term ends where this one begins: the head's by a new head, and whatever the unit itself was before. */
function isRelieved(
  head: { readonly unitId: string; readonly role: string },
  { unitId, role }: { readonly unitId: string; readonly role: string },
): boolean {
  return head.unitId === unitId || (role === 'head' && head.role === 'head');
}

function idsOf(terms: readonly { readonly id: string; readonly validFrom: LocalDate }[]): readonly string[] {
  return terms.map(({ id }) => id);
}
