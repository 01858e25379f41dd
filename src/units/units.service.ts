import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner } from '../platform/runner/register-runner';
import { treeForms } from './unit-forms';
import type { AddUnitRequest } from './dto/add-unit.request';
import type { RenameUnitRequest } from './dto/rename-unit.request';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { UnitDirectory } from './unit-directory';
import { MAX_DEPTH, pathBelow, pathsDownTo } from './unit-path';
import { UNIT_REFUSALS } from './units.errors';
import { insertUnit, renameUnit } from './units.repository';

/** Commands on the tree of units. */
@Injectable()
export class UnitsService implements FeatureCommands, OnModuleInit {
  readonly forms = treeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId = '', input } = command;
    if (type === 'unit.add') return this.add(command, input as AddUnitRequest);
    if (type === 'unit.rename') return this.rename(command, instanceId, input as RenameUnitRequest);
    throw new Error(`${type} is no command on units`);
  }

  private async add(command: FeatureCommand, input: AddUnitRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    // A second tree has nobody above it who could allow it.
    if (input.parentId === undefined && !actor.isSystem) return { outcome: 'forbidden', permissions: ['system'] };
    const parentPath =
      input.parentId === undefined ? undefined : await this.units.pathSeenBy(this.reads, actor, input.parentId);
    if (input.parentId !== undefined && parentPath === undefined) return refused(UNIT_REFUSALS.unknownParent);
    const id = derivedId('unit', actor.id, commandId);
    const path = pathBelow(parentPath, id);
    const request = { ...command, instanceId: id, kind: 'unit', permissions: KEEPERS, unitPath: parentPath ?? path };
    return this.registers.change(request, async ({ tx, at }) => {
      const { parentId = null, isOutside = false, validTo = null, ...rest } = input;
      const isOver = parentId !== null && (await this.units.isDissolved(tx, parentId, at));
      if (parentId !== null && parentPath !== undefined) await this.units.assertStands(tx, parentId, parentPath);
      const isFree = await insertUnit(tx, { ...rest, id, path, parentId, isOutside, validTo });
      return refusalsWhen(
        [isOver, UNIT_REFUSALS.dissolved],
        [!isFree, UNIT_REFUSALS.codeTaken],
        [pathsDownTo(path).length > MAX_DEPTH, UNIT_REFUSALS.tooDeep],
        [validTo !== null && validTo < input.validFrom, UNIT_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async rename(command: FeatureCommand, id: string, input: RenameUnitRequest): Promise<CommandResult> {
    const unitPath = await this.units.pathOf(this.reads, id);
    if (unitPath === undefined) throw new NotFoundError('unit', id);
    const request = { ...command, instanceId: id, kind: 'unit', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx }) => {
      await renameUnit(tx, id, input.name);
      return [];
    });
  }
}
