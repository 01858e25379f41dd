import { dayOfCell, wordOfCell, yesNoOfCell } from '../../../workflows/import';
import { KEEPERS } from '../../platform/auth/permission';
import { derivedId } from '../../platform/ids/derived-id';
import type { RowReader } from '../../platform/persistence';
import { UNIT_REFUSALS } from '../../units';
import { IMPORT_COLUMNS } from '../import-columns';
import {
  commandIdOf,
  given,
  type Fate,
  type ImportKind,
  type ImportPlace,
  type ImportSession,
  type RowDraft,
} from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readUnitsByCode, type KnownUnit } from '../known-rows.repository';
import type { ReadRow } from '../read-table';
import { UNIT_KIND_WORDS, UNIT_LEVEL_WORDS } from './words';

/** Units of the tree: those above must stand before those below, in the register or in the file. */
export function unitsKind(reads: RowReader): ImportKind {
  return {
    name: 'units',
    type: 'unit.add',
    permissions: KEEPERS,
    columns: IMPORT_COLUMNS.units,
    open: (place) => new UnitsSession(reads, place),
  };
}

class UnitsSession implements ImportSession {
  /** Where the codes of the file stand first. */
  private readonly declared = new Map<string, number>();
  private readonly taken = new Set<number>();
  private known: ReadonlyMap<string, KnownUnit> = new Map();

  constructor(
    private readonly reads: RowReader,
    private readonly place: ImportPlace,
  ) {}

  async draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]> {
    this.known = await readUnitsByCode(
      this.reads,
      rows.flatMap(({ cells: { code, parentCode } }) => [code ?? [], parentCode ?? []].flat()),
    );
    return rows.map((row) => {
      const { code, name, kind, level, parentCode, validFrom, validTo, isOutside } = row.cells;
      const parent = this.parentOf(parentCode);
      if (code !== undefined && !this.declared.has(code)) this.declared.set(code, row.ordinal);
      const unknown = parent.isUnknown
        ? [reason(ROW_REFUSALS.unknownUnitCode, { code: (parentCode ?? '').slice(0, 50) })]
        : [];
      const input = given({
        ...{ code, name, parentId: parent.id },
        kind: kind && wordOfCell(kind, UNIT_KIND_WORDS),
        level: level && wordOfCell(level, UNIT_LEVEL_WORDS),
        validFrom: validFrom && dayOfCell(validFrom),
        validTo: validTo && dayOfCell(validTo),
        isOutside: isOutside && (yesNoOfCell(isOutside) ?? isOutside),
      });
      return { row, input, reasons: unknown };
    });
  }

  async fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>> {
    const fates = new Map(drafts.map(({ row }) => [row.ordinal, this.fateOf(row)]));
    return Promise.resolve(fates);
  }

  keyOf({ row }: RowDraft): string | undefined {
    return row.cells.code;
  }

  /** Rows come in their order, so that what stands above has its fate already. */
  private fateOf({ ordinal, cells: { code = '', parentCode = '' } }: ReadRow): Fate {
    const unit = this.known.get(code);
    if (unit) {
      if (unit.path.startsWith(this.place.unitPath)) return { fate: 'known', ids: [unit.id] };
      return { fate: 'refused', reasons: [reason(UNIT_REFUSALS.codeTaken)] };
    }
    const above = this.known.has(parentCode) ? undefined : this.declared.get(parentCode);
    if (above !== undefined && !this.taken.has(above)) {
      return { fate: 'refused', reasons: [reason(ROW_REFUSALS.parentRefused, { row: above })] };
    }
    this.taken.add(ordinal);
    return { fate: 'add' };
  }

  private parentOf(code: string | undefined): { readonly id: string | undefined; readonly isUnknown: boolean } {
    if (code === undefined) return { id: this.place.unitId, isUnknown: false };
    const unit = this.known.get(code);
    if (unit) {
      const isSeen = unit.path.startsWith(this.place.unitPath);
      return { id: isSeen ? unit.id : undefined, isUnknown: !isSeen };
    }
    const ordinal = this.declared.get(code);
    if (ordinal === undefined) return { id: undefined, isUnknown: true };
    const { actor, importId } = this.place;
    return { id: derivedId('unit', actor.id, commandIdOf(importId, ordinal)), isUnknown: false };
  }
}
