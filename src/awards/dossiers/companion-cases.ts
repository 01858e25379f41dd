import { placeholders, readInFlight, type RowReader } from '../../platform/persistence';
import { CASE_STEPS, type CaseStepJob, type ScheduledStep } from './case-steps';
import type { DossierRecord } from './dossier';
import type { CaseStepPayload } from './dto/case-step.payload';

/** Messages of one job that are looked into: as many as are ever on their way. */
const MOST_MESSAGES = 500;

/** The steps after which a case is not where the step looks for it: of the others each message must do its own. */
const MOVES_ON: ReadonlySet<CaseStepJob> = new Set<CaseStepJob>(['submit-cases', 'receive-cases']);

/**
 * Cases of other dossiers for which the same step is on its way, by the same user at the same place: dossiers that are
 * handed in or received together are taken along together. Each dossier's own message then finds nothing left to do.
 */
export async function companionCases(
  rows: RowReader,
  step: ScheduledStep,
  dossier: DossierRecord,
  limit: number,
): Promise<readonly string[]> {
  if (limit <= 0 || !isPlain(step) || !MOVES_ON.has(step.job)) return [];
  const messages = (await readInFlight(rows, step.job, MOST_MESSAGES)) as readonly CaseStepPayload[];
  const alike = messages.filter((each) => isPlain(each) && each.by === step.by);
  const dossierIds = [...new Set(alike.map(({ dossierId }) => dossierId))].filter((id) => id !== dossier.id);
  if (dossierIds.length === 0) return [];
  const { states, while: isMeant, by } = CASE_STEPS[step.job];
  const [column, unitId] = by === 'unit' ? ['unit_id', dossier.unitId] : ['authority_unit_id', dossier.authorityUnitId];
  const found = await rows.rows<{ id: string }>(
    `SELECT c.id FROM dossiers d JOIN award_cases c ON c.dossier_id = d.id
     WHERE d.id IN ${placeholders(dossierIds.length)} AND d.${column} = ? AND d.state IN ${placeholders(isMeant.length)}
       AND c.state IN ${placeholders(states.length)} ORDER BY c.id LIMIT ?`,
    [...dossierIds, unitId, ...isMeant, ...states, limit],
  );
  return found.map(({ id }) => id);
}

/** About a whole dossier, from its first case on. */
function isPlain({ after, caseIds }: Pick<ScheduledStep, 'after' | 'caseIds'>): boolean {
  return after === undefined && caseIds === undefined;
}
