import type { LocalDate } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import type { RowReader } from '../platform/persistence';
import type { UnitDirectory } from '../units';

/** The actor with the same seats once more on what they reach beyond their units: units that were merged into theirs, or are co-managed. */
export async function withReach(rows: RowReader, units: UnitDirectory, actor: Actor, date: LocalDate): Promise<Actor> {
  const unitIds = [...new Set(actor.seats.map(({ unitId }) => unitId))];
  const reached = await units.reachOf(rows, unitIds, date);
  const more = actor.seats.flatMap((seat) =>
    reached
      .filter(({ seatPath }) => seatPath === seat.unitPath)
      .map(({ path, unitId, basis }) => ({ ...seat, unitId, unitPath: path, basis })),
  );
  return { ...actor, seats: [...actor.seats, ...more] };
}
