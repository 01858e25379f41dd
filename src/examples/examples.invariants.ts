import { namesPeople, type ExampleConsent, type ExampleKind } from '../../workflows/example';
import { pagesOf, scan, type Invariant, type Violation } from '../platform/invariants';
import { placeholders, type RowReader } from '../platform/persistence';
import { readTextsLeft } from './example-surroundings.repository';

/** What is published was reviewed and made known somewhere, and those who are named agree. */
const examplesPublished: Invariant = {
  name: 'examples-published',
  promise: 1,
  describe: {
    vi: 'Gương đã tuyên truyền thì đã được công nhận, có nơi đăng; người, hộ được nêu gương đã đồng ý.',
    en: 'Every published example was accepted and has a publication, and those who are named agree.',
  },
  check: (context) =>
    scan(context, { page: pagesOf(context.reads, 'examples'), judge: (ids) => unfounded(context.reads, ids) }),
};

/** Of whom was erased, examples say nothing. */
const examplesErased: Invariant = {
  name: 'examples-erased-with-people',
  promise: 9,
  describe: {
    vi: 'Nội dung về người, hộ đã xóa dữ liệu cá nhân không còn trong gương điển hình.',
    en: 'Nothing that was said of people and households who were erased is left in examples.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'examples'),
      judge: async (ids) =>
        (await readTextsLeft(context.reads, ids)).map(({ id }) => ({
          subject: `example ${id}`,
          message: 'still has a text about somebody who was erased',
        })),
    }),
};

/** What examples promise, for `thidua verify`. */
export const examplesInvariants: readonly Invariant[] = [examplesPublished, examplesErased];

interface PublishedRow {
  readonly id: string;
  readonly kind: ExampleKind;
  readonly consent: ExampleConsent;
  readonly reviewedAt: string | null;
  readonly count: number;
}

async function unfounded(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<PublishedRow>(
    `SELECT e.id, e.kind, e.consent, e.reviewed_at AS "reviewedAt",
       CAST((SELECT COUNT(*) FROM example_publications p WHERE p.example_id = e.id) AS INTEGER) AS "count"
     FROM examples e WHERE e.state = 'published' AND e.id IN ${placeholders(ids.length)} ORDER BY e.id`,
    ids,
  );
  return rows.flatMap(({ id, kind, consent, reviewedAt, count }) => {
    const faults = [
      ...(reviewedAt === null ? ['is published and was never reviewed'] : []),
      ...(count === 0 ? ['is published nowhere'] : []),
      ...(namesPeople(kind) && consent !== 'given' ? ['is published without consent'] : []),
    ];
    return faults.map((message) => ({ subject: `example ${id}`, message }));
  });
}
