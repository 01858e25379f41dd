import { placeholders, type RowReader } from '../../platform/persistence';

/** How many people a unit and the units below it have, and how many of them are women. */
export interface MembersOfUnit {
  readonly women: number;
  readonly all: number;
}

/** The women among these people, by the register. */
export async function womenAmong(rows: RowReader, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const women = await rows.rows<{ id: string }>(
    `SELECT id FROM people WHERE gender = 'female' AND id IN ${placeholders(personIds.length)}`,
    personIds,
  );
  return new Set(women.map(({ id }) => id));
}

/** Members of units, by unit id; a collective that is no unit, or one that nobody is entered in, has no entry. */
export async function membersOfUnits(
  rows: RowReader,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, MembersOfUnit>> {
  if (unitIds.length === 0) return new Map();
  const found = await rows.rows<MembersOfUnit & { readonly id: string }>(
    `SELECT t.id, COUNT(*) AS "all", COUNT(CASE WHEN p.gender = 'female' THEN 1 END) AS "women"
     FROM units t JOIN units s ON s.path LIKE t.path || '%' JOIN people p ON p.unit_id = s.id
     WHERE t.id IN ${placeholders(unitIds.length)} AND p.merged_into_id IS NULL AND p.erased_at IS NULL GROUP BY t.id`,
    unitIds,
  );
  return new Map(found.map(({ id, women, all }) => [id, { women, all }]));
}
