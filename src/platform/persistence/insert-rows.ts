import type { SqlValue, Tx } from './unit-of-work.port';

/** SQLite takes 32,766 values a statement, PostgreSQL 65,535: rows go in blocks well below both. */
const MAX_VALUES = 16_000;

/** Inserts rows of one shape, as few statements as the databases allow; none for no rows. */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const blockSize = Math.max(1, Math.floor(MAX_VALUES / columns.length));
  for (let start = 0; start < rows.length; start += blockSize) {
    const block = rows.slice(start, start + blockSize);
    await tx.change(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${block.map(() => marks).join(', ')}`,
      block.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
