import { Injectable } from '@nestjs/common';
import { localDateOf, type LocalDate } from '../../workflows/kernel';
import type { Scope } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import { ReadDatabase } from '../platform/persistence';
import type { SuccessorsResponse, UnitTermsResponse } from './dto/unit-terms.response';
import { readFormerPlaces } from './places/places.repository';
import { readLineage } from './successions.repository';
import { standingOn } from './unit-lineage';
import { readCoManagements, readDelegations } from './unit-terms.repository';
import { UnitsQueries } from './units.queries';
import { readCoveredUnits } from './units.repository';

/** Reads what became of units over the years. */
@Injectable()
export class UnitLifeQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly units: UnitsQueries,
    private readonly clock: Clock,
  ) {}

  /** Who a unit was, or has become, on a day. Throws NotFoundError, also when the unit is out of scope. */
  async successors(scope: Scope, unitId: string, day?: LocalDate): Promise<SuccessorsResponse> {
    const own = await this.units.one(scope, unitId);
    const on = day ?? localDateOf(this.clock.now());
    const successions = await readLineage(this.reads, unitId);
    const ids = successions.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId ?? '']);
    const family = await this.units.byIds([own.id, ...ids]);
    const byId = new Map(family.map((unit) => [unit.id, unit]));
    const standing = standingOn(unitId, on, { units: family, successions });
    return { unitId, on, units: standing.flatMap((id) => byId.get(id) ?? []), successions };
  }

  /** The second managers, the delegates and the former places of a unit: for who covers it. Throws NotFoundError. */
  async terms(scope: Scope, unitId: string): Promise<UnitTermsResponse> {
    const [covered] = await readCoveredUnits(this.reads, scope, [unitId]);
    if (covered === undefined) throw new NotFoundError('unit', unitId);
    const coManagements = await readCoManagements(this.reads, unitId);
    const delegations = await readDelegations(this.reads, unitId);
    return {
      coManagements: coManagements.map(({ unitId: _, ...each }) => each),
      delegations: delegations.map(({ unitId: _, ...each }) => each),
      formerPlaces: await readFormerPlaces(this.reads, unitId),
    };
  }
}
