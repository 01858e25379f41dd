import { Injectable } from '@nestjs/common';
import type { RowReader } from '../platform/persistence';
import { idsOnPath } from './unit-path';
import { readUnits } from './units.repository';

/**
 * The codes of the units on a path, which say whose rules hold there. A unit keeps its code for ever, so that what was read
 * once stays true; where it stands in the tree does not, and comes with the path.
 */
@Injectable()
export class PlaceCodes {
  private readonly known = new Map<string, string>();

  /** From the root down to the unit of the path. Asks nothing where all units were asked for before. */
  async of(rows: RowReader, path: string): Promise<readonly string[]> {
    const ids = idsOnPath(path);
    const unknown = ids.filter((id) => !this.known.has(id));
    if (unknown.length > 0) {
      for (const { id, code } of (await readUnits(rows, unknown)).values()) this.known.set(id, code);
    }
    return ids.flatMap((id) => this.known.get(id) ?? []);
  }
}
