import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CouncilDirectory } from '../councils';
import { actorSees, type Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner, type RegisterRequest } from '../platform/runner/register-runner';
import { isOfCouncil, KEEPERS } from '../platform/auth/permission';
import { refusalsWhen, refused } from '../platform/runner/refusals';
import { commonPath, UNIT_REFUSALS, UnitDirectory } from '../units';
import type { EndSeatRequest } from './dto/end-seat.request';
import type { GiveSeatRequest } from './dto/give-seat.request';
import { mayHandOut } from './role-authority';
import { endSeat, insertSeat, isSeatHeld, readSeat } from './seats.repository';
import { seatForms } from './user-forms';
import { USER_REFUSALS } from './users.errors';
import { lockUser, readHome, type UserHome } from './users.repository';

/** Commands on the seats of users. Authority is needed where the seat is, not over the account. */
@Injectable()
export class SeatsService implements FeatureCommands, OnModuleInit {
  readonly forms = seatForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly councils: CouncilDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the user does not exist. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { type, instanceId: userId = '', input } = command;
    const home = await readHome(this.reads, userId);
    if (!home) throw new NotFoundError('user', userId);
    if (type === 'user.giveSeat') return this.give(command, { ...home, userId }, input as GiveSeatRequest);
    if (type === 'user.endSeat') return this.end(command, { ...home, userId }, input as EndSeatRequest);
    throw new Error(`${type} is no command on seats`);
  }

  /** A seat puts an account out of the reach of whoever kept it until then: only who may know of the account gives one. */
  private async give(
    command: FeatureCommand,
    { userId, ...home }: UserHome & { readonly userId: string },
    input: GiveSeatRequest,
  ): Promise<CommandResult> {
    const { actor, commandId } = command;
    if (!seesHome(actor, home)) throw new NotFoundError('user', userId);
    const { councilId = null, validTo = null, ...rest } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, input.unitId);
    if (unitPath === undefined) return refused(USER_REFUSALS.unknownUnit);
    const council = councilId === null ? undefined : await this.councils.seatedIn(this.reads, councilId);
    if (councilId !== null && !(council && actorSees(actor, council.unitPath)))
      return refused(USER_REFUSALS.unknownCouncil);
    const seat = { ...rest, id: derivedId('seat', actor.id, commandId), userId, councilId, validTo };
    const path = commonPath([unitPath, ...(council ? [council.unitPath] : [])]);
    const request = { ...command, instanceId: userId, input: { ...command.input, seatId: seat.id }, ...on(path) };
    return this.registers.change(request, async ({ tx, at }) => {
      await lockUser(tx, userId);
      const isHeld = await isSeatHeld(tx, seat);
      const isOver = await this.units.isDissolved(tx, input.unitId, at);
      await insertSeat(tx, seat);
      return refusalsWhen(
        [isOver, UNIT_REFUSALS.dissolved],
        [councilId === null && isOfCouncil(input.role), USER_REFUSALS.councilMissing],
        [isOwn(actor, userId, home), USER_REFUSALS.ownSeat],
        [!mayHandOut(actor, { role: input.role, path, councilId }), USER_REFUSALS.roleBeyondYours],
        [isHeld, USER_REFUSALS.seatHeld],
        [validTo !== null && validTo < input.validFrom, USER_REFUSALS.endsBeforeStart],
      );
    });
  }

  private async end(
    command: FeatureCommand,
    { userId, ...home }: UserHome & { readonly userId: string },
    { seatId, validTo }: EndSeatRequest,
  ): Promise<CommandResult> {
    const seat = await readSeat(this.reads, userId, seatId);
    if (!seat && !seesHome(command.actor, home)) throw new NotFoundError('user', userId);
    if (!seat) return refused(USER_REFUSALS.unknownSeat);
    const council = seat.councilId === null ? undefined : await this.councils.seatedIn(this.reads, seat.councilId);
    const unitPath = (await this.units.pathOf(this.reads, seat.unitId)) ?? '/';
    const path = commonPath([unitPath, ...(council ? [council.unitPath] : [])]);
    return this.registers.change({ ...command, instanceId: userId, ...on(path) }, async ({ tx }) => {
      await lockUser(tx, userId);
      const present = await readSeat(tx, userId, seatId);
      await endSeat(tx, seatId, validTo);
      const lastDay = present?.validTo ?? null;
      return refusalsWhen(
        [
          !mayHandOut(command.actor, { role: seat.role, path, councilId: seat.councilId }),
          USER_REFUSALS.roleBeyondYours,
        ],
        [validTo < seat.validFrom, USER_REFUSALS.endsBeforeStart],
        [lastDay !== null && lastDay < validTo, USER_REFUSALS.endedBefore],
      );
    });
  }
}

/** Accounts that no unit keeps are the system's alone. */
function seesHome(actor: Actor, { unitPath }: UserHome): boolean {
  return actor.isSystem || (unitPath !== null && actorSees(actor, unitPath));
}

/** Whether the account is the actor's, or another one of the same person. */
function isOwn(actor: Actor, userId: string, { personId }: UserHome): boolean {
  return actor.id === userId || (personId !== null && personId === actor.personId);
}

/** Whose authority a change of seats needs. */
function on(unitPath: string): Pick<RegisterRequest, 'kind' | 'permissions' | 'unitPath'> {
  return { kind: 'user', permissions: KEEPERS, unitPath };
}
