import { Injectable } from '@nestjs/common';
import { localDateOf, type Refusal } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { RowReader } from '../platform/persistence';
import { refusalsWhen } from '../platform/runner/refusals';
import { commonPath } from '../units';
import { mayHandOut, type PlacedRole } from './role-authority';
import { readPlacedRoles } from './seats.repository';
import { USER_REFUSALS } from './users.errors';
import { readHome } from './users.repository';

/**
 * Where authority over an account is: above the unit that keeps it, the unit of its person and every seat it holds
 * or will hold. Otherwise the keeper of a ward could issue a token of somebody who signs for the province.
 */
@Injectable()
export class UserAuthority {
  constructor(private readonly clock: Clock) {}

  /** The path of that unit; `/`, where only the system stands, for an account that no unit keeps. Throws NotFoundError. */
  async pathOver(rows: RowReader, userId: string): Promise<string> {
    const home = await readHome(rows, userId);
    if (!home) throw new NotFoundError('user', userId);
    const seats = (await this.rolesOf(rows, userId)).map(({ path }) => path);
    return commonPath([home.unitPath ?? '/', ...(home.personPath === null ? [] : [home.personPath]), ...seats]);
  }

  /** Why the actor must not act on or through the account: it can do more, now or later, than the actor could hand out. */
  async reasonsAgainst(rows: RowReader, actor: Actor, userId: string): Promise<readonly Refusal[]> {
    if (actor.id === userId) return [];
    const roles = await this.rolesOf(rows, userId);
    return refusalsWhen([roles.some((role) => !mayHandOut(actor, role)), USER_REFUSALS.seatsBeyondYours]);
  }

  private rolesOf(rows: RowReader, userId: string): Promise<readonly PlacedRole[]> {
    return readPlacedRoles(rows, userId, localDateOf(this.clock.now()));
  }
}
