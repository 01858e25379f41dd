import { Injectable, type OnModuleInit } from '@nestjs/common';
import { joinPartakers, reportRequestsOf } from '../campaigns';
import type { SqlCondition } from '../platform/auth/scope';
import { placeholders, type RowReader } from '../platform/persistence';
import { OwedThings, type OwedDeadline, type WhichUnits } from '../reminders';

/** Pledges that a unit has handed in: with a draft, or one that came back, it has not pledged yet. */
const HANDED_IN = "('submitted', 'registered', 'reporting', 'concluded')";

/** Says of which units a pledge or a report is asked, and which owe it. What a person pledged settles nothing for the unit. */
@Injectable()
export class PledgeOwings implements OnModuleInit {
  constructor(private readonly owed: OwedThings) {}

  onModuleInit(): void {
    this.owed.register('campaign.registrationCloses', (_, deadlines, which) => pledgesOwed(deadlines, which));
    this.owed.register('campaign.reportDue', reportsOwed);
  }
}

function pledgesOwed(deadlines: readonly OwedDeadline[], which: WhichUnits): SqlCondition {
  const unpledged = `AND NOT EXISTS (
    SELECT 1 FROM pledges p JOIN pledge_members m ON m.pledge_id = p.id
    WHERE p.campaign_id = c.id AND m.unit_id = x.unit_id AND p.person_id IS NULL AND p.state IN ${HANDED_IN})`;
  return {
    sql: `SELECT d.id AS deadline_id, x.unit_id FROM deadlines d JOIN campaigns c ON c.id = d.stream_id
      ${joinPartakers(which)}
      WHERE d.id IN ${placeholders(deadlines.length)} ${which === 'owing' ? unpledged : ''}`,
    params: deadlines.map(({ id }) => id),
  };
}

/** The period of a request is in the campaign's snapshot, so that the requests go in as values. */
async function reportsOwed(
  rows: RowReader,
  deadlines: readonly OwedDeadline[],
  which: WhichUnits,
): Promise<SqlCondition> {
  const requests = await reportRequestsOf(rows, [...new Set(deadlines.map(({ streamId }) => streamId))]);
  const asked = deadlines.flatMap(({ id, key, streamId }) => {
    const request = requests.get(streamId)?.find((each) => key === `reportDue:${each.id}`);
    return request ? [[id, streamId, request.id, request.period, request.isForAll ? 1 : 0] as const] : [];
  });
  if (asked.length === 0) return { sql: 'SELECT id AS deadline_id, unit_id FROM deadlines WHERE 1 = 0', params: [] };
  const values = 'CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS integer)';
  const unreported = `AND NOT EXISTS (
    SELECT 1 FROM progress_reports r JOIN pledges p ON p.id = r.pledge_id JOIN pledge_members m ON m.pledge_id = p.id
    WHERE r.campaign_id = c.id AND r.period = a.column4 AND m.unit_id = x.unit_id AND p.person_id IS NULL)`;
  return {
    sql: `SELECT a.column1 AS deadline_id, x.unit_id
      FROM (VALUES ${asked.map(() => `(${values})`).join(', ')}) a
      JOIN campaigns c ON c.id = a.column2 ${joinPartakers(which)}
      WHERE (a.column5 = 1 OR EXISTS (
          SELECT 1 FROM campaign_addressees d WHERE d.request_id = a.column3 AND d.unit_id = x.unit_id))
        ${which === 'owing' ? unreported : ''}`,
    params: asked.flat(),
  };
}
