import { inChunks, placeholders, type RowReader } from '../../platform/persistence';
import type { CaseDetails } from './evidence-of-history';

const MOST_AT_ONCE = 500;

/** Rows of a statement over many ids, which ends in the column that is compared with them. */
async function overIds<Row extends object>(rows: RowReader, ids: readonly string[], select: string): Promise<Row[]> {
  const all: Row[] = [];
  for (const some of inChunks([...new Set(ids)], MOST_AT_ONCE)) {
    all.push(...(await rows.rows<Row>(`${select} IN ${placeholders(some.length)}`, some)));
  }
  return all;
}

/** What cases say of their awards, by id. */
export async function readCaseDetails(
  rows: RowReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseDetails>> {
  const found = await overIds<CaseDetails & { readonly id: string }>(
    rows,
    ids,
    'SELECT id, tier, commendation, achievement_id AS "achievementId" FROM award_cases WHERE id',
  );
  return new Map(found.map(({ id, ...details }) => [id, details]));
}

/** The tiers of recorded awards, by id; null for one that no rulebook knows. */
export async function readRecordTiers(
  rows: RowReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const found = await overIds<{ readonly id: string; readonly tier: string | null }>(
    rows,
    ids,
    'SELECT id, tier FROM award_records WHERE id',
  );
  return new Map(found.map(({ id, tier }) => [id, tier]));
}

/** Whether people are women, by id; those of whom nobody wrote it down are left out. */
export async function readWomen(rows: RowReader, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const found = await overIds<{ readonly id: string; readonly gender: string | null }>(
    rows,
    ids,
    'SELECT id, gender FROM people WHERE id',
  );
  return new Map(found.flatMap(({ id, gender }) => (gender === null ? [] : [[id, gender === 'female'] as const])));
}

/** A collective, and the unit that it belongs to. */
export interface CollectiveOfUnit {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
}

/** Collectives with their units; names are folded. */
export function readCollectives(rows: RowReader, ids: readonly string[]): Promise<readonly CollectiveOfUnit[]> {
  return overIds<CollectiveOfUnit>(
    rows,
    ids,
    `SELECT c.id, c.name_folded AS "name", u.id AS "unitId", u.name_folded AS "unitName", u.path AS "unitPath"
     FROM collectives c JOIN units u ON u.id = c.unit_id WHERE c.id`,
  );
}

/** Somebody who is registered at a unit. */
export interface PersonOfUnit {
  readonly id: string;
  readonly unitPath: string;
  readonly isWoman: boolean;
}

/** Statements are bounded by their length: a list asks about at most so many collectives that are units. */
const MOST_PATHS = 100;

/** Everybody who is registered at these units or below them today. */
export async function readPeopleBelow(rows: RowReader, paths: readonly string[]): Promise<readonly PersonOfUnit[]> {
  const all = new Map<string, PersonOfUnit>();
  for (const some of inChunks([...new Set(paths)], MOST_PATHS)) {
    const covered = some.map(() => '(u.path >= ? AND u.path < ?)').join(' OR ');
    const found = await rows.rows<Omit<PersonOfUnit, 'isWoman'> & { readonly gender: string | null }>(
      `SELECT p.id, u.path AS "unitPath", p.gender FROM people p JOIN units u ON u.id = p.unit_id
       WHERE p.merged_into_id IS NULL AND p.erased_at IS NULL AND (${covered})`,
      // '0' follows '/' in code-point order: the first text after every path below.
      some.flatMap((path) => [path, `${path.slice(0, -1)}0`]),
    );
    for (const { gender, ...person } of found) all.set(person.id, { ...person, isWoman: gender === 'female' });
  }
  return [...all.values()];
}

/** A cluster that has elected a unit to lead it. */
export interface ClusterLed {
  readonly unitId: string;
  readonly clusterId: string;
  readonly name: string;
  readonly periodType: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Level of the unit that runs it. */
  readonly level: string;
}

/** The clusters that these units were elected to lead. */
export function readClustersLed(rows: RowReader, unitIds: readonly string[]): Promise<readonly ClusterLed[]> {
  return overIds<ClusterLed>(
    rows,
    unitIds,
    `SELECT l.unit_id AS "unitId", c.id AS "clusterId", c.name, c.period_type AS "periodType",
       c.starts_on AS "startsOn", c.ends_on AS "endsOn", u.level
     FROM cluster_leaders l JOIN clusters c ON c.id = l.cluster_id JOIN units u ON u.id = c.unit_id WHERE l.unit_id`,
  );
}
