import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, startOfDay, type Instant, type LocalDate } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import { KEEPERS } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { addToOutbox, appendEvents, readHead, ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refused } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import type { DissolveUnitRequest, MergeUnitsRequest } from '../dto/merge-units.request';
import { endUnits, insertSuccessions } from '../successions.repository';
import type { UnitRecord } from '../unit';
import { UnitDirectory } from '../unit-directory';
import { unitEndForms } from '../unit-forms';
import { commonPath, pathBelow } from '../unit-path';
import { UNIT_REFUSALS } from '../units.errors';
import { insertUnit } from '../units.repository';
import { MergeFactsReader, type UnitsToEnd } from './merge-facts';
import { mayEndUnits } from './merge-rules';

/** The job that moves what hangs on a unit that has ended. */
export const MOVE_HOLDINGS = 'move-unit-holdings';

/** Merges units into another one, and dissolves them. What hangs on them follows by a job. */
@Injectable()
export class UnitMergersService implements FeatureCommands, OnModuleInit {
  readonly forms = unitEndForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly facts: MergeFactsReader,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the unit to be dissolved does not exist. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId, input } = command;
    if (type === 'unit.merge') return this.merge(command, input as MergeUnitsRequest);
    if (type === 'unit.dissolve') return this.dissolve(command, instanceId ?? '', input as DissolveUnitRequest);
    throw new Error(`${type} ends no unit`);
  }

  private async merge(command: FeatureCommand, input: MergeUnitsRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const { unitIds, successorId, newUnit, on, document } = input;
    if ((successorId === undefined) === (newUnit === undefined)) return refused(UNIT_REFUSALS.oneSuccessor);
    const parentPath = newUnit && (await this.units.pathSeenBy(this.reads, actor, newUnit.parentId));
    if (newUnit && parentPath === undefined) return refused(UNIT_REFUSALS.unknownParent);
    const id = successorId ?? derivedId('unit', actor.id, commandId);
    const place = parentPath ?? (await this.units.pathSeenBy(this.reads, actor, id));
    if (place === undefined) return refused(UNIT_REFUSALS.unknownSuccessor);
    const seen = await this.facts.seenPaths(this.reads, actor, unitIds);
    const request = { ...command, instanceId: id, kind: 'unit', permissions: KEEPERS };
    return this.registers.change({ ...request, unitPath: commonPath([place, ...seen]) }, async (work) => {
      const asked = { unitIds, on, successorId: id, newParentPath: parentPath };
      const { facts, ending } = await this.facts.of(work.tx, actor, asked);
      const path = parentPath && pathBelow(parentPath, id);
      const isOver = newUnit !== undefined && (await this.units.isDissolved(work.tx, newUnit.parentId, work.at));
      if (newUnit && parentPath) await this.units.assertStands(work.tx, newUnit.parentId, parentPath);
      const isFree =
        !newUnit || (await insertUnit(work.tx, recordOf(newUnit, { id, path: path ?? '', validFrom: on })));
      await this.end(command, { ending, successorId: id, on, document }, work);
      return [
        ...mayEndUnits(facts),
        ...(isFree ? [] : refused(UNIT_REFUSALS.codeTaken).reasons),
        ...(isOver ? refused(UNIT_REFUSALS.dissolved).reasons : []),
      ];
    });
  }

  private async dissolve(command: FeatureCommand, id: string, input: DissolveUnitRequest): Promise<CommandResult> {
    const unitPath = await this.units.pathOf(this.reads, id);
    if (unitPath === undefined) throw new NotFoundError('unit', id);
    const request = { ...command, instanceId: id, kind: 'unit', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async (work) => {
      const asked = { unitIds: [id], on: input.on, successorId: null, newParentPath: undefined };
      const { facts, ending } = await this.facts.of(work.tx, command.actor, asked);
      await this.end(command, { ending, successorId: null, on: input.on, document: input.document }, work);
      return mayEndUnits(facts);
    });
  }

  /** Ends the units, notes it in the history of each, and asks for what hangs on them to follow once the day has come. */
  private async end(
    { actor, commandId }: FeatureCommand,
    { ending, successorId, on, document }: UnitsToEnd & { readonly document: string },
    { tx, at }: RegisterWork,
  ): Promise<void> {
    const ids = ending.map(({ id }) => id);
    const common = { successorId, effectiveOn: on, document };
    await insertSuccessions(
      tx,
      ids.map((predecessorId) => ({ predecessorId, ...common })),
    );
    await endUnits(tx, ids, addDays(on, -1));
    for (const id of successorId === null ? [] : ids) {
      await this.tellHistory(tx, id, { actor, commandId, at, on, successorId });
    }
    await addToOutbox(
      tx,
      ids.map((id) => ({
        id: derivedId(MOVE_HOLDINGS, id),
        job: MOVE_HOLDINGS,
        payload: { unitId: id },
        dedupeKey: `${MOVE_HOLDINGS}:${id}`,
        availableAt: laterOf(at, startOfDay(on)),
        createdAt: at,
      })),
    );
  }

  /** The event of the merger is the successor's; each unit that ended gets one of its own. */
  private async tellHistory(
    tx: Tx,
    id: string,
    merger: { actor: Actor; commandId: string; at: Instant; on: LocalDate; successorId: string | null },
  ): Promise<void> {
    const { actor, commandId, at, on, successorId } = merger;
    const head = await readHead(tx, id);
    const entry = { kind: 'fact', type: 'unit.mergedInto', at, by: actor.id, commandId, definition: null } as const;
    await appendEvents(tx, { id, kind: 'unit', ...head }, [
      { ...entry, version: head.seq + 1, data: { successorId, on } },
    ]);
  }
}

function recordOf(
  { code, name, kind, level, parentId }: NonNullable<MergeUnitsRequest['newUnit']>,
  place: Pick<UnitRecord, 'id' | 'path' | 'validFrom'>,
): Omit<UnitRecord, 'version'> {
  return { code, name, kind, level, parentId, ...place, isOutside: false, validTo: null };
}

function laterOf(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}
