import { dong } from '../../workflows/kernel';
import {
  sortedGroups,
  TALLY_STAGES,
  type TallyBreakdown,
  type TallyCount,
  type TallyCounts,
  type TallyDimension,
  type TallyFamily,
  type TallyFilter,
  type TallyGroup,
  type TallyGroups,
  type TallyKey,
} from '../../workflows/tally';
import { coveredBy, type SqlCondition } from '../platform/auth/scope';
import { allOf } from '../platform/http/pages/conditions';
import type { RowReader, SqlValue } from '../platform/persistence';
import { IS_AT, YEAR_ON } from './case-stages';
import { CLUSTERS } from './cluster-memberships.repository';

/** What a dimension is, over `tally_cases t`, for the gender `people p`, for the cluster `k`. */
const COLUMNS: Readonly<Record<Exclude<TallyDimension, 'year'>, string>> = {
  tier: 't.tier',
  subjectKind: 't.subject_kind',
  unit: 't.unit_id',
  cluster: 'k.cluster_id',
  gender: 'p.gender',
  directWorker: 't.is_direct_worker',
  leader: 't.is_leader',
  leaderLevel: 't.leader_level',
};

const YES_OR_NO: ReadonlySet<TallyDimension> = new Set(['directWorker', 'leader']);

// One pass over the cases: first what each subject has, then subjects and awards together, instead of a DISTINCT for each stage.
const PER_SUBJECT = TALLY_STAGES.map(
  (stage) =>
    `SUM(CASE WHEN ${IS_AT[stage]} THEN 1 ELSE 0 END) AS a_${stage}, SUM(CASE WHEN ${IS_AT[stage]} THEN t.money ELSE 0 END) AS m_${stage}`,
).join(', ');

const OVER_SUBJECTS = TALLY_STAGES.map(
  (stage) =>
    `CAST(SUM(a_${stage}) AS INTEGER) AS "awards_${stage}",
     CAST(SUM(CASE WHEN a_${stage} > 0 THEN 1 ELSE 0 END) AS INTEGER) AS "heads_${stage}",
     CAST(SUM(m_${stage}) AS TEXT) AS "money_${stage}"`,
).join(', ');

/** Counts these cases by any dimensions, set-based: what `foldGroups` of the core gives; of more groups than `most` any. */
export async function countGroups(
  rows: RowReader,
  { axis, by, filter = {} }: TallyBreakdown,
  among: SqlCondition,
  most?: number,
): Promise<TallyGroups> {
  const { sql, params } = allOf([among, ...conditionsOf(axis, filter)]);
  const keys = by.map((dimension, index) => `${columnOf(axis, dimension)} AS k${index}`);
  const names = ['family', ...by.map((_, index) => `k${index}`)].join(', ');
  const places = by.map((_, index) => `, ${index + 2}`).join('');
  const found = await rows.rows<Readonly<Record<string, SqlValue>>>(
    `SELECT ${names}, ${OVER_SUBJECTS} FROM (
       SELECT ${['t.family AS family', ...keys].join(', ')}, t.subject_id AS subject, ${PER_SUBJECT}
       FROM ${sourceOf({ axis, by, filter })} WHERE ${sql} GROUP BY 1${places}, ${by.length + 2}
     ) subjects GROUP BY ${names}${most === undefined ? '' : ` LIMIT ${most}`}`,
    params,
  );
  const family = (name: TallyFamily): readonly TallyGroup[] =>
    sortedGroups(found.filter((row) => row.family === name).map((row) => groupOf(by, row)));
  return { state: family('state'), party: family('party') };
}

/**
 * `tally_cases t`, with `people p` and clusters `k` where something is asked that is not kept with the case. A case is there
 * once for each cluster: ask for the cluster or narrow to one.
 */
export function sourceOf({ axis, by, filter = {} }: TallyBreakdown): string {
  const asksPeople = by.includes('gender') || filter.gender !== undefined;
  const asksClusters = by.includes('cluster') || filter.clusterId !== undefined;
  return [
    'tally_cases t',
    ...(asksPeople ? ["LEFT JOIN people p ON t.subject_kind = 'person' AND p.id = t.subject_id"] : []),
    ...(asksClusters ? [`LEFT JOIN (${CLUSTERS}) k ON k.unit_id = t.unit_id AND k.year = ${YEAR_ON[axis]}`] : []),
  ].join(' ');
}

/** Which rows of the source are counted on an axis. */
export function conditionsOf(axis: TallyBreakdown['axis'], filter: TallyFilter): readonly SqlCondition[] {
  const { year, family, unitPath } = filter;
  const below = {
    everything: false,
    unitPaths: unitPath === undefined ? [] : [unitPath],
    councilIds: [],
    personId: null,
  };
  return [
    inYear(axis, year),
    ...is('t.family', family),
    ...is('t.tier', filter.tier),
    ...is('t.subject_kind', filter.subjectKind),
    ...is('t.unit_id', filter.unitId),
    ...(unitPath === undefined ? [] : [coveredBy(below, 't.unit_path')]),
    ...is('p.gender', filter.gender),
    ...is('t.is_direct_worker', numberOf(filter.directWorker)),
    ...is('t.is_leader', numberOf(filter.leader)),
    ...is('t.leader_level', filter.leaderLevel),
    ...is('k.cluster_id', filter.clusterId),
  ];
}

/** Cases that are proposed and that are on the axis, in this year or in any. */
export function inYear(axis: TallyBreakdown['axis'], year: number | undefined): SqlCondition {
  const column = YEAR_ON[axis];
  return year === undefined
    ? { sql: `t.is_proposed = 1 AND ${column} IS NOT NULL`, params: [] }
    : { sql: `t.is_proposed = 1 AND ${column} = ?`, params: [year] };
}

function is(column: string, value: string | number | null | undefined): readonly SqlCondition[] {
  if (value === undefined) return [];
  return [value === null ? { sql: `${column} IS NULL`, params: [] } : { sql: `${column} = ?`, params: [value] }];
}

function numberOf(value: boolean | null | undefined): number | null | undefined {
  return typeof value === 'boolean' ? Number(value) : value;
}

function columnOf(axis: TallyBreakdown['axis'], dimension: TallyDimension): string {
  return dimension === 'year' ? YEAR_ON[axis] : COLUMNS[dimension];
}

function groupOf(by: readonly TallyDimension[], row: Readonly<Record<string, SqlValue>>): TallyGroup {
  const keys = by.map((dimension, index): TallyKey => {
    const value = (row[`k${index}`] ?? null) as string | number | null;
    return YES_OR_NO.has(dimension) && value !== null ? value === 1 : value;
  });
  const countAt = (stage: string): TallyCount => ({
    awards: Number(row[`awards_${stage}`]),
    heads: Number(row[`heads_${stage}`]),
    money: dong(String(row[`money_${stage}`])),
  });
  return { keys, counts: Object.fromEntries(TALLY_STAGES.map((stage) => [stage, countAt(stage)])) as TallyCounts };
}
