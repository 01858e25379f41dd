import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectDirectory } from '../people';
import { actorSees } from '../platform/auth/actor';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner } from '../platform/runner/register-runner';
import { KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import type { AddUserRequest } from './dto/add-user.request';
import { UserAuthority } from './user-authority';
import { accountForms } from './user-forms';
import { USER_REFUSALS } from './users.errors';
import { insertUser, lockUser, setDisabled } from './users.repository';

/** Commands on accounts. */
@Injectable()
export class UsersService implements FeatureCommands, OnModuleInit {
  readonly forms = accountForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly authority: UserAuthority,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the user does not exist. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, input } = command;
    if (type === 'user.add') return this.add(command, input as AddUserRequest);
    if (type === 'user.disable') return this.setDisabled(command, true);
    if (type === 'user.enable') return this.setDisabled(command, false);
    throw new Error(`${type} is no command on users`);
  }

  /** Adds an account. Whoever uses it acts as its person, so that authority over that person's unit is needed too. */
  private async add(command: FeatureCommand, input: AddUserRequest): Promise<CommandResult> {
    const { actor, commandId, texts } = command;
    const { unitId = null, personId = null, language = 'vi' } = input;
    if (unitId === null && !actor.isSystem) return { outcome: 'forbidden', permissions: ['system'] };
    const unitPath = unitId === null ? '/' : await this.units.pathSeenBy(this.reads, actor, unitId);
    if (unitPath === undefined) return refused(USER_REFUSALS.unknownUnit);
    const personUnit = personId === null ? undefined : await this.subjects.unitOf(this.reads, 'person', personId);
    if (personId !== null && !(personUnit && actorSees(actor, personUnit.path)))
      return refused(USER_REFUSALS.unknownPerson);
    const id = derivedId('user', actor.id, commandId);
    const path = commonPath([unitPath, ...(personUnit ? [personUnit.path] : [])]);
    const request = { ...command, instanceId: id, kind: 'user', permissions: KEEPERS, unitPath: path };
    return this.registers.change(request, async ({ tx }) => {
      const user = { id, login: texts.login ?? '', email: texts.email ?? null, language, personId, unitId };
      return refusalsWhen([!(await insertUser(tx, user)), USER_REFUSALS.loginTaken]);
    });
  }

  private async setDisabled(command: FeatureCommand, isDisabled: boolean): Promise<CommandResult> {
    const id = command.instanceId ?? '';
    const unitPath = await this.authority.pathOver(this.reads, id);
    const request = { ...command, instanceId: id, kind: 'user', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx }) => {
      await lockUser(tx, id);
      const isChanged = await setDisabled(tx, id, isDisabled);
      return [
        ...(await this.authority.reasonsAgainst(tx, command.actor, id)),
        ...refusalsWhen([!isChanged, isDisabled ? USER_REFUSALS.disabled : USER_REFUSALS.enabled]),
      ];
    });
  }
}
