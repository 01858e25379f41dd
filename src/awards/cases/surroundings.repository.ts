import type { Instant, LocalDate } from '../../../workflows/kernel';
import type { GovernmentLevel } from '../../../workflows/rulebook';
import type { SubjectRef } from '../../people';
import { placeholders, type RowReader } from '../../platform/persistence';
import type { DossierState } from '../dossiers/dossier-states';

/** What the dossier of a case and the ledgers say of it. */
export interface CaseSurroundings {
  readonly dossierState: DossierState;
  /** Path of the unit that nominates. */
  readonly unitPath: string;
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly submittedAt: Instant | null;
  readonly authorityLevel: GovernmentLevel;
  readonly paperCount: number;
  /** Another case rests on the achievement. */
  readonly isUsed: boolean;
  /** Something about the subject is pending on that day. */
  readonly isFrozen: boolean;
  /** The level above has a case of its own for this one. */
  readonly hasSuccessor: boolean;
  /** The campaign is concluded or cancelled. */
  readonly campaignIsOver: boolean;
}

/** What is looked up for a case. */
export interface SurroundingsQuestion {
  readonly dossierId: string;
  readonly caseId: string;
  readonly achievementId: string;
  /** The case that has the achievement, when this one came up from it. */
  readonly rootCaseId: string | null;
  readonly subject: SubjectRef;
  readonly on: LocalDate;
}

interface StoredSurroundings extends Omit<
  CaseSurroundings,
  'paperCount' | 'isUsed' | 'isFrozen' | 'hasSuccessor' | 'campaignIsOver'
> {
  readonly papers: string;
  readonly isUsed: number;
  readonly isFrozen: number;
  readonly hasSuccessor: number;
  readonly campaignState: string | null;
}

/** A campaign in these states has come to its end. */
const OVER: ReadonlySet<string> = new Set(['concluded', 'cancelled']);

const DOSSIER = `d.state AS "dossierState", d.unit_path AS "unitPath", d.campaign_id AS "campaignId", d.cycle_id AS "cycleId",
  d.submitted_at AS "submittedAt", d.authority_level AS "authorityLevel", d.papers,
  (SELECT p.state FROM campaigns p WHERE p.id = d.campaign_id) AS "campaignState"`;

/** Whether another case uses the achievement, and whether something about the subject is pending. */
const standingOf = (
  { achievement, caseId, holder }: { readonly achievement: string; readonly caseId: string; readonly holder: string },
  subjectId: string,
  subjectKind: string,
): string => `
  CASE WHEN EXISTS (SELECT 1 FROM achievement_uses u WHERE u.achievement_id = ${achievement} AND u.case_id <> ${holder})
    THEN 1 ELSE 0 END AS "isUsed",
  CASE WHEN EXISTS (SELECT 1 FROM award_cases s WHERE s.parent_case_id = ${caseId}) THEN 1 ELSE 0 END AS "hasSuccessor",
  CASE WHEN EXISTS (SELECT 1 FROM subject_freezes f WHERE f.subject_id = ${subjectId}
      AND f.subject_kind = ${subjectKind} AND f.lifted_at IS NULL
      AND f.starts_on <= ? AND (f.ends_on IS NULL OR f.ends_on >= ?))
    THEN 1 ELSE 0 END AS "isFrozen"`;

// One statement for all that lies in the tables of this feature: the hot path counts statements.
const FOR_ONE = `SELECT ${DOSSIER}, ${standingOf({ achievement: '?', caseId: '?', holder: '?' }, '?', '?')}
  FROM dossiers d WHERE d.id = ?`;

const FOR_MANY = `SELECT c.id AS "caseId", ${DOSSIER},
  ${standingOf(
    { achievement: 'c.achievement_id', caseId: 'c.id', holder: 'COALESCE(c.root_case_id, c.id)' },
    'c.subject_id',
    'c.subject_kind',
  )}
  FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id WHERE c.id IN `;

/** Reads what surrounds a case. Throws when there is no such dossier: a case without one is damage. */
export async function readSurroundings(rows: RowReader, question: SurroundingsQuestion): Promise<CaseSurroundings> {
  const { dossierId, caseId, achievementId, rootCaseId, subject, on } = question;
  const params = [achievementId, rootCaseId ?? caseId, caseId, subject.id, subject.kind, on, on, dossierId];
  const [stored] = await rows.rows<StoredSurroundings>(FOR_ONE, params);
  if (!stored) throw new Error(`The dossier ${dossierId} of the case ${caseId} does not exist`);
  return fromStored(stored);
}

/** Reads what surrounds many cases as they stand, by case id. */
export async function readSurroundingsOfMany(
  rows: RowReader,
  caseIds: readonly string[],
  on: LocalDate,
): Promise<ReadonlyMap<string, CaseSurroundings>> {
  if (caseIds.length === 0) return new Map();
  const found = await rows.rows<StoredSurroundings & { readonly caseId: string }>(
    FOR_MANY + placeholders(caseIds.length),
    [on, on, ...caseIds],
  );
  return new Map(found.map(({ caseId, ...stored }) => [caseId, fromStored(stored)]));
}

function fromStored({
  papers,
  isUsed,
  isFrozen,
  hasSuccessor,
  campaignState,
  ...dossier
}: StoredSurroundings): CaseSurroundings {
  return {
    ...dossier,
    hasSuccessor: hasSuccessor === 1,
    campaignIsOver: campaignState !== null && OVER.has(campaignState),
    paperCount: (JSON.parse(papers) as readonly unknown[]).length,
    isUsed: isUsed === 1,
    isFrozen: isFrozen === 1,
  };
}
