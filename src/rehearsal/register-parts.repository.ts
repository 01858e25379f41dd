import type { RowReader } from '../platform/persistence';
import type { Part, Thing } from './world/rehearsal-world';

/** Where the parts of things without a machine are, and what each is called by. */
const PARTS: Readonly<Record<string, string>> = {
  unit: `SELECT id, "name" FROM (
      SELECT id, unit_id, person_id AS "name", valid_from FROM unit_delegates
      UNION ALL SELECT id, unit_id, manager_id AS "name", valid_from FROM unit_co_managers
    ) AS terms WHERE unit_id = ? ORDER BY valid_from, id`,
  council: `SELECT id, "name" FROM (
      SELECT id, council_id, person_id AS "name", valid_from FROM council_members
      UNION ALL SELECT id, council_id, person_id AS "name", valid_from FROM council_delegates
    ) AS terms WHERE council_id = ? ORDER BY valid_from, id`,
  cluster: `SELECT id, person_id AS "name" FROM cluster_delegates WHERE cluster_id = ? ORDER BY valid_from, id`,
  user: `SELECT id, "name" FROM (
      SELECT id, user_id, role AS "name" FROM seats
      UNION ALL SELECT id, user_id, 'token' AS "name" FROM api_tokens WHERE revoked_at IS NULL
    ) AS parts WHERE user_id = ? ORDER BY id`,
  violationList: `SELECT id, CAST(ordinal AS TEXT) AS "name" FROM violation_rows WHERE list_id = ? ORDER BY ordinal`,
  decisionRecord: `SELECT id, subject_id AS "name" FROM award_records
    WHERE decision_record_id = ? AND withdrawn_at IS NULL ORDER BY id`,
  initiative: `SELECT id, COALESCE(case_id, award_record_id) AS "name" FROM initiative_uses
    WHERE initiative_id = ? AND released_at IS NULL ORDER BY id`,
  import: `SELECT job_id AS id, 'job' AS "name" FROM imports WHERE id = ? AND job_id IS NOT NULL`,
  consultation: `SELECT id, received_on AS "name" FROM consultation_objections
    WHERE consultation_id = ? ORDER BY received_on, id`,
  dossier: `SELECT id, COALESCE(case_id, dossier_id) AS "name" FROM dossier_gaps WHERE dossier_id = ? ORDER BY id`,
};

/**
 * What a thing has, called by whom or what it is about: delegates and second managers of a unit, members and delegates of a
 * council or a cluster, awards of an entered decision, uses of an initiative, what a dossier lacks. Seats of a user are
 * called by their role, rows of a list by their place, objections by the day on which they came, a token `token`, the work
 * of entering a file `job`.
 */
export async function readRegisterParts(rows: RowReader, { kind, id }: Thing): Promise<readonly Part[] | undefined> {
  const select = PARTS[kind];
  if (select === undefined) return undefined;
  const found = await rows.rows<{ readonly id: string; readonly name: string }>(select, [id]);
  return found.map((part) => ({ id: part.id, names: [part.name] }));
}
