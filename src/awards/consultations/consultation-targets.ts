import { isOpenState } from '../../../workflows/award';
import type { RowReader } from '../../platform/persistence';
import type { OpenConsultationRequest } from './dto/consultation.request';

/** What an opinion is asked about: whose it is, who asks, and whether it is still being considered. */
export interface ConsultationTarget {
  readonly caseId: string | null;
  readonly consolidationId: string | null;
  /** Path of the unit that submitted the case; of a list, of the authority. */
  readonly unitPath: string;
  /** Path of the unit that asks. */
  readonly authorityPath: string;
  readonly isConsidered: boolean;
}

/** The case or the list that is named; undefined when there is none. */
export async function readTarget(
  rows: RowReader,
  { caseId, consolidationId }: Pick<OpenConsultationRequest, 'caseId' | 'consolidationId'>,
): Promise<ConsultationTarget | undefined> {
  if (caseId !== undefined) return targetCase(rows, caseId);
  return consolidationId === undefined ? undefined : targetList(rows, consolidationId);
}

async function targetCase(rows: RowReader, caseId: string): Promise<ConsultationTarget | undefined> {
  const [found] = await rows.rows<{ state: string; unitPath: string; authorityPath: string }>(
    `SELECT c.state, c.unit_path AS "unitPath", u.path AS "authorityPath"
     FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units u ON u.id = d.authority_unit_id
     WHERE c.id = ?`,
    [caseId],
  );
  if (!found) return undefined;
  const { state, ...paths } = found;
  const isConsidered = isOpenState(state) && state !== 'sentUp' && state !== 'returned';
  return { caseId, consolidationId: null, ...paths, isConsidered };
}

async function targetList(rows: RowReader, consolidationId: string): Promise<ConsultationTarget | undefined> {
  const [found] = await rows.rows<{ state: string; path: string }>(
    'SELECT state, unit_path AS path FROM consolidations WHERE id = ?',
    [consolidationId],
  );
  if (!found) return undefined;
  const { state, path } = found;
  return { caseId: null, consolidationId, unitPath: path, authorityPath: path, isConsidered: state !== 'dissolved' };
}
