import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';
import type { SubjectRef } from '../../people';
import { awardClaim, disciplineClaim, ratingClaim, type DecisionPaper } from '../claims';

interface Claimed {
  readonly id: string;
  readonly claim: string | null;
  readonly withdrawnAt: string | null;
  readonly kind: SubjectRef['kind'];
  readonly subjectId: string;
}

type RatingRow = Claimed & { readonly period: string; readonly year: number };
type AwardRow = Claimed & DecisionPaper & { readonly tier: string | null; readonly tierName: string };
type DisciplineRow = Claimed & { readonly form: string; readonly number: string; readonly date: string };

const COLUMNS = `r.id, r.claim, r.withdrawn_at AS "withdrawnAt", r.subject_kind AS "kind", r.subject_id AS "subjectId"`;

/** What each register holds once, by the column that is unique: as the row says, and free once it was withdrawn. */
export const recordsEnteredOnce: Invariant = {
  name: 'records-entered-once',
  promise: 2,
  describe: {
    vi: 'Mỗi mức xếp loại, kết quả khen thưởng, kỷ luật đang có hiệu lực chỉ được ghi một lần.',
    en: 'Every rating, entered award and disciplinary measure that stands is on record once.',
  },
  check: async (context) => {
    const { reads } = context;
    const found: Violation[] = [];
    for (const [table, judge] of Object.entries(JUDGES)) {
      found.push(...(await scan(context, { page: pagesOf(reads, table), judge: (ids) => judge(reads, ids) })));
    }
    return found;
  },
};

const JUDGES: Readonly<Record<string, (reads: RowReader, ids: readonly string[]) => Promise<readonly Violation[]>>> = {
  ratings: async (reads, ids) => {
    const rows = await readRows<RatingRow>(reads, 'r.period, r.year', 'ratings r', ids);
    return misclaimed('rating', rows, (row) => ratingClaim(subjectOf(row), row.period, row.year));
  },
  award_records: async (reads, ids) => {
    const columns = 'r.tier, r.tier_name AS "tierName", d.number, d.symbol, d.issuer, d.issued_on AS "issuedOn"';
    const from = 'award_records r JOIN decision_records d ON d.id = r.decision_record_id';
    const rows = await readRows<AwardRow>(reads, columns, from, ids);
    return misclaimed('award record', rows, (row) => awardClaim(row, subjectOf(row), row.tier, row.tierName));
  },
  disciplines: async (reads, ids) => {
    const columns = 'r.form, r.proof_number AS "number", r.proof_date AS "date"';
    const rows = await readRows<DisciplineRow>(reads, columns, 'disciplines r', ids);
    return misclaimed('discipline', rows, (row) => disciplineClaim(subjectOf(row), row.form, row));
  },
};

function readRows<Row extends Claimed>(
  reads: RowReader,
  columns: string,
  from: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  return reads.rows<Row>(
    `SELECT ${COLUMNS}, ${columns} FROM ${from} WHERE r.id IN ${placeholders(ids.length)} ORDER BY r.id`,
    ids,
  );
}

function misclaimed<Row extends Claimed>(
  what: string,
  rows: readonly Row[],
  claimOf: (row: Row) => string,
): readonly Violation[] {
  return rows.flatMap((row) => {
    const expected = row.withdrawnAt === null ? claimOf(row) : null;
    if (row.claim === expected) return [];
    const message = expected === null ? 'was withdrawn and still keeps its place' : 'stands without its place';
    return [{ subject: `${what} ${row.id}`, message }];
  });
}

function subjectOf({ kind, subjectId }: Claimed): SubjectRef {
  return { kind, id: subjectId };
}
