import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor';
import { PERMISSIONS } from '../../platform/auth/permission';
import { scopeOf } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands, RegisterForm } from '../../platform/runner/feature-commands';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { ReadNoticeRequest } from '../dto/notices.request';
import { RemindersQueries } from '../reminders.queries';
import { markRead } from '../reminders.repository';

/** Commands on notices: everybody marks their own. */
export const noticeForms = {
  'notice.read': {
    input: ReadNoticeRequest,
    label: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' },
    refusals: [],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Lets users mark as read what they were told. What was read stays so: to say it again changes nothing. */
@Injectable()
export class NoticeReadingService implements FeatureCommands, OnModuleInit {
  readonly forms = noticeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly queries: RemindersQueries,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the notice is somebody else's, or on a unit that the actor's seats reach no longer. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, instanceId = '' } = command;
    const unitPath = ownPathOf(actor);
    const permissions = PERMISSIONS.filter((permission) => permission !== 'system');
    if (unitPath === undefined) return { outcome: 'forbidden', permissions };
    if (!(await this.queries.isTold(scopeOf(actor), actor.id, instanceId)))
      throw new NotFoundError('notice', instanceId);
    const request = { ...command, instanceId, kind: 'notice', permissions, unitPath };
    const { andOlder = false } = command.input as ReadNoticeRequest;
    return this.registers.change(request, async ({ tx, at }) => {
      await markRead(tx, { userId: actor.id, noticeId: instanceId, andOlder }, at);
      return [];
    });
  }
}

/** Path of a unit on which the actor has a seat; the system is told nothing. */
function ownPathOf({ isSystem, seats }: Actor): string | undefined {
  return isSystem ? undefined : seats.find(({ basis }) => basis !== 'reads')?.unitPath;
}
