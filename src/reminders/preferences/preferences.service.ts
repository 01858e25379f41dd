import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { quietHoursProblem } from '../../../workflows/reminder';
import type { Actor } from '../../platform/auth/actor';
import { PERMISSIONS } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands, RegisterForm } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { RulebooksService } from '../../rulebooks';
import type { PreferencesResponse } from '../dto/preferences.response';
import { SetPreferencesRequest } from '../dto/set-preferences.request';
import { PREFERENCE_REFUSALS } from './preferences.errors';
import { Wishes } from './wishes';

/** Commands on preferences. One sets one's own, so that it needs no id. */
export const preferenceForms = {
  'preferences.set': {
    input: SetPreferencesRequest,
    opens: true,
    label: { vi: 'Chọn cách nhận nhắc việc', en: 'Say how I want to be told' },
    refusals: Object.values(PREFERENCE_REFUSALS),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** How users want to be told: a register with one entry for each user, who alone changes and sees it. */
@Injectable()
export class PreferencesService implements FeatureCommands, OnModuleInit {
  readonly forms = preferenceForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly rulebooks: RulebooksService,
    private readonly wishes: Wishes,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Everybody with a seat may; the system is told nothing and has nothing to say. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor } = command;
    const seat = actor.seats.find(({ basis }) => basis !== 'reads');
    const permissions = PERMISSIONS.filter((permission) => permission !== 'system');
    if (actor.isSystem || !seat) return { outcome: 'forbidden', permissions };
    const input = command.input as SetPreferencesRequest;
    const own = { instanceId: idOf(actor), kind: 'preferences', permissions, unitPath: seat.unitPath };
    return this.registers.change({ ...command, ...own }, async ({ tx, at }) => {
      await keep(tx, actor.id, input, at);
      return this.reasonsAgainst(input);
    });
  }

  /** What holds for the actor. Throws NotFoundError when the id is that of somebody else. */
  async of(actor: Actor, id: string = idOf(actor)): Promise<PreferencesResponse> {
    const wish = (await this.wishes.of(this.reads, [actor.id])).get(actor.id);
    if (!wish || id !== idOf(actor)) throw new NotFoundError('preferences', id);
    const { language, mode: mail, quietHours } = wish;
    return { id, language, mail, quietHours, mostQuietHours: this.rulebooks.mailPolicy().mostQuietHours };
  }

  private reasonsAgainst({ quietHours }: SetPreferencesRequest): ReturnType<typeof refusalsWhen> {
    const problem = quietHours && quietHoursProblem(quietHours, this.rulebooks.mailPolicy().mostQuietHours);
    return refusalsWhen(
      [problem === 'empty', PREFERENCE_REFUSALS.quietHoursEmpty],
      [problem === 'tooLong', PREFERENCE_REFUSALS.quietHoursTooLong],
    );
  }
}

function idOf({ id }: Actor): string {
  return derivedId('preferences', id);
}

async function keep(
  tx: Tx,
  userId: string,
  { language, mail, quietHours }: SetPreferencesRequest,
  at: Instant,
): Promise<void> {
  await tx.change(
    `INSERT INTO reminder_preferences (user_id, language, mail, quiet_from, quiet_to, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, mail = excluded.mail,
       quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, updated_at = excluded.updated_at`,
    [userId, language ?? null, mail ?? null, quietHours?.from ?? null, quietHours?.to ?? null, at],
  );
}
