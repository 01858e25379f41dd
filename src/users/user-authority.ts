import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { RowReader } from '../platform/persistence';
import { commonPath } from '../units';
import { readSeatPaths } from './seats.repository';
import { readHomePaths } from './users.repository';

/**
 * Where authority over an account is: above the unit that keeps it, the unit of its person and every seat it holds
 * or will hold. Otherwise the keeper of a ward could issue a token of somebody who signs for the province.
 */
@Injectable()
export class UserAuthority {
  constructor(private readonly clock: Clock) {}

  /** The path of that unit; `/`, where only the system stands, for an account that no unit keeps. Throws NotFoundError. */
  async pathOver(rows: RowReader, userId: string): Promise<string> {
    const home = await readHomePaths(rows, userId);
    if (!home) throw new NotFoundError('user', userId);
    const seats = await readSeatPaths(rows, userId, localDateOf(this.clock.now()));
    return commonPath([home.unitPath ?? '/', ...(home.personPath === null ? [] : [home.personPath]), ...seats]);
  }
}
