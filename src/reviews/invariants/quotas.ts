import { BATCH, grouped, scan, type Invariant } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

interface Ledger {
  readonly id: string;
  readonly places: number;
  readonly openKey: string | null;
}

interface Line {
  readonly quotaId: string;
  readonly itemId: string;
  readonly state: string;
  readonly placeNumber: number | null;
  readonly waitingNumber: number | null;
  readonly isPassed: number | null;
}

/** No quota gives more places than it has, nobody has one who did not pass, and nobody waits while a place is free. */
export const quotaLedgers: Invariant = {
  name: 'quota-ledgers',
  promise: 2,
  describe: {
    vi: 'Không chỉ tiêu nào bị vượt; ai giữ chỗ đều đạt phiếu; không ai chờ khi còn chỗ.',
    en: 'No quota is exceeded, who has a place has passed, and nobody waits while a place is free.',
  },
  check: (context) => {
    const { reads } = context;
    return scan(context, {
      page: async (after) => (await quotas(reads, after)).map(({ id }) => id),
      judge: async (ids) => {
        const ledgers = await reads.rows<Ledger>(
          `SELECT id, places, open_key AS "openKey" FROM review_quotas WHERE id IN ${placeholders(ids.length)} ORDER BY id`,
          ids,
        );
        const lines = grouped(await linesOf(reads, ids), ({ quotaId }) => quotaId);
        return ledgers.flatMap((ledger) =>
          problemsOf(ledger, lines.get(ledger.id) ?? []).map((message) => ({ subject: `quota ${ledger.id}`, message })),
        );
      },
    });
  },
};

function problemsOf({ places, openKey }: Ledger, lines: readonly Line[]): readonly string[] {
  const placed = lines.filter(({ state }) => state === 'placed');
  const waiting = lines.filter(({ state }) => state === 'waiting');
  const beyond = placed.filter(({ placeNumber }) => placeNumber === null || placeNumber < 1 || placeNumber > places);
  const lost = [...placed, ...waiting].filter(({ isPassed }) => isPassed !== 1);
  return [
    ...(placed.length > places ? [`gives ${placed.length} places and has ${places}`] : []),
    ...beyond.map(({ itemId }) => `gives the item ${itemId} a place that it does not have`),
    ...lost.map(({ itemId }) => `has the item ${itemId}, which did not pass`),
    ...(openKey !== null && waiting.length > 0 && placed.length < places
      ? [`has ${waiting.length} waiting although ${places - placed.length} places are free`]
      : []),
  ];
}

function quotas(reads: RowReader, after: string): Promise<{ readonly id: string }[]> {
  return reads.rows(`SELECT id FROM review_quotas WHERE id > ? ORDER BY id LIMIT ${BATCH}`, [after]);
}

function linesOf(reads: RowReader, quotaIds: readonly string[]): Promise<Line[]> {
  return reads.rows<Line>(
    `SELECT e.quota_id AS "quotaId", e.item_id AS "itemId", e.state, e.place_number AS "placeNumber",
       e.waiting_number AS "waitingNumber", i.is_passed AS "isPassed"
     FROM review_quota_entries e LEFT JOIN review_items i ON i.id = e.item_id
     WHERE e.quota_id IN ${placeholders(quotaIds.length)} ORDER BY e.item_id`,
    quotaIds,
  );
}
