import { coveredBy, type Scope } from '../../platform/auth/scope';
import { allOf } from '../../platform/http/pages/conditions';
import type { RowReader } from '../../platform/persistence';
import type { Paper } from '../dossiers/dossier';

/** The case that this one became at the level above; null when there is none here. */
export async function readSuccessorId(rows: RowReader, caseId: string): Promise<string | null> {
  const [found] = await rows.rows<{ id: string }>('SELECT id FROM award_cases WHERE parent_case_id = ?', [caseId]);
  return found?.id ?? null;
}

/**
 * Papers that are evidence of an achievement, whichever dossier in scope they were handed in with: what goes up shares
 * them by reference.
 */
export async function readEvidence(rows: RowReader, scope: Scope, achievementId: string): Promise<readonly Paper[]> {
  const named = 'd.id IN (SELECT c.dossier_id FROM award_cases c WHERE c.achievement_id = ?)';
  const condition = allOf([{ sql: named, params: [achievementId] }, coveredBy(scope, 'd.unit_path')]);
  const dossiers = await rows.rows<{ papers: string }>(
    `SELECT d.papers FROM dossiers d WHERE ${condition.sql} ORDER BY d.created_at, d.id LIMIT 100`,
    condition.params,
  );
  return dossiers
    .flatMap(({ papers }) => JSON.parse(papers) as readonly Paper[])
    .filter((paper) => paper.achievementId === achievementId);
}
