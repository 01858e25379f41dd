import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import type { ExampleRecord } from './example';

const PLACES = {
  person: {
    keep: 'SELECT id FROM people WHERE id = (SELECT COALESCE(merged_into_id, id) FROM people WHERE id = ?)',
    kept: `SELECT s.id FROM people m JOIN people s ON s.id = COALESCE(m.merged_into_id, m.id)
      WHERE m.id = ? AND s.erased_at IS NULL`,
  },
  household: {
    keep: 'SELECT id FROM households WHERE id = ?',
    kept: 'SELECT id FROM households WHERE id = ? AND erased_at IS NULL',
  },
} as const;

/**
 * Whether whom an example is about was erased. The row is held until the transaction ends, so that nobody is erased while
 * something is written about them. Collectives and models have nothing to erase.
 */
export async function isSubjectErased(
  tx: Tx,
  { subjectKind, subjectId }: Pick<ExampleRecord, 'subjectKind' | 'subjectId'>,
): Promise<boolean> {
  if (subjectKind === null || subjectKind === 'collective' || subjectId === null) return false;
  const { keep, kept } = PLACES[subjectKind];
  // Held first and read then: while it waits, the one before it may erase.
  if (tx.dialect === 'postgres') await tx.rows(`${keep} FOR SHARE`, [subjectId]);
  return (await tx.rows(kept, [subjectId])).length === 0;
}

/** The paths of the units that submitted cases for an achievement; none when nobody claims it. */
export async function readAchievementPaths(rows: RowReader, achievementId: string): Promise<readonly string[]> {
  const found = await rows.rows<{ path: string }>(
    'SELECT DISTINCT unit_path AS path FROM award_cases WHERE achievement_id = ?',
    [achievementId],
  );
  return found.map(({ path }) => path);
}

/** Commitments of texts on examples about people or households that were erased, of these examples, that can still be read. */
export function readTextsLeft(rows: RowReader, ids: readonly string[]): Promise<readonly { readonly id: string }[]> {
  const erased = `((e.subject_kind = 'person' AND EXISTS (SELECT 1 FROM people m
      JOIN people s ON s.id = COALESCE(m.merged_into_id, m.id) WHERE m.id = e.subject_id AND s.erased_at IS NOT NULL))
    OR (e.subject_kind = 'household' AND EXISTS (SELECT 1 FROM households h
      WHERE h.id = e.subject_id AND h.erased_at IS NOT NULL)))`;
  return rows.rows(
    `SELECT DISTINCT e.id FROM examples e LEFT JOIN example_publications p ON p.example_id = e.id
     JOIN private_texts t ON t.commitment IN (e.account, e.consent_note, e.review, e.withdrawal, p.link)
     WHERE e.id IN ${placeholders(ids.length)} AND t.text IS NOT NULL AND ${erased} ORDER BY e.id`,
    ids,
  );
}
