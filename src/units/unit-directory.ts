import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import { actorSees, type Actor } from '../platform/auth/actor';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import type { RowReader, Tx } from '../platform/persistence';
import { readPathsOf } from './places/places.repository';
import { readHeir, readMergedTogether, readReach, readSuccessions } from './successions.repository';
import type { UnitRef } from './unit';
import type { Reach, UnitDelegation } from './unit-terms';
import { readDelegationsOn, repointDelegations } from './unit-terms.repository';
import { holdUnits, readUnitPath, readUnits } from './units.repository';

/** What other features ask about units. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class UnitDirectory {
  /** The materialised path of a unit, `/<id>/<id>/`; undefined when there is none with this id. */
  pathOf(rows: RowReader, id: string): Promise<string | undefined> {
    return readUnitPath(rows, id);
  }

  /** As `pathOf`, but undefined as well for a unit that the actor may not know of: out of sight is like not there. */
  async pathSeenBy(rows: RowReader, actor: Actor, id: string): Promise<string | undefined> {
    const path = await readUnitPath(rows, id);
    return path !== undefined && actorSees(actor, path) ? path : undefined;
  }

  /** Units by their ids; ids that are no unit are left out. */
  byIds(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, UnitRef>> {
    return readUnits(rows, ids);
  }

  /**
   * Throws ConcurrencyError when the unit stands elsewhere than where it was found before: whose authority a command takes
   * follows from there. The row is held by then, by `isDissolved`, so that it stays.
   */
  async assertStands(tx: Tx, id: string, path: string): Promise<void> {
    if ((await readUnitPath(tx, id)) !== path) throw new ConcurrencyError(`unit ${id}`);
  }

  /** Who may sign for the head of a unit on a day. */
  delegatesOf(rows: RowReader, unitId: string, day: LocalDate): Promise<readonly UnitDelegation[]> {
    return readDelegationsOn(rows, unitId, day);
  }

  /** Makes the delegations of one person those of another one, who is the same. */
  async repointDelegates(tx: Tx, fromId: string, toId: string): Promise<void> {
    await repointDelegations(tx, fromId, toId);
  }

  /**
   * True when the unit was merged or dissolved by now: nothing new begins there. The row is held, so that a unit does not
   * end while something is added to it.
   */
  async isDissolved(tx: Tx, unitId: string, at: Instant): Promise<boolean> {
    return (await this.dissolvedAmong(tx, [unitId], at)).length > 0;
  }

  /** Those of these units that were merged or dissolved by now; all of them are held, as by `isDissolved`. */
  async dissolvedAmong(tx: Tx, unitIds: readonly string[], at: Instant): Promise<readonly string[]> {
    if (unitIds.length === 0) return [];
    await holdUnits(tx, unitIds);
    const today = localDateOf(at);
    const ended = (await readSuccessions(tx, unitIds)).filter(({ effectiveOn }) => effectiveOn <= today);
    return ended.map(({ predecessorId }) => predecessorId);
  }

  /** What seats on these units reach on a day beyond the subtrees of the units. */
  reachOf(rows: RowReader, unitIds: readonly string[], day: LocalDate): Promise<readonly Reach[]> {
    return readReach(rows, unitIds, day);
  }

  /**
   * Whether the unit of a path lies at or below that of another one, or did before one of the two was put elsewhere: what was
   * recorded there concerns it still. Nothing is asked where the paths say so themselves.
   */
  async liesWithin(rows: RowReader, path: string, above: string): Promise<boolean> {
    if (path.startsWith(above)) return true;
    const [own, others] = [await readPathsOf(rows, path), await readPathsOf(rows, above)];
    return own.some((each) => others.some((other) => each.startsWith(other)));
  }

  /** The units that ended in the same merger as this one, itself among them; itself alone when it ended otherwise. */
  mergedTogether(rows: RowReader, unitId: string): Promise<readonly string[]> {
    return readMergedTogether(rows, unitId);
  }

  /**
   * The path, on a day, of what stands for the unit of this path: the unit that it was merged into, or itself where it was put
   * elsewhere. Undefined while it stands there.
   */
  async heirPathOf(rows: RowReader, unitPath: string, day: LocalDate): Promise<string | undefined> {
    return (await readHeir(rows, unitPath, day))?.path;
  }
}
