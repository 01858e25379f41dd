import { canonicalJson, type Instant, type LocalDate } from '../../workflows/kernel';
import { insertRows, placeholders, type RowReader, type Tx } from '../platform/persistence';
import type { AddPieceRequest } from './dto/publicity.request';
import { ruleOf } from './figure';
import type { NewReport, PieceRecord, PlanRecord, ReportRecord } from './publicity';

/** A plan; undefined when there is none with this id. */
export async function readPlan(rows: RowReader, id: string): Promise<PlanRecord | undefined> {
  const [found] = await rows.rows<PlanRecord>(
    `SELECT id, campaign_id AS "campaignId", unit_id AS "unitId", unit_path AS "unitPath"
     FROM publicity_plans WHERE id = ?`,
    [id],
  );
  return found;
}

/** Inserts a plan at version 1; false when its campaign has one. */
export async function insertPlan(
  tx: Tx,
  { id, campaignId, unitId, unitPath }: PlanRecord,
  paper: string | null,
  at: Instant,
): Promise<boolean> {
  const inserted = await tx.change(
    `INSERT INTO publicity_plans (id, campaign_id, unit_id, unit_path, paper, created_at, version)
     VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (campaign_id) DO NOTHING`,
    [id, campaignId, unitId, unitPath, paper, at],
  );
  return inserted === 1;
}

/** Counts one more change of a plan. First of all, so that changes of one come one after another. */
export async function lockPlan(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE publicity_plans SET version = version + 1 WHERE id = ?', [id]);
}

/** How many pieces a plan has, dropped ones with them. */
export async function countPieces(rows: RowReader, planId: string): Promise<number> {
  const [counted] = await rows.rows<{ count: number }>(
    'SELECT CAST(COUNT(*) AS INTEGER) AS count FROM publicity_pieces WHERE plan_id = ?',
    [planId],
  );
  return counted?.count ?? 0;
}

/** Inserts a piece; false when the plan has one with this code. */
export async function insertPiece(
  tx: Tx,
  { id, planId, chargedPath }: { readonly id: string; readonly planId: string; readonly chargedPath: string },
  input: AddPieceRequest,
): Promise<boolean> {
  const { code, content, duty, channel, chargedUnitId, chargedBody, cadence, startsOn, dueOn, figure } = input;
  const row = {
    ...{ id, plan_id: planId, code, content, duty: duty ?? null, channel, charged_unit_id: chargedUnitId ?? null },
    ...{ charged_body: chargedBody ?? null, charged_path: chargedPath, cadence, starts_on: startsOn ?? null },
    ...{ due_on: dueOn, rule: figure ? canonicalJson(ruleOf(figure)) : null },
  };
  const names = Object.keys(row);
  const inserted = await tx.change(
    `INSERT INTO publicity_pieces (${names.join(', ')}) VALUES ${placeholders(names.length)}
     ON CONFLICT (plan_id, code) DO NOTHING`,
    Object.values(row),
  );
  return inserted === 1;
}

type PieceRow = Omit<PieceRecord, 'rule' | 'isOutside'> & {
  readonly rule: string | null;
  readonly body: string | null;
};

/** A piece that was not dropped, by its code. */
export async function readPiece(rows: RowReader, planId: string, code: string): Promise<PieceRecord | undefined> {
  const [found] = await rows.rows<PieceRow>(
    `SELECT p.id, p.plan_id AS "planId", p.code, COALESCE(p.charged_unit_id, n.unit_id) AS "unitId",
       p.charged_path AS "chargedPath", p.charged_body AS "body", p.cadence, p.starts_on AS "startsOn",
       p.due_on AS "dueOn", p.rule
     FROM publicity_pieces p JOIN publicity_plans n ON n.id = p.plan_id
     WHERE p.plan_id = ? AND p.code = ? AND p.dropped_at IS NULL`,
    [planId, code],
  );
  if (!found) return undefined;
  const { rule, body, ...piece } = found;
  return { ...piece, isOutside: body !== null, rule: rule === null ? null : (JSON.parse(rule) as PieceRecord['rule']) };
}

/** Moves the last day of a piece. */
export async function movePiece(tx: Tx, id: string, dueOn: LocalDate): Promise<void> {
  await tx.change('UPDATE publicity_pieces SET due_on = ? WHERE id = ?', [dueOn, id]);
}

/** Drops a piece; its reports stay. */
export async function dropPiece(tx: Tx, id: string, at: Instant, reason: string): Promise<void> {
  await tx.change('UPDATE publicity_pieces SET dropped_at = ?, drop_reason = ? WHERE id = ?', [at, reason, id]);
}

/** The reports of these pieces that stand, by piece, in the order of their days. */
export async function readReports(
  rows: RowReader,
  pieceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportRecord[]>> {
  if (pieceIds.length === 0) return new Map();
  const found = await rows.rows<ReportRecord & { readonly pieceId: string }>(
    `SELECT id, piece_id AS "pieceId", from_on AS "from", as_of AS "to", value FROM publicity_reports
     WHERE piece_id IN ${placeholders(pieceIds.length)} AND withdrawn_at IS NULL ORDER BY as_of, id`,
    pieceIds,
  );
  const groups = new Map<string, ReportRecord[]>();
  for (const { pieceId, ...report } of found) groups.set(pieceId, [...(groups.get(pieceId) ?? []), report]);
  return groups;
}

/** Inserts a report; it takes the place of its piece and last day, which is unique. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  const { id, pieceId, from, asOf, value, reference } = report;
  await insertRows(tx, 'publicity_reports', [
    { id, piece_id: pieceId, claim: `${pieceId}:${asOf}`, from_on: from, as_of: asOf, value, reference },
  ]);
}

/** Withdraws a report and frees its place. */
export async function withdrawReport(tx: Tx, id: string, at: Instant, reason: string): Promise<void> {
  await tx.change('UPDATE publicity_reports SET claim = NULL, withdrawn_at = ?, withdrawal = ? WHERE id = ?', [
    ...[at, reason, id],
  ]);
}
