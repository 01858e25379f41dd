import { Injectable } from '@nestjs/common';
import { actorSees, type Actor } from '../platform/auth/actor';
import type { RowReader } from '../platform/persistence';
import type { UnitRef } from './unit';
import { readUnitPath, readUnits } from './units.repository';

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
}
