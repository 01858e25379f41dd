import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import { KEEPERS } from '../../platform/auth/permission';
import { ConcurrencyError, NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refused } from '../../platform/runner/refusals';
import { RegisterRunner, type RegisterWork } from '../../platform/runner/register-runner';
import type { MoveUnitRequest } from '../dto/move-unit.request';
import { readSuccessions } from '../successions.repository';
import { UnitDirectory } from '../unit-directory';
import { unitMoveForms } from '../unit-forms';
import { commonPath, pathBelow } from '../unit-path';
import { UNIT_REFUSALS } from '../units.errors';
import { takeUnits } from '../units.repository';
import { mayMoveUnit, type MoveFacts } from './place-rules';
import { putUnit, readFormerPlaces, takeSubtree } from './places.repository';

/** Puts units below other ones. What was recorded before keeps the place of its time. */
@Injectable()
export class UnitPlacesService implements FeatureCommands, OnModuleInit {
  readonly forms = unitMoveForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** A move takes a unit from one keeper to another: for whoever keeps both. Throws NotFoundError. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, instanceId: id = '' } = command;
    const input = command.input as MoveUnitRequest;
    const path = await this.units.pathOf(this.reads, id);
    if (path === undefined || !actorCovers(actor, path)) throw new NotFoundError('unit', id);
    const parentPath = await this.units.pathSeenBy(this.reads, actor, input.parentId);
    if (parentPath === undefined) return refused(UNIT_REFUSALS.unknownParent);
    const unitPath = commonPath([path, parentPath]);
    const request = { ...command, instanceId: id, kind: 'unit', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async (work) => {
      const facts = await this.factsOf(work, id, input);
      // Whose authority it takes was read before: when one of the two was put elsewhere meanwhile, it is asked again.
      if (facts.unit.path !== path || facts.parent.path !== parentPath) throw new ConcurrencyError(`unit ${id}`);
      const reasons = mayMoveUnit(facts);
      const { parentId, on, document } = input;
      const to = pathBelow(parentPath, id);
      if (reasons.length === 0) await putUnit(work.tx, { unitId: id, parentId, from: path, to, on, document });
      return reasons;
    });
  }

  private async factsOf({ tx, at }: RegisterWork, id: string, { parentId, on }: MoveUnitRequest): Promise<MoveFacts> {
    const taken = new Map((await takeUnits(tx, [id, parentId])).map((unit) => [unit.id, unit]));
    const [unit, parent] = [taken.get(id), taken.get(parentId)];
    if (!unit || !parent) throw new NotFoundError('unit', id);
    const today = localDateOf(at);
    const latest = on > today ? on : today;
    const successions = await readSuccessions(tx, [id, parentId]);
    const ended = successions.filter(({ effectiveOn }) => effectiveOn <= latest).map((each) => each.predecessorId);
    const levelsBelow = await takeSubtree(tx, unit.path);
    const lastLeftOn = (await readFormerPlaces(tx, id)).at(-1)?.leftOn ?? null;
    return {
      ...{ on, today, levelsBelow, lastLeftOn },
      unit: { ...unit, isEnded: ended.includes(id) },
      parent: { ...parent, isEnded: ended.includes(parentId) },
    };
  }
}
