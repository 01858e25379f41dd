import type { RowReason } from '../../operations';
import type { RowReader } from '../../platform/persistence';
import type { ImportPlace } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readUnitsByCode } from '../known-rows.repository';
import type { ReadRow } from '../read-table';

/** Where a row belongs, or why nowhere. */
export interface UnitOfRow {
  readonly unitId: string | undefined;
  readonly reasons: readonly RowReason[];
}

/** The units of rows by their codes; rows without a code belong to the unit that the file is for. */
export async function unitsOfRows(
  rows: RowReader,
  table: readonly ReadRow[],
  place: ImportPlace,
): Promise<(row: ReadRow) => UnitOfRow> {
  const known = await readUnitsByCode(
    rows,
    table.flatMap(({ cells }) => cells.unitCode ?? []),
  );
  return ({ cells }) => {
    const code = cells.unitCode;
    if (code === undefined) return { unitId: place.unitId, reasons: [] };
    const unit = known.get(code);
    if (unit?.path.startsWith(place.unitPath) === true) return { unitId: unit.id, reasons: [] };
    return { unitId: undefined, reasons: [reason(ROW_REFUSALS.unknownUnitCode, { code: code.slice(0, 50) })] };
  };
}
