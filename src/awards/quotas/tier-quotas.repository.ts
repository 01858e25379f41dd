import { canonicalJson } from '../../../workflows/kernel';
import type { QuotaRounding, SubjectKind } from '../../../workflows/rulebook';
import type { SqlCondition } from '../../platform/auth/scope';
import { ConcurrencyError } from '../../platform/errors/platform.errors';
import {
  inChunks,
  insertRows,
  locking,
  placeholders,
  UniqueViolationError,
  type RowReader,
  type Tx,
} from '../../platform/persistence';
import type { QuotaAt, QuotaCase, QuotaMeasure, StatedBase } from './tier-quota';

const MOST_AT_ONCE = 500;

/** A quota as its row holds it. */
export interface TierQuotaRow extends StatedBase {
  readonly id: string;
  readonly tier: string;
  readonly scopeId: string;
  readonly unitPath: string;
  readonly year: number | null;
  readonly subjects: SubjectKind | null;
  readonly source: string | null;
  readonly finding: string | null;
}

/** Columns of a TierQuotaRow by its names. */
export const TIER_QUOTA = `id, tier, scope_id AS "scopeId", unit_path AS "unitPath", year, subjects, base, rounding, source,
  finding`;

const CASE = `c.id AS "caseId", c.tier, c.subject_kind AS "subjectKind", c.unit_id AS "unitId",
  c.unit_path AS "unitPath", c.campaign_id AS "campaignId", k.unit_path AS "campaignPath",
  k.rulebook_release AS "release", c.achieved_to AS "achievedTo", d.submitted_at AS "submittedAt",
  d.authority_unit_id AS "authorityUnitId", a.path AS "authorityPath"`;

const FROM = `FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units a ON a.id = d.authority_unit_id
  LEFT JOIN campaigns k ON k.id = c.campaign_id`;

/** A place with how its case stands now. */
export interface PlaceRow {
  readonly caseId: string;
  readonly placeNumber: number;
  readonly tier: string;
  readonly state: string;
}

/** Cases by id, as quotas look at them: those that the condition lets through. */
export async function quotaCasesOf(
  rows: RowReader,
  caseIds: readonly string[],
  condition: SqlCondition,
): Promise<readonly QuotaCase[]> {
  const found: QuotaCase[] = [];
  for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
    found.push(
      ...(await rows.rows<QuotaCase>(
        `SELECT ${CASE} ${FROM} WHERE c.id IN ${placeholders(some.length)} AND ${condition.sql} ORDER BY c.id`,
        [...some, ...condition.params],
      )),
    );
  }
  return found;
}

/** The same of the cases on the list of a decision, with one statement. */
export function quotaCasesOfDecision(
  rows: RowReader,
  decisionId: string,
  condition: SqlCondition,
): Promise<readonly QuotaCase[]> {
  return rows.rows<QuotaCase>(
    `SELECT ${CASE} ${FROM} JOIN decision_cases l ON l.case_id = c.id
     WHERE l.decision_id = ? AND ${condition.sql} ORDER BY c.id`,
    [decisionId, ...condition.params],
  );
}

/** The row of a quota, written by whoever comes first and held until the transaction ends: lists come one after another. */
export async function takeTierQuota(tx: Tx, quota: QuotaAt): Promise<TierQuotaRow> {
  const { id, tier, scopeId, unitPath, year, subjects } = quota;
  await tx.change(
    `INSERT INTO tier_quotas (id, tier, scope_id, unit_path, year, subjects) VALUES ${placeholders(6)}
     ON CONFLICT DO NOTHING`,
    [id, tier, scopeId, unitPath, year, subjects],
  );
  const [row] = await tx.rows<TierQuotaRow>(
    `SELECT ${TIER_QUOTA} FROM tier_quotas WHERE id = ?${locking(tx, 'taken')}`,
    [id],
  );
  if (!row) throw new ConcurrencyError(`The quota ${id}`);
  return row;
}

/** Writes what the office states, in place of what it stated before. */
export async function writeBase(
  tx: Tx,
  id: string,
  {
    base,
    rounding,
    source,
  }: { readonly base: number; readonly rounding: QuotaRounding | null; readonly source: string },
): Promise<void> {
  await tx.change('UPDATE tier_quotas SET base = ?, rounding = ?, source = ? WHERE id = ?', [
    ...[base, rounding, source, id],
  ]);
}

/** The places of a quota, in their order. */
export function readPlaces(rows: RowReader, quotaId: string): Promise<PlaceRow[]> {
  return rows.rows<PlaceRow>(
    `SELECT q.case_id AS "caseId", q.place_number AS "placeNumber", c.tier, c.state
     FROM tier_quota_places q JOIN award_cases c ON c.id = q.case_id WHERE q.quota_id = ? ORDER BY q.place_number`,
    [quotaId],
  );
}

/** Frees places, gives others, and keeps what the list was measured by. Throws ConcurrencyError when a place was just taken. */
export async function writePlaces(
  tx: Tx,
  quotaId: string,
  change: {
    readonly freed: readonly string[];
    readonly given: readonly (readonly [string, number])[];
    readonly measure: QuotaMeasure;
  },
): Promise<void> {
  for (const some of inChunks(change.freed, MOST_AT_ONCE)) {
    await tx.change(`DELETE FROM tier_quota_places WHERE quota_id = ? AND case_id IN ${placeholders(some.length)}`, [
      quotaId,
      ...some,
    ]);
  }
  const rows = change.given.map(([caseId, number]) => ({ case_id: caseId, quota_id: quotaId, place_number: number }));
  try {
    await insertRows(tx, 'tier_quota_places', rows);
  } catch (error) {
    throw error instanceof UniqueViolationError ? new ConcurrencyError('The quota', { cause: error }) : error;
  }
  await tx.change('UPDATE tier_quotas SET finding = ? WHERE id = ?', [canonicalJson(change.measure), quotaId]);
}

/** The unit that leads a campaign, by its path; undefined when there is no such campaign. */
export async function pathOfCampaign(rows: RowReader, campaignId: string): Promise<string | undefined> {
  const [found] = await rows.rows<{ path: string }>('SELECT unit_path AS "path" FROM campaigns WHERE id = ?', [
    campaignId,
  ]);
  return found?.path;
}
