import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import { actorSees, type Actor } from '../platform/auth/actor';
import type { RowReader, Tx } from '../platform/persistence';
import { readHeir, readReach, readSuccessions } from './successions.repository';
import type { UnitRef } from './unit';
import type { Reach, UnitDelegation } from './unit-terms';
import { readDelegationsOn, repointDelegations } from './unit-terms.repository';
import { holdUnit, readUnitPath, readUnits } from './units.repository';

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
    await holdUnit(tx, unitId);
    const today = localDateOf(at);
    return (await readSuccessions(tx, [unitId])).some(({ effectiveOn }) => effectiveOn <= today);
  }

  /** What seats on these units reach on a day beyond the subtrees of the units. */
  reachOf(rows: RowReader, unitIds: readonly string[], day: LocalDate): Promise<readonly Reach[]> {
    return readReach(rows, unitIds, day);
  }

  /** The path of the unit that has taken the place of the one with this path by a day; undefined while it stands. */
  async heirPathOf(rows: RowReader, unitPath: string, day: LocalDate): Promise<string | undefined> {
    return (await readHeir(rows, unitPath, day))?.path;
  }
}
