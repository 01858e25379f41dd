import { canonicalJson, type Dong, type Instant, type Refusal } from '../../../workflows/kernel';
import type { SubjectKind } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';

/** A case on the list of a decision, as settling needs it. */
export interface ListedCase {
  readonly caseId: string;
  /** Place on the paper, from 0. */
  readonly ordinal: number;
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly state: string;
  /** The decision that decided it; null while none has. */
  readonly decisionId: string | null;
  /** 1 where the decision was printed with it: then that is what it says. */
  readonly isPrinted: number;
  readonly amount: Dong | null;
}

/** The next cases of a list, from this place on and in the order of the paper. */
export function readListed(
  rows: RowReader,
  decisionId: string,
  page: { readonly from: number; readonly limit: number },
): Promise<ListedCase[]> {
  return rows.rows<ListedCase>(
    `SELECT c.id AS "caseId", l.ordinal, c.tier, c.subject_kind AS "subjectKind", c.state,
       c.decision_id AS "decisionId", CASE WHEN p.case_id IS NULL THEN 0 ELSE 1 END AS "isPrinted", p.amount
     FROM decision_cases l JOIN award_cases c ON c.id = l.case_id
       LEFT JOIN decision_prints p ON p.decision_id = l.decision_id AND p.case_id = l.case_id
     WHERE l.decision_id = ? AND l.ordinal >= ? ORDER BY l.ordinal LIMIT ?`,
    [decisionId, page.from, page.limit],
  );
}

/** What the sentences about a decision name it by. */
export interface DecisionHead {
  readonly state: string;
  readonly number: string | null;
  readonly symbol: string | null;
}

/** State, number and symbol of a decision; undefined when there is none with this id. */
export async function readHead(rows: RowReader, decisionId: string): Promise<DecisionHead | undefined> {
  const [head] = await rows.rows<DecisionHead>('SELECT state, number, symbol FROM decisions WHERE id = ?', [
    decisionId,
  ]);
  return head;
}

/** A case that did not follow its decision. */
export interface Conflict {
  readonly caseId: string;
  readonly reasons: readonly Refusal[];
}

/** Replaces what is known of conflicts among the first places of a list, from `from` up to but without `to`. */
export async function writeConflicts(
  tx: Tx,
  batch: { readonly decisionId: string; readonly command: string; readonly from: number; readonly to: number },
  conflicts: readonly Conflict[],
  at: Instant,
): Promise<void> {
  const { decisionId, command, from, to } = batch;
  await tx.change(
    `DELETE FROM decision_conflicts WHERE decision_id = ? AND command = ? AND case_id IN
       (SELECT case_id FROM decision_cases WHERE decision_id = ? AND ordinal >= ? AND ordinal < ?)`,
    [decisionId, command, decisionId, from, to],
  );
  await addConflicts(tx, { decisionId, command }, conflicts, at);
}

/** Notes which cases did not follow a decision, and why. */
export async function addConflicts(
  tx: Tx,
  { decisionId, command }: { readonly decisionId: string; readonly command: string },
  conflicts: readonly Conflict[],
  at: Instant,
): Promise<void> {
  await insertRows(
    tx,
    'decision_conflicts',
    conflicts.map(({ caseId, reasons }) => ({
      decision_id: decisionId,
      case_id: caseId,
      command,
      reasons: canonicalJson(reasons),
      occurred_at: at,
    })),
  );
}

/** Notes that the consequences of a state have been carried out; a revocation is never taken back by a late issue. */
export async function markSettled(tx: Tx, decisionId: string, state: 'issued' | 'revoked'): Promise<void> {
  const unless = state === 'issued' ? ` AND settled_state IS NULL` : '';
  await tx.change(`UPDATE decisions SET settled_state = ? WHERE id = ?${unless}`, [state, decisionId]);
}
