import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import {
  insertRows,
  locking,
  inChunks,
  placeholders,
  type RowLock,
  type RowReader,
  type SqlValue,
  type Tx,
} from '../../platform/persistence';
import type { DossierRecord, Paper } from './dossier';

/** The columns of a DossierRecord by its names. */
export const DOSSIER_COLUMNS = `id, number, dated_on AS "datedOn", signer_title AS "signerTitle", campaign_id AS "campaignId",
  cycle_id AS "cycleId", unit_id AS "unitId", unit_path AS "unitPath", authority_unit_id AS "authorityUnitId",
  authority_level AS "authorityLevel", papers, state, submitted_at AS "submittedAt", received_at AS "receivedAt",
  complete_at AS "completeAt", appraisal_due_on AS "appraisalDueOn", return_reason AS "returnReason", version, created_at AS "createdAt",
  (SELECT t.is_provisional FROM deadlines t WHERE t.stream_id = dossiers.id AND t.deadline_key = 'appraisalDue'
     AND t.status <> 'dropped') AS "isAppraisalProvisional"`;

type StoredDossier = Omit<DossierRecord, 'papers'> & { readonly papers: string };

/** Reads a dossier, with a lock when something rests on its state; undefined when there is none with this id. */
export async function readDossier(rows: RowReader, id: string, lock?: RowLock): Promise<DossierRecord | undefined> {
  const sql = `SELECT ${DOSSIER_COLUMNS} FROM dossiers WHERE id = ?${locking(rows, lock)}`;
  const [stored] = await rows.rows<StoredDossier>(sql, [id]);
  return stored && { ...stored, papers: JSON.parse(stored.papers) as Paper[] };
}

/**
 * Path of the unit that a dossier goes to. What is received, appraised and decided is its affair: a unit must not judge
 * its own nominations. Throws when there is no such dossier.
 */
export async function readAuthorityPath(rows: RowReader, dossierId: string): Promise<string> {
  const [authority] = await rows.rows<{ path: string }>(
    'SELECT u.path FROM dossiers d JOIN units u ON u.id = d.authority_unit_id WHERE d.id = ?',
    [dossierId],
  );
  if (!authority) throw new Error(`The dossier ${dossierId} has no receiving unit`);
  return authority.path;
}

/** Cases in one statement. */
const MOST_AT_ONCE = 1_000;

/** The same for many cases, by case id. */
export async function readAuthorityPathsOfCases(
  rows: RowReader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const some of inChunks(caseIds, MOST_AT_ONCE)) {
    const found = await rows.rows<{ readonly id: string; readonly path: string }>(
      `SELECT c.id, u.path FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id
         JOIN units u ON u.id = d.authority_unit_id WHERE c.id IN ${placeholders(some.length)}`,
      some,
    );
    for (const { id, path } of found) paths.set(id, path);
  }
  return paths;
}

/** Inserts a dossier in draft, at version 1 and without papers. */
export async function insertDossier(
  tx: Tx,
  dossier: Pick<
    DossierRecord,
    | 'id'
    | 'number'
    | 'datedOn'
    | 'signerTitle'
    | 'campaignId'
    | 'cycleId'
    | 'unitId'
    | 'unitPath'
    | 'authorityUnitId'
    | 'authorityLevel'
    | 'createdAt'
  >,
): Promise<void> {
  await insertRows(tx, 'dossiers', [
    {
      id: dossier.id,
      number: dossier.number,
      dated_on: dossier.datedOn,
      signer_title: dossier.signerTitle,
      campaign_id: dossier.campaignId,
      cycle_id: dossier.cycleId,
      unit_id: dossier.unitId,
      unit_path: dossier.unitPath,
      authority_unit_id: dossier.authorityUnitId,
      authority_level: dossier.authorityLevel,
      papers: canonicalJson([]),
      state: 'draft',
      version: 1,
      created_at: dossier.createdAt,
    },
  ]);
}

/** What a command changes of a dossier; what is absent stays. */
export type DossierChange = Partial<
  Pick<
    DossierRecord,
    'papers' | 'state' | 'submittedAt' | 'receivedAt' | 'completeAt' | 'appraisalDueOn' | 'returnReason'
  >
>;

/** What a submission writes: a dossier that comes again is received and checked again, and the clock starts anew. */
export function submittedAt(at: Instant): DossierChange {
  const anew = { receivedAt: null, completeAt: null, appraisalDueOn: null, returnReason: null };
  return { state: 'submitted', submittedAt: at, ...anew };
}

/** Writes a change on the version that was read. Throws ConcurrencyError when the dossier has moved on. */
export async function updateDossier(tx: Tx, before: DossierRecord, change: DossierChange): Promise<void> {
  const values = columnsOf(change);
  const sets = Object.keys(values).map((name) => `${name} = ?`);
  const changed = await tx.change(
    `UPDATE dossiers SET ${[...sets, 'version = version + 1'].join(', ')} WHERE id = ? AND version = ?`,
    [...Object.values(values), before.id, before.version],
  );
  if (changed === 0) throw new ConcurrencyError(`dossier ${before.id}`);
}

/** The tiers that a dossier nominates for. */
export async function readTiers(rows: RowReader, dossierId: string): Promise<readonly string[]> {
  const found = await rows.rows<{ tier: string }>('SELECT DISTINCT tier FROM award_cases WHERE dossier_id = ?', [
    dossierId,
  ]);
  return found.map(({ tier }) => tier);
}

/** How many cases of a dossier are in each state. */
export async function countCasesByState(rows: RowReader, dossierId: string): Promise<ReadonlyMap<string, number>> {
  const counts = await rows.rows<{ state: string; count: number }>(
    'SELECT state, COUNT(*) AS count FROM award_cases WHERE dossier_id = ? GROUP BY state ORDER BY state',
    [dossierId],
  );
  return new Map(counts.map(({ state, count }) => [state, count]));
}

/** Ids of the next cases of a dossier in one of these states, in the order of their ids. */
export async function readCaseIds(
  rows: RowReader,
  dossierId: string,
  asked: {
    readonly states: readonly string[];
    readonly after: string;
    readonly limit: number;
    /** Only these; all when absent. */
    readonly caseIds?: readonly string[] | undefined;
  },
): Promise<readonly string[]> {
  const marks = asked.states.map(() => '?').join(', ');
  const only = asked.caseIds === undefined ? '' : `AND id IN ${placeholders(asked.caseIds.length)}`;
  const found = await rows.rows<{ id: string }>(
    `SELECT id FROM award_cases WHERE dossier_id = ? AND state IN (${marks}) AND id > ? ${only} ORDER BY id LIMIT ?`,
    [dossierId, ...asked.states, asked.after, ...(asked.caseIds ?? []), asked.limit],
  );
  return found.map(({ id }) => id);
}

function columnsOf(change: DossierChange): Readonly<Record<string, SqlValue>> {
  const { papers, state, submittedAt: submitted, receivedAt, completeAt, appraisalDueOn, returnReason } = change;
  const values: Readonly<Record<string, SqlValue | Instant | undefined>> = {
    papers: papers && canonicalJson(papers),
    state,
    submitted_at: submitted,
    received_at: receivedAt,
    complete_at: completeAt,
    appraisal_due_on: appraisalDueOn,
    return_reason: returnReason,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined),
  );
}
