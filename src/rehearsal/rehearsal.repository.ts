import type { Instant } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import type { MeasuredLine, Reminder } from './world/rehearsal-world';

/** Who was told of a deadline from this moment on, in order. */
export async function readReminders(rows: RowReader, from: Instant): Promise<readonly Reminder[]> {
  const found = await rows.rows<Omit<Reminder, 'isLate'> & { readonly isLate: number }>(
    `SELECT x.id, x.created_at AS "at", d.kind, d.deadline_key AS "deadlineKey", d.stream_id AS "thingId",
       d.due_on AS "dueOn", o.offset_days AS "offsetDays", x.recipient_user_id AS "userId", x.channel,
       x.is_late AS "isLate", COALESCE(n.message_vi, '') AS "message"
     FROM deliveries x JOIN occurrences o ON o.id = x.occurrence_id JOIN deadlines d ON d.id = o.deadline_id
       LEFT JOIN notices n ON n.delivery_id = x.id
     WHERE x.created_at >= ? ORDER BY x.created_at, d.due_on, o.offset_days, x.id`,
    [from],
  );
  return found.map((reminder) => ({ ...reminder, isLate: reminder.isLate === 1 }));
}

/** The values of one progress report. */
export function readResults(rows: RowReader, pledgeId: string, period: string): Promise<MeasuredLine[]> {
  return rows.rows<MeasuredLine>(
    `SELECT v.measure_code AS "measureCode", v.status, v.percent
     FROM progress_values v JOIN progress_reports r ON r.id = v.report_id
     WHERE r.pledge_id = ? AND r.period = ? ORDER BY v.measure_code`,
    [pledgeId, period],
  );
}

/** The state of a dossier, which is a register without a machine; undefined when there is none. */
export async function readDossierState(rows: RowReader, id: string): Promise<string | undefined> {
  const [dossier] = await rows.rows<{ readonly state: string }>('SELECT state FROM dossiers WHERE id = ?', [id]);
  return dossier?.state;
}

/** Jobs that failed and are not done, in words. */
export async function readFailedJobs(rows: RowReader): Promise<readonly string[]> {
  const jobs = await rows.rows<{ readonly job: string; readonly problem: string }>(
    `SELECT job, last_error AS "problem" FROM outbox WHERE last_error IS NOT NULL AND done_at IS NULL ORDER BY id`,
  );
  return jobs.map(({ job, problem }) => `${job}: ${problem}`);
}
