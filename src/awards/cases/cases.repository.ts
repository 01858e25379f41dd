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

/** What a case rests on. */
export interface AchievementClaim {
  readonly achievementId: string;
  readonly caseId: string;
}

/**
 * Takes achievements for cases, each another one. Throws ConcurrencyError when another case took one of them since the
 * facts were gathered: the next attempt sees that and says why.
 */
export async function claimAchievements(tx: Tx, claims: readonly AchievementClaim[]): Promise<void> {
  if (claims.length === 0) return;
  // In one order for everybody, so that two who want the same ones wait for each other and never in a circle.
  const inOrder = [...claims].sort((a, b) => (a.achievementId < b.achievementId ? -1 : 1));
  const claimed = await tx.change(
    `INSERT INTO achievement_uses (achievement_id, case_id) VALUES ${inOrder.map(() => '(?, ?)').join(', ')}
     ON CONFLICT (achievement_id) DO NOTHING`,
    inOrder.flatMap(({ achievementId, caseId }) => [achievementId, caseId]),
  );
  if (claimed < claims.length) throw new ConcurrencyError(`The achievement ${claims[0]?.achievementId ?? ''}`);
}

/** Gives back what many cases rest on. */
export async function freeAchievements(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.change(`DELETE FROM achievement_uses WHERE case_id IN ${placeholders(caseIds.length)}`, caseIds);
}
