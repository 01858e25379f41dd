import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import { collectiveForms } from './collective-forms';
import { insertCollective, moveCollective, renameCollective } from './collectives.repository';
import type { AddCollectiveRequest } from './dto/add-collective.request';
import type { MoveSubjectRequest } from './dto/move-subject.request';
import type { RenameCollectiveRequest } from './dto/rename-collective.request';
import { COLLECTIVE_REFUSALS } from './people.errors';
import { SubjectDirectory } from './subject-directory';

/** Commands on collectives that are no units. */
@Injectable()
export class CollectivesService implements FeatureCommands, OnModuleInit {
  readonly forms = collectiveForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, input } = command;
    if (type === 'collective.add') return this.add(command, input as AddCollectiveRequest);
    if (type === 'collective.rename') return this.rename(command, input as RenameCollectiveRequest);
    if (type === 'collective.move') return this.move(command, input as MoveSubjectRequest);
    throw new Error(`${type} is no command on collectives`);
  }

  private async add(command: FeatureCommand, { name, unitId }: AddCollectiveRequest): Promise<CommandResult> {
    const { actor, commandId } = command;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(COLLECTIVE_REFUSALS.unknownUnit);
    const id = derivedId('collective', actor.id, commandId);
    const request = { ...command, instanceId: id, kind: 'collective', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      await insertCollective(tx, id, unitId, name);
      return refusalsWhen([await this.units.isDissolved(tx, unitId, at), COLLECTIVE_REFUSALS.dissolvedUnit]);
    });
  }

  private async rename(command: FeatureCommand, { name }: RenameCollectiveRequest): Promise<CommandResult> {
    const id = command.instanceId ?? '';
    const unit = await this.subjects.unitOf(this.reads, 'collective', id);
    if (!unit || !actorCovers(command.actor, unit.path)) throw new NotFoundError('collective', id);
    const request = { ...command, instanceId: id, kind: 'collective', permissions: KEEPERS, unitPath: unit.path };
    return this.registers.change(request, async ({ tx }) => {
      await renameCollective(tx, id, name);
      return [];
    });
  }

  /** Takes a collective out of the books of one unit and into those of another: for whoever keeps both. */
  private async move(command: FeatureCommand, { unitId }: MoveSubjectRequest): Promise<CommandResult> {
    const { actor, instanceId: id = '' } = command;
    const unit = await this.subjects.unitOf(this.reads, 'collective', id);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError('collective', id);
    const newPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    if (newPath === undefined) return refused(COLLECTIVE_REFUSALS.unknownUnit);
    const unitPath = commonPath([unit.path, newPath]);
    const request = { ...command, instanceId: id, kind: 'collective', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const isOver = await this.units.isDissolved(tx, unitId, at);
      const isMoved = await moveCollective(tx, id, unitId);
      return refusalsWhen([isOver, COLLECTIVE_REFUSALS.dissolvedUnit], [!isMoved, COLLECTIVE_REFUSALS.sameUnit]);
    });
  }
}
