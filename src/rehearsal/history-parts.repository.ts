import type { RowReader } from '../platform/persistence';
import type { Part, Thing } from './world/rehearsal-world';

/** Where the parts of a register of history are, and what each is called by. */
const PARTS: Readonly<Record<string, string>> = {
  violationList: `SELECT id, CAST(ordinal AS TEXT) AS "name" FROM violation_rows WHERE list_id = ? ORDER BY ordinal`,
  decisionRecord: `SELECT id, subject_id AS "name" FROM award_records
    WHERE decision_record_id = ? AND withdrawn_at IS NULL ORDER BY id`,
  initiative: `SELECT id, COALESCE(case_id, award_record_id) AS "name" FROM initiative_uses
    WHERE initiative_id = ? AND released_at IS NULL ORDER BY id`,
};

/** Rows of a list by their place, awards of an entered decision by their subject, uses of an initiative by what they back. */
export async function readHistoryParts(rows: RowReader, { kind, id }: Thing): Promise<readonly Part[] | undefined> {
  const select = PARTS[kind];
  if (select === undefined) return undefined;
  const found = await rows.rows<{ readonly id: string; readonly name: string }>(select, [id]);
  return found.map((part) => ({ id: part.id, names: [part.name] }));
}
