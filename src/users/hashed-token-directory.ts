import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import type { TokenDirectory } from '../platform/auth/token-directory.port';
import { Clock } from '../platform/clock/clock.port';
import { sha256 } from '../platform/crypto/sha256';
import { ReadDatabase } from '../platform/persistence';
import { UnitDirectory } from '../units';
import { withReach } from './seats-reach';
import { readHolder } from './tokens.repository';

/** Finds the holder of a bearer token by its hash, with the seats that are valid on the clock's local day. */
@Injectable()
export class HashedTokenDirectory implements TokenDirectory {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly units: UnitDirectory,
  ) {}

  async actorOf(token: string): Promise<Actor | null> {
    const at = this.clock.now();
    const date = localDateOf(at);
    const holder = await readHolder(this.reads, sha256(token), { at, date });
    if (!holder) return null;
    return withReach(this.reads, this.units, holder, date);
  }
}
