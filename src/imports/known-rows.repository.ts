import { coveredBy, SYSTEM_SCOPE, type SqlCondition } from '../platform/auth/scope';
import { placeholders, type RowReader } from '../platform/persistence';

/** Rows of the unit with this path and of those below it. */
function within(unitPath: string): SqlCondition {
  return coveredBy({ ...SYSTEM_SCOPE, everything: unitPath === '/', unitPaths: [unitPath] }, 'u.path');
}

/** A unit that has one of these codes, wherever it is. */
export interface KnownUnit {
  readonly id: string;
  readonly code: string;
  readonly path: string;
}

/** Units by their codes, wherever they are. */
export async function readUnitsByCode(
  rows: RowReader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, KnownUnit>> {
  const different = [...new Set(codes)];
  if (different.length === 0) return new Map();
  const found = await rows.rows<KnownUnit>(
    `SELECT id, code, path FROM units WHERE code IN ${placeholders(different.length)}`,
    different,
  );
  return new Map(found.map((unit) => [unit.code, unit]));
}

/** A subject whom a row may mean. */
export interface KnownSubject {
  readonly kind: 'person' | 'collective' | 'household';
  readonly id: string;
  /** Folded. */
  readonly name: string;
  readonly birthday: string | null;
  readonly identity: string | null;
  readonly address: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly path: string;
}

const UNIT = `u.id AS "unitId", u.code AS "unitCode", u.path`;

/** People of these folded names within a unit, and those with these identity numbers wherever they are. */
export function readPeopleLike(
  rows: RowReader,
  unitPath: string,
  { names, identities }: { readonly names: readonly string[]; readonly identities: readonly string[] },
): Promise<readonly KnownSubject[]> {
  const place = within(unitPath);
  const folded = once(names);
  return rows.rows<KnownSubject>(
    `SELECT 'person' AS "kind", p.id, p.name_folded AS "name", p.birthday, p.national_id_hash AS "identity",
       '' AS "address", ${UNIT}
     FROM people p JOIN units u ON u.id = p.unit_id
     WHERE p.erased_at IS NULL AND p.merged_into_id IS NULL
       AND ((${isOneOf('p.name_folded', folded)} AND ${place.sql}) OR ${isOneOf('p.national_id_hash', identities)})`,
    [...folded, ...place.params, ...identities],
  );
}

/** Collectives of these folded names within a unit. */
export function readCollectivesLike(
  rows: RowReader,
  unitPath: string,
  names: readonly string[],
): Promise<readonly KnownSubject[]> {
  const [place, folded] = [within(unitPath), once(names)];
  return rows.rows<KnownSubject>(
    `SELECT 'collective' AS "kind", c.id, c.name_folded AS "name", NULL AS "birthday", NULL AS "identity",
       '' AS "address", ${UNIT}
     FROM collectives c JOIN units u ON u.id = c.unit_id WHERE ${isOneOf('c.name_folded', folded)} AND ${place.sql}`,
    [...folded, ...place.params],
  );
}

/** Households within a unit whose head has one of these folded names. */
export function readHouseholdsLike(
  rows: RowReader,
  unitPath: string,
  heads: readonly string[],
): Promise<readonly KnownSubject[]> {
  const [place, folded] = [within(unitPath), once(heads)];
  return rows.rows<KnownSubject>(
    `SELECT 'household' AS "kind", h.id, h.head_name_folded AS "name", NULL AS "birthday", NULL AS "identity",
       h.address, ${UNIT}
     FROM households h JOIN units u ON u.id = h.unit_id
     WHERE h.erased_at IS NULL AND ${isOneOf('h.head_name_folded', folded)} AND ${place.sql}`,
    [...folded, ...place.params],
  );
}

/** Ratings that stand of these subjects: `<subject>:<period>:<year>` to their ids. */
export async function readRatingsOf(
  rows: RowReader,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const found = await rows.rows<{ id: string; subjectId: string; period: string; year: number }>(
    `SELECT id, subject_id AS "subjectId", period, year FROM ratings
     WHERE withdrawn_at IS NULL AND subject_id IN ${placeholders(subjectIds.length)}`,
    subjectIds,
  );
  return new Map(found.map(({ id, subjectId, period, year }) => [`${subjectId}:${period}:${year}`, id]));
}

/** An old decision that was entered for a unit. */
export interface KnownDecision {
  readonly id: string;
  readonly number: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly unitPath: string;
}

/** Decisions of these days that were entered for exactly these units, in the order of their ids. */
export async function readDecisionRecordsOf(
  rows: RowReader,
  unitPaths: readonly string[],
  days: readonly string[],
): Promise<readonly KnownDecision[]> {
  if (unitPaths.length === 0) return [];
  const [paths, dates] = [[...new Set(unitPaths)], [...new Set(days)]];
  return rows.rows<KnownDecision>(
    `SELECT id, number, symbol, issuer, issued_on AS "issuedOn", unit_path AS "unitPath" FROM decision_records
     WHERE unit_path IN ${placeholders(paths.length)} AND issued_on IN ${placeholders(dates.length)} ORDER BY id`,
    [...paths, ...dates],
  );
}

function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function isOneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN ${placeholders(values.length)}`;
}
