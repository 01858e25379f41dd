import type { Instant } from '../../../workflows/kernel';
import type { RowReader, Tx } from '../../platform/persistence';

/** Keeps the rules of a release, once: they never change under a hash. */
export async function keepRelease(tx: Tx, hash: string, rules: string, at: Instant): Promise<void> {
  await tx.change('INSERT INTO pinned_releases (hash, rules, pinned_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    hash,
    rules,
    at,
  ]);
}

/** The rules of a release; undefined when no campaign pinned it here. */
export async function readRelease(rows: RowReader, hash: string): Promise<string | undefined> {
  const [kept] = await rows.rows<{ readonly rules: string }>('SELECT rules FROM pinned_releases WHERE hash = ?', [
    hash,
  ]);
  return kept?.rules;
}
