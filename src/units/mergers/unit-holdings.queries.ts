import { Injectable } from '@nestjs/common';
import { localDateOf, type LocalDate } from '../../../workflows/kernel';
import type { Scope } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { ReadDatabase } from '../../platform/persistence';
import type { MergePreviewRequest } from '../dto/merge-units.request';
import type { MergePreviewResponse, UnitHoldingsResponse } from '../dto/unit-holdings.response';
import { UnitHoldings, type HoldingFate } from '../unit-holdings';
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
    await this.assertCovered(scope, [unitId]);
    const fates = new Map(this.holdings.kinds().map(({ kind, fate }) => [kind, fate]));
    const [unit] = await this.of([unitId], localDateOf(this.clock.now()), fates);
    return unit ?? { unitId, holdings: [] };
  }

  /** What hangs on units that are to be merged, and what would become of it. Throws NotFoundError as `one`. */
  async merging(scope: Scope, { unitIds, successorId, on }: MergePreviewRequest): Promise<MergePreviewResponse> {
    await this.assertCovered(scope, [...unitIds, ...(successorId === undefined ? [] : [successorId])]);
    const day = on ?? localDateOf(this.clock.now());
    const end = { unitIds, successorId: successorId ?? null, on: day };
    const fates = new Map<string, HoldingFate>();
    for (const { kind, fate, fateIn } of this.holdings.kinds()) {
      fates.set(kind, fateIn ? await fateIn(this.reads, end) : fate);
    }
    return { units: await this.of(unitIds, day, fates) };
  }

  private async of(
    unitIds: readonly string[],
    day: LocalDate,
    fates: ReadonlyMap<string, HoldingFate>,
  ): Promise<readonly UnitHoldingsResponse[]> {
    const held = await this.holdings.of(this.reads, unitIds, day);
    const kinds = new Map(this.holdings.kinds().map((kind) => [kind.kind, kind]));
    return unitIds.map((unitId) => ({
      unitId,
      holdings: held.flatMap(({ unitId: of, kind, count, ids }) => {
        const known = kinds.get(kind);
        return of === unitId && known
          ? [{ kind, label: known.label, fate: fates.get(kind) ?? known.fate, count, ids }]
          : [];
      }),
    }));
  }

  private async assertCovered(scope: Scope, unitIds: readonly string[]): Promise<void> {
    const covered = new Set(await readCoveredUnits(this.reads, scope, unitIds));
    const missing = unitIds.find((id) => !covered.has(id));
    if (missing !== undefined) throw new NotFoundError('unit', missing);
  }
}
