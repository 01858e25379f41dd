import { ConcurrencyError } from '../../platform/errors/platform.errors';
import { placeholders, type RowReader, type Tx } from '../../platform/persistence';

/** Where a case was drafted: what no revision changes. */
export interface CaseOrigin {
  readonly dossierId: string;
  readonly campaignId: string | null;
  readonly cycleId: string | null;
}

/** The origin of a case; undefined when there is no such case. */
export async function readOrigin(rows: RowReader, caseId: string): Promise<CaseOrigin | undefined> {
  const [origin] = await rows.rows<CaseOrigin>(
    `SELECT dossier_id AS "dossierId", campaign_id AS "campaignId", cycle_id AS "cycleId"
     FROM award_cases WHERE id = ?`,
    [caseId],
  );
  return origin;
}

/**
 * Takes an achievement for a case. Throws ConcurrencyError when another case took it since the facts were gathered:
 * the next attempt sees that and says why.
 */
export async function claimAchievement(tx: Tx, achievementId: string, caseId: string): Promise<void> {
  const claimed = await tx.change(
    `INSERT INTO achievement_uses (achievement_id, case_id) VALUES (?, ?) ON CONFLICT (achievement_id) DO NOTHING`,
    [achievementId, caseId],
  );
  if (claimed === 0) throw new ConcurrencyError(`The achievement ${achievementId}`);
}

/** Gives back what many cases rest on. */
export async function freeAchievements(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.change(`DELETE FROM achievement_uses WHERE case_id IN ${placeholders(caseIds.length)}`, caseIds);
}

/** Gives back what a case rests on. */
export async function freeAchievement(tx: Tx, caseId: string): Promise<void> {
  await tx.change('DELETE FROM achievement_uses WHERE case_id = ?', [caseId]);
}
