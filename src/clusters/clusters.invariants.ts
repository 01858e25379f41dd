import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant } from '../platform/invariants';

const SHARES = (a: string, b: string): string =>
  `${a}.valid_from <= COALESCE(${b}.valid_to, '9999-12-31') AND ${b}.valid_from <= COALESCE(${a}.valid_to, '9999-12-31')`;

/** In a cluster no unit is a member twice on a day, sits by two delegates, or leads beside another head. */
const clusterTerms: Invariant = {
  name: 'cluster-terms',
  promise: 2,
  describe: {
    vi: 'Mỗi ngày, trong một cụm, khối thi đua: mỗi đơn vị là thành viên một lần, có một đại diện; chỉ có một cụm trưởng.',
    en: 'On any day a cluster has each member once, one delegate of each and one head.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'clusters'));
    return lookTwice(async () => {
      const pairs = [
        ['cluster_members', 'a.unit_id = b.unit_id'],
        ['cluster_delegates', '(a.unit_id = b.unit_id OR a.person_id = b.person_id)'],
        ['cluster_heads', `(a.unit_id = b.unit_id OR (a.role = 'head' AND b.role = 'head'))`],
      ].map(
        ([table, twice]) => `SELECT a.cluster_id AS "id", '${table}' AS "terms" FROM ${table} a
           JOIN ${table} b ON b.cluster_id = a.cluster_id AND a.id < b.id AND ${twice} AND ${SHARES('a', 'b')}`,
      );
      const rows = await reads.rows<{ id: string; terms: string }>(
        `${pairs.join(' UNION ')} ORDER BY 1, 2 LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id, terms }) => ({ subject: `cluster ${id}`, message: `${terms} share a day` }));
    });
  },
};

/** What holds of the rows of clusters. */
export const clustersInvariants: readonly Invariant[] = [clusterTerms];
