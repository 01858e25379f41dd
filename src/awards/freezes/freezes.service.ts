import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectDirectory } from '../../people';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { KEEPERS } from '../../platform/auth/permission';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { FreezeSubjectRequest } from './dto/freeze.request';
import { freezeForms } from './freeze-forms';
import { FREEZE_REFUSALS } from './freezes.errors';
import { insertFreeze, liftFreeze, readFreezePath } from './freezes.repository';

/** Reports that something about a subject is pending, and that it is over. */
@Injectable()
export class FreezesService implements FeatureCommands, OnModuleInit {
  readonly forms = freezeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such report, or no such subject for a new one. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, input } = command;
    if (instanceId === undefined) return this.freeze(command, input as FreezeSubjectRequest);
    return this.unfreeze(command, instanceId);
  }

  private async freeze(command: FeatureCommand, input: FreezeSubjectRequest): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { subjectKind, subjectId, startsOn, endsOn = null } = input;
    const unit = await this.subjects.unitOf(this.reads, subjectKind, subjectId);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError(subjectKind, subjectId);
    const id = derivedId(type, actor.id, commandId);
    const unitPath = unit.path;
    const request = { ...command, instanceId: id, kind: 'freeze', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, commitments }) => {
      const { reason = '' } = commitments;
      await insertFreeze(tx, { id, subjectKind, subjectId, unitPath, reportedBy: actor.id, startsOn, endsOn, reason });
      return refusalsWhen([endsOn !== null && endsOn < startsOn, FREEZE_REFUSALS.endsBeforeStart]);
    });
  }

  private async unfreeze(command: FeatureCommand, id: string): Promise<CommandResult> {
    const unitPath = await readFreezePath(this.reads, id);
    if (unitPath === undefined || !actorCovers(command.actor, unitPath)) throw new NotFoundError('freeze', id);
    const request = { ...command, instanceId: id, kind: 'freeze', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const isLifted = await liftFreeze(tx, id, at);
      return refusalsWhen([!isLifted, FREEZE_REFUSALS.alreadyLifted]);
    });
  }
}
