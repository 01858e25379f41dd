import { canonicalJson, foldText } from '../../workflows/kernel';
import type { ScoringSheet } from '../../workflows/scoring';
import { sha256 } from '../platform/crypto/sha256';
import { insertRows, locking, placeholders, type RowReader, type Tx } from '../platform/persistence';
import type { PinnedSheet } from './score';

/** A scoring sheet without its criteria. */
export interface SheetHead {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly code: string;
  readonly name: string;
  readonly revision: number;
}

const HEAD = 'id, unit_id AS "unitId", unit_path AS "unitPath", code, name, revision';

/** Inserts a sheet with its first revision; false when its unit has another one of this code. */
export async function insertSheet(tx: Tx, head: SheetHead, sheet: ScoringSheet): Promise<boolean> {
  const { id, unitId, unitPath, code, name, revision } = head;
  const inserted = await tx.change(
    `INSERT INTO scoring_sheets (id, unit_id, unit_path, code, name, name_folded, revision, version)
     VALUES ${placeholders(8)} ON CONFLICT DO NOTHING`,
    [id, unitId, unitPath, code, name, foldText(name), revision, 1],
  );
  if (inserted === 1) await insertRevision(tx, id, revision, sheet);
  return inserted === 1;
}

/** Adds a revision, which is the newest from now on. */
export async function addRevision(tx: Tx, id: string, revision: number, sheet: ScoringSheet): Promise<void> {
  await tx.change('UPDATE scoring_sheets SET revision = ?, version = version + 1 WHERE id = ?', [revision, id]);
  await insertRevision(tx, id, revision, sheet);
}

/** Counts one more change of a sheet. */
export async function touchSheet(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE scoring_sheets SET version = version + 1 WHERE id = ?', [id]);
}

/** A sheet by its id, taken for change where it is to be changed. */
export async function readSheet(rows: RowReader, id: string, lock?: 'taken'): Promise<SheetHead | undefined> {
  const [head] = await rows.rows<SheetHead>(`SELECT ${HEAD} FROM scoring_sheets WHERE id = ?${locking(rows, lock)}`, [
    id,
  ]);
  return head;
}

/** What a sheet said at a revision. */
export async function readRevision(
  rows: RowReader,
  sheetId: string,
  revision: number,
): Promise<{ readonly sheet: ScoringSheet; readonly contentHash: string } | undefined> {
  const [found] = await rows.rows<{ content: string; contentHash: string }>(
    `SELECT content, content_hash AS "contentHash" FROM scoring_sheet_revisions WHERE sheet_id = ? AND revision = ?`,
    [sheetId, revision],
  );
  return found && { sheet: JSON.parse(found.content) as ScoringSheet, contentHash: found.contentHash };
}

/** Makes a cluster score by a revision, in place of what it scored by before. */
export async function pinSheet(tx: Tx, pinned: Omit<PinnedSheet, 'sheet'>): Promise<void> {
  const { clusterId, sheetId, revision, contentHash, campaignId } = pinned;
  await tx.change('DELETE FROM cluster_sheets WHERE cluster_id = ?', [clusterId]);
  const row = { cluster_id: clusterId, sheet_id: sheetId, revision, content_hash: contentHash };
  await insertRows(tx, 'cluster_sheets', [{ ...row, campaign_id: campaignId }]);
}

/** What a cluster scores by; undefined while nothing was chosen. */
export async function readPinned(rows: RowReader, clusterId: string): Promise<PinnedSheet | undefined> {
  const [found] = await rows.rows<Omit<PinnedSheet, 'sheet'> & { content: string }>(
    `SELECT p.cluster_id AS "clusterId", p.sheet_id AS "sheetId", p.revision, p.content_hash AS "contentHash",
       p.campaign_id AS "campaignId", r.content
     FROM cluster_sheets p JOIN scoring_sheet_revisions r ON r.sheet_id = p.sheet_id AND r.revision = p.revision
     WHERE p.cluster_id = ?`,
    [clusterId],
  );
  if (!found) return undefined;
  const { content, ...pinned } = found;
  return { ...pinned, sheet: JSON.parse(content) as ScoringSheet };
}

async function insertRevision(tx: Tx, sheetId: string, revision: number, sheet: ScoringSheet): Promise<void> {
  const content = canonicalJson(sheet);
  await insertRows(tx, 'scoring_sheet_revisions', [
    { sheet_id: sheetId, revision, content, content_hash: sha256(content) },
  ]);
}
