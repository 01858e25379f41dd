import type { LocalDate } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import { placeholders, type RowReader } from '../../platform/persistence';
import {
  DOSSIER_AROUND,
  dossierFrom,
  frozen,
  IS_ABOVE,
  type CaseSurroundings,
  type DossierAround,
  type StoredDossierAround,
  type SurroundingsQuestion,
} from './surroundings.repository';

/**
 * Reads what surrounds many cases or nominations, by case id: a few statements over the sets of what they share, since most
 * of them lie in the same dossiers. Cases of a dossier that is not there are left out.
 */
export async function readSurroundingsOfMany(
  rows: RowReader,
  abouts: readonly Omit<SurroundingsQuestion, 'on'>[],
  on: LocalDate,
): Promise<ReadonlyMap<string, CaseSurroundings>> {
  const dossiers = await dossiersAround(
    rows,
    setOf(abouts, ({ dossierId }) => dossierId),
  );
  const users = await usersOf(
    rows,
    setOf(abouts, ({ achievementId }) => achievementId),
  );
  const frozen = await frozenAmong(rows, subjectsOf(abouts), on);
  const succeeded = await succeededAmong(
    rows,
    setOf(abouts, ({ caseId }) => caseId),
  );
  return new Map(
    abouts.flatMap(({ dossierId, caseId, achievementId, rootCaseId, subject }) => {
      const dossier = dossiers.get(dossierId);
      if (!dossier) return [];
      const user = users.get(achievementId);
      const isUsed = user !== undefined && user !== (rootCaseId ?? caseId);
      const isFrozen = frozen.has(subjectKey(subject));
      return [[caseId, { ...dossier, isUsed, isFrozen, hasSuccessor: succeeded.has(caseId) }] as const];
    }),
  );
}

async function dossiersAround(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, DossierAround>> {
  const found = await among<StoredDossierAround & { readonly id: string }>(
    rows,
    ids,
    `SELECT d.id, ${DOSSIER_AROUND} FROM dossiers d WHERE d.id IN`,
  );
  return new Map(found.map(({ id, ...stored }) => [id, dossierFrom(stored)]));
}

/** Which case rests on which of these achievements. */
async function usersOf(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sql = 'SELECT achievement_id AS "id", case_id AS "caseId" FROM achievement_uses WHERE achievement_id IN';
  return new Map((await among<{ id: string; caseId: string }>(rows, ids, sql)).map(({ id, caseId }) => [id, caseId]));
}

async function frozenAmong(
  rows: RowReader,
  subjects: readonly SubjectRef[],
  on: LocalDate,
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const found = await rows.rows<SubjectRef>(
    `SELECT v.column1 AS "id", v.column2 AS "kind" FROM (VALUES ${subjects.map(() => '(?, ?)').join(', ')}) AS v
     WHERE ${frozen('v.column1', 'v.column2')}`,
    [...subjects.flatMap(({ id, kind }) => [id, kind]), on, on, on, on],
  );
  return new Set(found.map(subjectKey));
}

async function succeededAmong(rows: RowReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const sql = `SELECT s.parent_case_id AS "id" FROM award_cases s WHERE ${IS_ABOVE} AND s.parent_case_id IN`;
  return new Set((await among<{ id: string }>(rows, ids, sql)).map(({ id }) => id));
}

function among<Row extends object>(rows: RowReader, ids: readonly string[], sql: string): Promise<readonly Row[]> {
  return ids.length === 0 ? Promise.resolve([]) : rows.rows<Row>(`${sql} ${placeholders(ids.length)}`, ids);
}

function setOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly string[] {
  return [...new Set(items.map(keyOf))];
}

function subjectsOf(abouts: readonly { readonly subject: SubjectRef }[]): readonly SubjectRef[] {
  return [...new Map(abouts.map(({ subject }) => [subjectKey(subject), subject])).values()];
}

function subjectKey({ kind, id }: SubjectRef): string {
  return `${kind}:${id}`;
}
