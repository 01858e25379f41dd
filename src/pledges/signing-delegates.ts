import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import { actorMay, type Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import { ReadDatabase } from '../platform/persistence';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { UnitDirectory } from '../units';
import type { SignPledgeRequest } from './dto/sign-pledge.request';

/** Who signs for the head of a unit: a delegate, on the days of the delegation. */
@Injectable()
export class SigningDelegates {
  constructor(
    private readonly units: UnitDirectory,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The actor of a command: whoever may sign for a unit as its delegate signs from the head's seat, with this command
   * alone. Everybody else stays who they are.
   */
  async actorFor({ type, actor, input }: FeatureCommand): Promise<Actor> {
    if (type !== 'pledge.sign' || actor.personId === null) return actor;
    const { unitId } = input as SignPledgeRequest;
    const unitPath = await this.units.pathOf(this.reads, unitId);
    if (unitPath === undefined || actorMay(actor, ['pledge.sign'], unitPath)) return actor;
    const delegations = await this.units.delegatesOf(this.reads, unitId, localDateOf(this.clock.now()));
    if (delegations.every(({ personId }) => personId !== actor.personId)) return actor;
    return { ...actor, seats: [...actor.seats, { role: 'unitHead', unitId, unitPath, councilId: null }] };
  }
}
