import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';

/** Where the subjects of each kind are: `m` has the id, `s` the row that is read for it. */
const PLACES = {
  person: 'people m JOIN people s ON s.id = COALESCE(m.merged_into_id, m.id)',
  collective: 'collectives m JOIN collectives s ON s.id = m.id',
  household: 'households m JOIN households s ON s.id = m.id',
} as const;

/**
 * Rows whose subject belongs today to a unit that the scope covers: a record follows its subject to another unit.
 * `alias` is the table's alias; it has the columns `subject_kind` and `subject_id`.
 */
export function subjectCoveredBy(scope: Scope, alias: string): SqlCondition {
  if (scope.everything) return { sql: '1 = 1', params: [] };
  const covered = coveredBy(scope, 'su.path');
  const kinds = Object.entries(PLACES).map(
    ([kind, place]) =>
      `(${alias}.subject_kind = '${kind}' AND EXISTS (SELECT 1 FROM ${place} JOIN units su ON su.id = s.unit_id
        WHERE m.id = ${alias}.subject_id AND ${covered.sql}))`,
  );
  return { sql: `(${kinds.join(' OR ')})`, params: kinds.flatMap(() => covered.params) };
}

/** Rows about this subject; of a person under whichever row: a record keeps the id that it was entered with. All when absent. */
export function aboutSubject(subjectId: string | undefined, alias: string): readonly SqlCondition[] {
  if (subjectId === undefined) return [];
  const rows = `SELECT m.id FROM people asked JOIN people m
    ON m.id = COALESCE(asked.merged_into_id, asked.id) OR m.merged_into_id = COALESCE(asked.merged_into_id, asked.id)
    WHERE asked.id = ?`;
  return [{ sql: `(${alias}.subject_id = ? OR ${alias}.subject_id IN (${rows}))`, params: [subjectId, subjectId] }];
}
