import type { AwardContext } from '../../../workflows/award';
import type { Snapshot } from '../../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import type { DossierRecord, Paper } from '../dossiers/dossier';

/** A case that was sent up, with the unit that sent it and the paper it went with. */
export interface SentCase {
  readonly id: string;
  readonly state: string;
  readonly context: AwardContext;
  readonly dossierId: string;
  readonly dossierNumber: string;
  /** The unit that considered it: now the one that submits. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly unitName: string;
  readonly parentUnitId: string | null;
  /** The list that it went up on, if it did. */
  readonly listId: string | null;
  readonly listNumber: string | null;
  readonly listDatedOn: string | null;
  readonly listSigner: string | null;
}

/** Reads a case with what is needed to send it up; undefined when there is none with this id. */
export async function readSentCase(rows: RowReader, caseId: string): Promise<SentCase | undefined> {
  const [found] = await rows.rows<Omit<SentCase, 'context'> & { readonly snapshot: string }>(
    `SELECT c.id, c.state, c.snapshot, d.id AS "dossierId", d.number AS "dossierNumber", u.id AS "unitId",
       u.path AS "unitPath", u.name AS "unitName", u.parent_id AS "parentUnitId", k.id AS "listId",
       k.number AS "listNumber", k.dated_on AS "listDatedOn", k.signer_title AS "listSigner"
     FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units u ON u.id = d.authority_unit_id
       LEFT JOIN consolidation_holds h ON h.case_id = c.id
       LEFT JOIN consolidations k ON k.id = h.consolidation_id AND k.state = 'sent'
     WHERE c.id = ?`,
    [caseId],
  );
  if (!found) return undefined;
  const { snapshot, ...sent } = found;
  return { ...sent, context: (JSON.parse(snapshot) as Snapshot<AwardContext>).context };
}

/** Inserts the dossier of what goes up, submitted already: the unit below submitted its cases when it sent them. */
export async function insertSentDossier(
  tx: Tx,
  dossier: Pick<
    DossierRecord,
    | 'id'
    | 'number'
    | 'datedOn'
    | 'signerTitle'
    | 'unitId'
    | 'unitPath'
    | 'authorityUnitId'
    | 'authorityLevel'
    | 'papers'
    | 'createdAt'
  >,
): Promise<void> {
  const { id, number, datedOn, signerTitle, unitId, unitPath, authorityUnitId, authorityLevel, createdAt } = dossier;
  await insertRows(tx, 'dossiers', [
    {
      ...{ id, number, dated_on: datedOn, signer_title: signerTitle, campaign_id: null, cycle_id: null },
      ...{ unit_id: unitId, unit_path: unitPath, authority_unit_id: authorityUnitId, authority_level: authorityLevel },
      ...{ papers: JSON.stringify(dossier.papers satisfies readonly Paper[]), state: 'submitted' },
      ...{ submitted_at: createdAt, version: 1, created_at: createdAt },
    },
  ]);
}

/** How the higher level ended a case: the decision's head, or the dossier's of the case above. */
export interface JudgedCase {
  readonly state: string;
  readonly context: AwardContext;
  readonly authorityName: string;
  readonly dossierNumber: string;
  readonly decisionNumber: string | null;
  readonly decisionSymbol: string | null;
}

/** Reads what a case was told; undefined when there is none with this id. */
export async function readJudgedCase(rows: RowReader, caseId: string): Promise<JudgedCase | undefined> {
  const [found] = await rows.rows<Omit<JudgedCase, 'context'> & { readonly snapshot: string }>(
    `SELECT c.state, c.snapshot, u.name AS "authorityName", d.number AS "dossierNumber",
       s.number AS "decisionNumber", s.symbol AS "decisionSymbol"
     FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units u ON u.id = d.authority_unit_id
       LEFT JOIN decisions s ON s.id = c.decision_id
     WHERE c.id = ?`,
    [caseId],
  );
  if (!found) return undefined;
  const { snapshot, ...judged } = found;
  return { ...judged, context: (JSON.parse(snapshot) as Snapshot<AwardContext>).context };
}
