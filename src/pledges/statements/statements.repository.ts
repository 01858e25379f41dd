import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { insertRows, locking, type RowReader, type Tx } from '../../platform/persistence';
import type { RecordStatementRequest } from '../dto/result-statement.request';

/** A statement as it is first written. */
export interface NewStatement {
  readonly id: string;
  readonly unitPath: string;
  readonly at: Instant;
  /** Commitment of the paper's title. */
  readonly paperTitle: string;
  readonly input: Omit<RecordStatementRequest, 'paperTitle'>;
}

/** Writes a statement. */
export function insertStatement(tx: Tx, { id, unitPath, at, paperTitle, input }: NewStatement): Promise<void> {
  const { paperNumber: number, paperIssuer: issuer, paperDate: date, paperSha256: sha256 } = input;
  const known = Object.entries({ title: paperTitle, number, issuer, date, sha256 }).filter(
    ([, value]) => value !== undefined,
  );
  return insertRows(tx, 'result_statements', [
    {
      id,
      campaign_id: input.campaignId,
      unit_id: input.unitId,
      unit_path: unitPath,
      of_total: input.of,
      reached: input.reached,
      exceeded: input.exceeded,
      as_of: input.asOf,
      paper: canonicalJson(Object.fromEntries(known)),
      recorded_at: at,
    },
  ]);
}

/** The unit of a statement; undefined when there is no such statement. */
export async function unitPathOfStatement(rows: RowReader, id: string): Promise<string | undefined> {
  const [row] = await rows.rows<{ unitPath: string }>(
    'SELECT unit_path AS "unitPath" FROM result_statements WHERE id = ?',
    [id],
  );
  return row?.unitPath;
}

/** Takes a statement back; false when it was taken back before. */
export async function withdrawStatement(
  tx: Tx,
  id: string,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<boolean> {
  const changed = await tx.change(
    'UPDATE result_statements SET withdrawn_at = ?, withdrawn_for = ? WHERE id = ? AND withdrawn_at IS NULL',
    [at, reason, id],
  );
  return changed === 1;
}

/** Whether a unit issues a campaign, alone or with others, or takes part in it; the campaign is held, so that its plan stays meanwhile. */
export async function concernsUnit(tx: Tx, campaignId: string, unitId: string): Promise<boolean> {
  const [row] = await tx.rows<{ partaking: number; issuing: number; isFirst: number }>(
    `SELECT (SELECT COUNT(*) FROM campaign_units x
        WHERE x.campaign_id = c.id AND x.plan_revision = c.plan_revision AND x.unit_id = ?) AS "partaking",
       (SELECT COUNT(*) FROM campaign_issuers i
        WHERE i.campaign_id = c.id AND i.plan_revision = c.plan_revision AND i.unit_id = ?) AS "issuing",
       CASE WHEN c.unit_id = ? THEN 1 ELSE 0 END AS "isFirst"
     FROM campaigns c WHERE c.id = ?${locking(tx, 'held')}`,
    [unitId, unitId, unitId, campaignId],
  );
  return row !== undefined && row.partaking + row.issuing + row.isFirst > 0;
}
