import { scoreOf, type ScoringSheet } from '../../workflows/scoring';
import { sha256 } from '../platform/crypto/sha256';
import {
  countOf,
  lookTwice,
  MOST_VIOLATIONS,
  pagesOf,
  scan,
  type Invariant,
  type Violation,
} from '../platform/invariants';
import { placeholders, type RowReader } from '../platform/persistence';
import { countingEntries, type ScoreHead } from './score';
import { readEntries } from './scores.repository';

type StoredScore = Pick<ScoreHead, 'id' | 'state'> & { readonly total: string; readonly content: string | null };

/** The total of every score is what the core makes of its entries and the sheet that its cluster has chosen. */
const scoreTotals: Invariant = {
  name: 'score-totals',
  promise: 7,
  describe: {
    vi: 'Tổng điểm của mỗi đơn vị đúng bằng điểm tính lại từ các giá trị đã nhập theo bảng chấm điểm của cụm, khối.',
    en: 'The total of every score is what its entries come to by the sheet of its cluster.',
  },
  check: (context) =>
    scan(context, { page: pagesOf(context.reads, 'scores'), judge: (ids) => miscounted(context.reads, ids) }),
};

/** What clusters score by, and what was published, is as it was when it was chosen or published. */
const scoringPinned: Invariant = {
  name: 'scoring-pinned',
  promise: 7,
  describe: {
    vi: 'Bảng chấm điểm mà cụm, khối đã chọn và bảng xếp hạng đã công bố không bị sửa.',
    en: 'No sheet that a cluster scores by, and no published ranking, was changed.',
  },
  check: async ({ reads, checked }) => {
    checked((await countOf(reads, 'cluster_sheets')) + (await countOf(reads, 'rankings')));
    return lookTwice(async () => {
      const rows = await reads.rows<{ subject: string; content: string | null; hash: string }>(
        `SELECT 'cluster ' || p.cluster_id AS "subject", r.content, p.content_hash AS "hash" FROM cluster_sheets p
           LEFT JOIN scoring_sheet_revisions r ON r.sheet_id = p.sheet_id AND r.revision = p.revision
         UNION ALL SELECT 'ranking ' || id, content, content_hash FROM rankings ORDER BY 1`,
      );
      return rows
        .filter(({ content, hash }) => content === null || sha256(content) !== hash)
        .slice(0, MOST_VIOLATIONS)
        .map(({ subject }) => ({ subject, message: 'is not what was chosen or published' }));
    });
  },
};

/** What scoring promises, for `thidua verify`. */
export const scoringInvariants: readonly Invariant[] = [scoreTotals, scoringPinned];

async function miscounted(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const scores = await reads.rows<StoredScore>(
    `SELECT s.id, s.state, s.total, r.content FROM scores s LEFT JOIN cluster_sheets p ON p.cluster_id = s.cluster_id
     LEFT JOIN scoring_sheet_revisions r ON r.sheet_id = p.sheet_id AND r.revision = p.revision
     WHERE s.id IN ${placeholders(ids.length)} ORDER BY s.id`,
    ids,
  );
  const stored = await readEntries(reads, ids, ['self', 'appraisal']);
  return scores.flatMap(({ id, state, total, content }) => {
    const sheet = content === null ? undefined : (JSON.parse(content) as ScoringSheet);
    const own = stored.filter(({ scoreId }) => scoreId === id);
    const counted = sheet && scoreOf(sheet, countingEntries(own, state)).total;
    if (counted === total) return [];
    return [{ subject: `score ${id}`, message: `says ${total} and comes to ${counted ?? 'nothing without a sheet'}` }];
  });
}
