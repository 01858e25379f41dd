import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import type { Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import type { MergePreviewResponse, UnitHoldingsResponse } from '../dto/unit-holdings.response';
import { UnitHoldings } from '../unit-holdings';
import { readCoveredUnits } from '../units.repository';

/** Reads what hangs on units: before they are merged, and after, what did not follow. */
@Injectable()
export class UnitHoldingsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly holdings: UnitHoldings,
    private readonly clock: Clock,
  ) {}

  /** What hangs on a unit today. Throws NotFoundError, also when the unit is out of scope. */
  async one(scope: Scope, unitId: string): Promise<UnitHoldingsResponse> {
    const { units } = await this.of(scope, [unitId]);
    return units[0] ?? { unitId, holdings: [] };
  }

  /** What hangs on several units today. Throws NotFoundError when one of them is not there or out of scope. */
  async of(scope: Scope, unitIds: readonly string[]): Promise<MergePreviewResponse> {
    const covered = new Set(await readCoveredUnits(this.reads, scope, unitIds));
    const missing = unitIds.find((id) => !covered.has(id));
    if (missing !== undefined) throw new NotFoundError('unit', missing);
    const held = await this.holdings.of(this.reads, unitIds, localDateOf(this.clock.now()));
    const kinds = new Map(this.holdings.kinds().map((kind) => [kind.kind, kind]));
    const units = unitIds.map((unitId) => ({
      unitId,
      holdings: held.flatMap(({ unitId: of, kind, count, ids }) => {
        const known = kinds.get(kind);
        return of === unitId && known ? [{ kind, label: known.label, fate: known.fate, count, ids }] : [];
      }),
    }));
    return { units };
  }
}
