import type { RowReader } from '../platform/persistence';

/** What a piece is called, and the campaign that it makes known; undefined when there is none with this id. */
export async function readPieceName(
  rows: RowReader,
  id: string,
): Promise<{ readonly name: string; readonly campaignId: string } | undefined> {
  const [found] = await rows.rows<{ name: string; campaignId: string }>(
    `SELECT p.content AS name, n.campaign_id AS "campaignId"
     FROM publicity_pieces p JOIN publicity_plans n ON n.id = p.plan_id WHERE p.id = ?`,
    [id],
  );
  return found;
}
