import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import { ReadDatabase } from '../platform/persistence';
import { UnitDirectory } from '../units';
import { withReach } from './seats-reach';
import { readActor } from './tokens.repository';

/** Users as actors, for work that is done on their behalf after their request is over. */
@Injectable()
export class ActorDirectory {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
  ) {}

  /** The user with the seats of today; undefined when there is none with this id, or the user is shut out. */
  async actorOf(userId: string): Promise<Actor | undefined> {
    const date = localDateOf(this.clock.now());
    const actor = await readActor(this.reads, userId, date);
    return actor && withReach(this.reads, this.units, actor, date);
  }
}
