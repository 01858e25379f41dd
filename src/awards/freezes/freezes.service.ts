import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectDirectory } from '../../people';
import { actorCovers, SYSTEM_ACTOR } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { KEEPERS } from '../../platform/auth/permission';
import { refusalsWhen } from '../../platform/runner/refusals';
import type { FreezeViolatorPayload } from './dto/freeze-violator.payload';
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

  /** Reports what follows from a confirmed row of a list of violations: once, however often it is asked for. */
  freezeViolator(violation: FreezeViolatorPayload, commandId: string): Promise<CommandResult> {
    const { subjectKind, subjectId, startsOn, by, agency, paper, violationRowId } = violation;
    const input = { subjectKind, subjectId, startsOn };
    const texts = { reason: `Danh sách vi phạm của ${agency}, văn bản số ${paper}` };
    const command = {
      type: 'subject.freeze',
      actor: SYSTEM_ACTOR,
      commandId,
      input: { ...input, violationRowId },
      texts,
    };
    return this.freeze(command, input, { reportedBy: by, violationRowId });
  }

  private async freeze(
    command: FeatureCommand,
    input: Omit<FreezeSubjectRequest, 'reason'>,
    source: { readonly reportedBy?: string; readonly violationRowId?: string } = {},
  ): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { subjectKind, subjectId, startsOn, endsOn = null } = input;
    const { reportedBy = actor.id, violationRowId = null } = source;
    const unit = await this.subjects.unitOf(this.reads, subjectKind, subjectId);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError(subjectKind, subjectId);
    const id = derivedId(type, actor.id, commandId);
    const unitPath = unit.path;
    const request = { ...command, instanceId: id, kind: 'freeze', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, commitments }) => {
      const { reason = '' } = commitments;
      const subject = { subjectKind, subjectId, unitPath };
      await insertFreeze(tx, { id, ...subject, reportedBy, startsOn, endsOn, reason, violationRowId });
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
