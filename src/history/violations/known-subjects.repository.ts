import type { SqlCondition } from '../../platform/auth/scope';
import type { KnownSubject } from '../../../workflows/history';
import { foldText } from '../../../workflows/kernel';
import { placeholders, type RowReader, type SqlValue } from '../../platform/persistence';
import type { WrittenRow } from './written-row';

/** What is asked of a row. */
export interface SoughtRow {
  readonly written: WrittenRow;
  readonly identityHash: string | null;
}

/**
 * The subjects of units `u` for which a condition holds who share a name or an identity number with one of these rows: whom the
 * matcher looks at. At most a page of rows, so that the lists of values are short.
 */
export async function readKnownSubjects(
  rows: RowReader,
  within: SqlCondition,
  sought: readonly SoughtRow[],
): Promise<readonly KnownSubject[]> {
  const names = [...new Set(sought.map(({ written }) => foldText(written.name)).filter((name) => name !== ''))];
  const hashes = [...new Set(sought.flatMap(({ identityHash }) => identityHash ?? []))];
  if (names.length === 0 && hashes.length === 0) return [];
  const select = (what: string, table: string, condition: string, params: readonly SqlValue[]) =>
    rows.rows<KnownSubject>(
      `SELECT ${what}, u.name AS "unitName" FROM ${table} s JOIN units u ON u.id = s.unit_id
       WHERE ${within.sql} AND ${condition}`,
      [...within.params, ...params],
    );
  const people = await select(
    `'person' AS "kind", s.id, s.name, s.birthday, s.national_id_hash AS "identity"`,
    'people',
    `s.erased_at IS NULL AND s.merged_into_id IS NULL
       AND (${isOneOf('s.name_folded', names)} OR ${isOneOf('s.national_id_hash', hashes)})`,
    [...names, ...hashes],
  );
  const nobody = `NULL AS "birthday", NULL AS "identity"`;
  const collectives = await select(
    `'collective' AS "kind", s.id, s.name, ${nobody}`,
    'collectives',
    isOneOf('s.name_folded', names),
    names,
  );
  const households = await select(
    `'household' AS "kind", s.id, s.head_name AS "name", ${nobody}`,
    'households',
    `s.erased_at IS NULL AND ${isOneOf('s.head_name_folded', names)}`,
    names,
  );
  return [...people, ...collectives, ...households];
}

function isOneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN ${placeholders(values.length)}`;
}
