import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant } from '../platform/invariants';

/** A unit that ended did so once, before its successor took over, and its successor is there. */
const unitEnds: Invariant = {
  name: 'unit-ends',
  promise: 2,
  describe: {
    vi: 'Đơn vị đã kết thúc chỉ có một đơn vị tiếp nhận có thật và kết thúc trước ngày tiếp nhận.',
    en: 'A unit that ended has one successor, which is there, and ended before it took over.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'unit_successions'));
    return lookTwice(async () => {
      const rows = await reads.rows<{ id: string }>(
        `SELECT x.predecessor_id AS "id" FROM unit_successions x
         LEFT JOIN units p ON p.id = x.predecessor_id LEFT JOIN units s ON s.id = x.successor_id
         WHERE p.id IS NULL OR p.valid_to IS NULL OR p.valid_to >= x.effective_on
           OR (x.successor_id IS NOT NULL AND (s.id IS NULL OR s.id = p.id OR s.valid_from > x.effective_on))
         ORDER BY x.predecessor_id LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id }) => ({ subject: `unit ${id}`, message: 'ended otherwise than its succession says' }));
    });
  },
};

/** Every unit stands below the one that its path names: scopes are ranges of paths. */
const unitPaths: Invariant = {
  name: 'unit-paths',
  promise: 10,
  describe: {
    vi: 'Đường dẫn của mỗi đơn vị khớp với đơn vị cấp trên của nó.',
    en: 'The path of every unit is that of the unit above it and its own.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'units'));
    return lookTwice(async () => {
      const rows = await reads.rows<{ id: string }>(
        `SELECT u.id FROM units u LEFT JOIN units a ON a.id = u.parent_id
         WHERE u.path <> COALESCE(a.path, '/') || u.id || '/' OR (u.parent_id IS NOT NULL AND a.id IS NULL)
         ORDER BY u.id LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id }) => ({ subject: `unit ${id}`, message: 'stands elsewhere than its path says' }));
    });
  },
};

/** What holds of the rows of units. */
export const unitsInvariants: readonly Invariant[] = [unitEnds, unitPaths];
