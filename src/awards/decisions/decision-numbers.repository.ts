import { ConcurrencyError } from '../../platform/errors/platform.errors';
import type { RowReader, Tx } from '../../platform/persistence';

/** A number with its symbol in a year of an authority. */
export interface NumberKey {
  readonly authorityUnitId: string;
  readonly symbol: string;
  readonly year: number;
  readonly number: string;
}

/** Whether a paper has this number, other than the decision that is excepted. */
export async function isNumberTaken(rows: RowReader, key: NumberKey, exceptId: string | null): Promise<boolean> {
  const taken = await rows.rows(
    `SELECT decision_id FROM decision_numbers
     WHERE authority_unit_id = ? AND symbol = ? AND year = ? AND number = ? AND decision_id <> ?`,
    [...valuesOf(key), exceptId ?? ''],
  );
  return taken.length > 0;
}

/**
 * Takes a number for good. Throws ConcurrencyError when another paper took it since the facts were gathered:
 * the next attempt sees that and says so.
 */
export async function claimNumber(tx: Tx, key: NumberKey, decisionId: string): Promise<void> {
  const claimed = await tx.change(
    `INSERT INTO decision_numbers (authority_unit_id, symbol, year, number, decision_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (authority_unit_id, symbol, year, number) DO NOTHING`,
    [...valuesOf(key), decisionId],
  );
  if (claimed === 0) throw new ConcurrencyError(`The number ${key.number}/${key.symbol}`);
}

/** In capital letters: two spellings of one symbol are one series of numbers. */
function valuesOf({ authorityUnitId, symbol, year, number }: NumberKey): [string, string, number, string] {
  return [authorityUnitId, symbol.toUpperCase(), year, number];
}
