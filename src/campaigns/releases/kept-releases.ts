import { rulesHash } from '../../rulebooks';
import { BATCH, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

interface KeptRelease {
  readonly hash: string;
  readonly rules: string;
}

/** The rules by which campaigns are judged are those that they pinned: nothing changed them since. */
export const keptReleasesAreThePinnedOnes: Invariant = {
  name: 'campaign-kept-releases',
  promise: 9,
  describe: {
    vi: 'Bộ quy tắc mà phong trào đã ghim được giữ nguyên: nội dung lưu khớp với mã băm.',
    en: 'The rules that campaigns pinned are kept unchanged: what is stored has the hash it is stored under.',
  },
  check: (context) =>
    scan(context, {
      page: async (after) => {
        const sql = `SELECT hash FROM pinned_releases WHERE hash > ? ORDER BY hash LIMIT ${BATCH}`;
        return (await context.reads.rows<{ readonly hash: string }>(sql, [after])).map(({ hash }) => hash);
      },
      judge: (hashes) => changedAmong(context.reads, hashes),
    }),
};

async function changedAmong(reads: RowReader, hashes: readonly string[]): Promise<readonly Violation[]> {
  const kept = await reads.rows<KeptRelease>(
    `SELECT hash, rules FROM pinned_releases WHERE hash IN ${placeholders(hashes.length)}`,
    hashes,
  );
  return kept.flatMap(({ hash, rules }) =>
    rulesHash(rules) === hash ? [] : [{ subject: `release ${hash}`, message: 'holds other rules than its hash says' }],
  );
}
