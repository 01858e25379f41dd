import { foldText } from '../../../workflows/kernel';
import { KEEPERS } from '../../platform/auth/permission';
import type { RowReader } from '../../platform/persistence';
import { grouped } from '../grouped';
import { IMPORT_COLUMNS } from '../import-columns';
import { given, type Fate, type ImportKind, type ImportPlace, type ImportSession, type RowDraft } from '../import-kind';
import { readCollectivesLike, readHouseholdsLike, type KnownSubject } from '../known-rows.repository';
import type { ReadRow } from '../read-table';
import { unitsOfRows } from './unit-of-row';

/** Collectives: one of the same name in the same unit is the same. */
export function collectivesKind(reads: RowReader): ImportKind {
  return {
    name: 'collectives',
    type: 'collective.add',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.collectives,
    open: (place) =>
      new GroupsSession(reads, place, {
        field: 'name',
        find: (names) => readCollectivesLike(reads, place.unitPath, names),
        fate: 'known',
      }),
  };
}

/** Households: one of the same head and address in the same unit looks like the same. */
export function householdsKind(reads: RowReader): ImportKind {
  return {
    name: 'households',
    type: 'household.add',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.households,
    open: (place) =>
      new GroupsSession(reads, place, {
        field: 'headName',
        find: (heads) => readHouseholdsLike(reads, place.unitPath, heads),
        fate: 'similar',
      }),
  };
}

/** How groups of a kind are found again. */
interface GroupSearch {
  readonly field: 'name' | 'headName';
  readonly find: (names: readonly string[]) => Promise<readonly KnownSubject[]>;
  /** What a row is that is found. */
  readonly fate: 'known' | 'similar';
}

class GroupsSession implements ImportSession {
  constructor(
    private readonly reads: RowReader,
    private readonly place: ImportPlace,
    private readonly search: GroupSearch,
  ) {}

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    const unitOf = await unitsOfRows(this.reads, rows, this.place);
    return rows.map((row) => {
      const { unitCode: _, ...said } = row.cells;
      const { unitId, reasons } = unitOf(row);
      return { row, input: given({ ...said, unitId }), reasons };
    });
  }

  async fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    const { field, find, fate } = this.search;
    const known = grouped(await find(drafts.map(({ row }) => foldText(row.cells[field] ?? ''))), (group) =>
      keyOf(group.name, group.address, group.unitId),
    );
    return new Map(
      drafts.map((draft): [number, Fate] => {
        const found = known.get(this.keyOf(draft)) ?? [];
        return [draft.row.ordinal, found.length === 0 ? { fate: 'add' } : { fate, ids: found.map(({ id }) => id) }];
      }),
    );
  }

  keyOf({ row: { cells }, input }: RowDraft): string {
    return keyOf(foldText(cells[this.search.field] ?? ''), cells.address ?? '', input.unitId);
  }
}

function keyOf(name: string, address: string, unitId: unknown): string {
  return JSON.stringify([name, foldText(address), unitId]);
}
