import type { Dong, Instant, LocalDate } from '../../workflows/kernel';
import type { RowReader, Tx } from '../platform/persistence';

/** A fund in a year, as commands need it. */
export interface FundYearRecord {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly year: number;
  readonly openedAt: Instant | null;
  readonly refusesOverdraft: boolean;
  readonly closedAt: Instant | null;
}

/** Money in or out. */
export interface EntryRecord {
  readonly id: string;
  readonly fundYearId: string;
  readonly direction: 'in' | 'out';
  readonly source: string;
  readonly amount: Dong;
  readonly bookedOn: LocalDate;
  readonly paper: string | null;
  readonly caseId: string | null;
}

const YEAR = `id, unit_id AS "unitId", unit_path AS "unitPath", year, opened_at AS "openedAt",
  refuses_overdraft AS "refusesOverdraft", closed_at AS "closedAt"`;

type YearRow = Omit<FundYearRecord, 'refusesOverdraft'> & { readonly refusesOverdraft: number };

/** A fund in a year; undefined while nobody has needed it. */
export async function readFundYear(rows: RowReader, id: string): Promise<FundYearRecord | undefined> {
  const [row] = await rows.rows<YearRow>(`SELECT ${YEAR} FROM fund_years WHERE id = ?`, [id]);
  return row && { ...row, refusesOverdraft: row.refusesOverdraft === 1 };
}

/**
 * Takes a fund in a year for a change, and begins it when nobody has needed it before. First of all, so that changes of
 * one come one after another.
 */
export async function takeFundYear(
  tx: Tx,
  fund: Pick<FundYearRecord, 'id' | 'unitId' | 'unitPath' | 'year'>,
): Promise<FundYearRecord> {
  const { id, unitId, unitPath, year } = fund;
  await tx.change(
    `INSERT INTO fund_years (id, unit_id, unit_path, year, refuses_overdraft, version) VALUES (?, ?, ?, ?, 0, 1)
     ON CONFLICT (id) DO UPDATE SET version = fund_years.version + 1`,
    [id, unitId, unitPath, year],
  );
  const taken = await readFundYear(tx, id);
  if (!taken) throw new Error(`The fund ${id} has gone`);
  return taken;
}

/** Notes that somebody opened the books, and what they declared. */
export async function openFundYear(tx: Tx, id: string, at: Instant, refusesOverdraft: boolean): Promise<void> {
  await tx.change('UPDATE fund_years SET opened_at = ?, refuses_overdraft = ? WHERE id = ?', [
    at,
    refusesOverdraft ? 1 : 0,
    id,
  ]);
}

/** Closes the books of a year. */
export async function closeFundYear(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.change('UPDATE fund_years SET closed_at = ? WHERE id = ?', [at, id]);
}

/** The closed years of a unit from this one on. */
export async function readClosedYears(rows: RowReader, unitId: string, from: number): Promise<readonly number[]> {
  const closed = await rows.rows<{ year: number }>(
    'SELECT year FROM fund_years WHERE unit_id = ? AND year >= ? AND closed_at IS NOT NULL ORDER BY year',
    [unitId, from],
  );
  return closed.map(({ year }) => year);
}

/** Books an entry; false when it was booked before. */
export async function insertEntry(tx: Tx, entry: EntryRecord): Promise<boolean> {
  const { id, fundYearId, direction, source, amount, bookedOn, paper, caseId } = entry;
  const inserted = await tx.change(
    `INSERT INTO fund_entries (id, fund_year_id, direction, source, amount, booked_on, paper, case_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    [id, fundYearId, direction, source, Number(amount), bookedOn, paper, caseId],
  );
  return inserted === 1;
}

/** Whether an entry was booked before, in whatever year. */
export async function hasEntry(rows: RowReader, id: string): Promise<boolean> {
  return (await rows.rows('SELECT id FROM fund_entries WHERE id = ?', [id])).length > 0;
}

/** What came in and went out of a fund in a year, by direction and source. */
export function readSums(
  rows: RowReader,
  fundYearId: string,
): Promise<{ direction: 'in' | 'out'; source: string; amount: Dong; count: number }[]> {
  return rows.rows(
    `SELECT direction, source, CAST(SUM(amount) AS TEXT) AS amount, COUNT(*) AS count FROM fund_entries
     WHERE fund_year_id = ? GROUP BY direction, source ORDER BY direction, source`,
    [fundYearId],
  );
}
