import { canonicalJson, type LocalDate, type Refusal } from '../../../workflows/kernel';
import { inChunks, insertRows, placeholders, type RowReader, type Tx } from '../../platform/persistence';
import type { CaseListKind, CaseListState } from './case-list';

const MOST_AT_ONCE = 500;

/** A list as commands need it. */
export interface CaseListRecord {
  readonly id: string;
  readonly kind: CaseListKind;
  readonly unitId: string;
  readonly unitPath: string;
  readonly datedOn: LocalDate;
  readonly state: CaseListState;
  readonly caseCount: number;
}

/** What a list begins with. */
export interface NewCaseList extends Pick<CaseListRecord, 'id' | 'kind' | 'unitId' | 'unitPath' | 'datedOn'> {
  readonly place: string | null;
  readonly presenter: string | null;
  readonly paper: string | null;
}

/** What became of a case of a list. */
export interface LineOutcome {
  readonly caseId: string;
  /** Null for a case that followed. */
  readonly reasons: readonly Refusal[] | null;
}

const RECORD = `id, kind, unit_id AS "unitId", unit_path AS "unitPath", dated_on AS "datedOn", state,
  case_count AS "caseCount"`;

/** Inserts a list without cases. */
export async function insertCaseList(tx: Tx, list: NewCaseList): Promise<void> {
  const { id, kind, unitId, unitPath, datedOn, place, presenter, paper } = list;
  await insertRows(tx, 'case_lists', [
    {
      ...{ id, kind, unit_id: unitId, unit_path: unitPath, dated_on: datedOn, place, presenter, paper },
      ...{ state: 'open', case_count: 0, version: 1 },
    },
  ]);
}

/** A list; undefined when there is none with this id. */
export async function readCaseList(rows: RowReader, id: string): Promise<CaseListRecord | undefined> {
  const [list] = await rows.rows<CaseListRecord>(`SELECT ${RECORD} FROM case_lists WHERE id = ?`, [id]);
  return list;
}

/** Counts one more change of a list that is still open; false when it is not. First of all, so that changes queue up. */
export async function lockOpenList(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.change(`UPDATE case_lists SET version = version + 1 WHERE id = ? AND state = 'open'`, [id]);
  return changed === 1;
}

/** Counts those of these cases that were submitted to this authority. */
export async function countOfAuthority(
  rows: RowReader,
  caseIds: readonly string[],
  authorityUnitId: string,
): Promise<number> {
  let count = 0;
  for (const some of inChunks(caseIds, MOST_AT_ONCE)) {
    const [found] = await rows.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id
       WHERE d.authority_unit_id = ? AND c.id IN ${placeholders(some.length)}`,
      [authorityUnitId, ...some],
    );
    count += found?.count ?? 0;
  }
  return count;
}

/** Writes the cases of a list in place of those before. */
export async function writeLines(tx: Tx, listId: string, caseIds: readonly string[]): Promise<void> {
  await tx.change('DELETE FROM case_list_lines WHERE list_id = ?', [listId]);
  await insertRows(
    tx,
    'case_list_lines',
    caseIds.map((caseId, ordinal) => ({ list_id: listId, case_id: caseId, ordinal })),
  );
  await tx.change('UPDATE case_lists SET case_count = ? WHERE id = ?', [caseIds.length, listId]);
}

/** The next cases of a list without an outcome, in their order. */
export async function readWaiting(rows: RowReader, listId: string, limit: number): Promise<readonly string[]> {
  const waiting = await rows.rows<{ caseId: string }>(
    `SELECT case_id AS "caseId" FROM case_list_lines WHERE list_id = ? AND outcome IS NULL ORDER BY ordinal LIMIT ?`,
    [listId, limit],
  );
  return waiting.map(({ caseId }) => caseId);
}

/** Notes what became of cases. */
export async function writeOutcomes(tx: Tx, listId: string, outcomes: readonly LineOutcome[]): Promise<void> {
  const done = outcomes.filter(({ reasons }) => reasons === null).map(({ caseId }) => caseId);
  for (const some of inChunks(done, MOST_AT_ONCE)) {
    await tx.change(
      `UPDATE case_list_lines SET outcome = 'done' WHERE list_id = ? AND case_id IN ${placeholders(some.length)}`,
      [listId, ...some],
    );
  }
  const refused = outcomes.flatMap(({ caseId, reasons }) => (reasons === null ? [] : [{ caseId, reasons }]));
  for (const some of inChunks(refused, MOST_AT_ONCE)) {
    await tx.change(
      `UPDATE case_list_lines SET outcome = 'refused', reasons = v.column2
       FROM (VALUES ${some.map(() => '(?, ?)').join(', ')}) AS v
       WHERE case_list_lines.list_id = ? AND case_list_lines.case_id = v.column1`,
      [...some.flatMap(({ caseId, reasons }) => [caseId, canonicalJson(reasons)]), listId],
    );
  }
}

/** Moves a list on. */
export async function setListState(tx: Tx, listId: string, state: CaseListState): Promise<void> {
  await tx.change('UPDATE case_lists SET state = ? WHERE id = ?', [state, listId]);
}
