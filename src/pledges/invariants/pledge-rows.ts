import type { Snapshot } from '../../../workflows/kernel';
import type { PledgeContext } from '../../../workflows/pledge';
import type { Invariant, InvariantContext, Violation } from '../../platform/invariants/invariant';
import { scan } from '../../platform/invariants/scan';
import { grouped, instancesOf, pagesOf } from '../../platform/invariants/stored-instances';
import { placeholders, type RowReader } from '../../platform/persistence';

/** Rows beside a pledge, each as one line of text, so that two lists can be compared. */
interface Lines {
  readonly what: string;
  readonly ofSnapshot: readonly string[];
  readonly ofRows: readonly string[];
}

interface RowLine {
  readonly pledgeId: string;
  readonly line: string;
}

/** Values, signatures and reports are rows for lists and tallies; the snapshot is the truth that they follow. */
export const pledgeRowsFollowTheSnapshot: Invariant = {
  name: 'pledge-rows',
  promise: 1,
  describe: {
    vi: 'Mức đăng ký, chữ ký và báo cáo lưu thành dòng đúng như trạng thái của bản đăng ký.',
    en: 'Rows of pledged values, signatures and reports say what the snapshot of the pledge says.',
  },
  check: (context) =>
    scan(context, { page: pagesOf(context.reads, 'pledges'), judge: (ids) => differing(context, ids) }),
};

async function differing({ reads }: InvariantContext, ids: readonly string[]): Promise<readonly Violation[]> {
  const pledges = await instancesOf(reads, 'pledges', ids);
  const [values, members, reports] = [
    await valueLines(reads, ids),
    await memberLines(reads, ids),
    await reportLines(reads, ids),
  ];
  return pledges.flatMap(({ id, snapshot }) => {
    const { context } = JSON.parse(snapshot) as Snapshot<PledgeContext>;
    const { signedUnitIds } = context;
    const all: readonly Lines[] = [
      {
        what: 'pledged values',
        ofSnapshot: Object.entries(context.values).map(([code, { value, reason }]) =>
          line(code, value, reason !== null),
        ),
        ofRows: values(id),
      },
      {
        what: 'signatures',
        ofSnapshot: context.memberUnitIds.map((unitId) => line(unitId, signedUnitIds.includes(unitId))),
        ofRows: members(id),
      },
      {
        what: 'reports',
        ofSnapshot: context.reports.map((report) => line(report.id, report.period, report.asOf, report.status)),
        ofRows: reports(id),
      },
    ];
    return all
      .filter(({ ofSnapshot, ofRows }) => [...ofSnapshot].sort().join('\n') !== [...ofRows].sort().join('\n'))
      .map(({ what }) => ({ subject: `pledge ${id}`, message: `has other rows of ${what} than its snapshot says` }));
  });
}

type LinesOf = (pledgeId: string) => readonly string[];

async function valueLines(reads: RowReader, ids: readonly string[]): Promise<LinesOf> {
  const rows = await reads.rows<{ pledgeId: string; code: string; value: string; reason: string | null }>(
    `SELECT v.pledge_id AS "pledgeId", v.measure_code AS "code", v.value, v.reason
     FROM pledge_values v JOIN pledges p ON p.id = v.pledge_id AND p.values_revision = v.values_revision
     WHERE v.pledge_id IN ${placeholders(ids.length)}`,
    ids,
  );
  return byPledge(
    rows.map(({ pledgeId, code, value, reason }) => ({ pledgeId, line: line(code, value, reason !== null) })),
  );
}

async function memberLines(reads: RowReader, ids: readonly string[]): Promise<LinesOf> {
  const rows = await reads.rows<{ pledgeId: string; unitId: string; isSigned: number }>(
    `SELECT pledge_id AS "pledgeId", unit_id AS "unitId", is_signed AS "isSigned" FROM pledge_members
     WHERE pledge_id IN ${placeholders(ids.length)}`,
    ids,
  );
  return byPledge(rows.map(({ pledgeId, unitId, isSigned }) => ({ pledgeId, line: line(unitId, isSigned === 1) })));
}

async function reportLines(reads: RowReader, ids: readonly string[]): Promise<LinesOf> {
  const rows = await reads.rows<{ pledgeId: string; id: string; period: string; asOf: string; status: string }>(
    `SELECT pledge_id AS "pledgeId", id, period, as_of AS "asOf", status FROM progress_reports
     WHERE pledge_id IN ${placeholders(ids.length)}`,
    ids,
  );
  return byPledge(
    rows.map(({ pledgeId, id, period, asOf, status }) => ({ pledgeId, line: line(id, period, asOf, status) })),
  );
}

function byPledge(rows: readonly RowLine[]): LinesOf {
  const lines = grouped(rows, ({ pledgeId }) => pledgeId);
  return (pledgeId) => (lines.get(pledgeId) ?? []).map((row) => row.line);
}

function line(...parts: readonly (string | boolean)[]): string {
  return JSON.stringify(parts);
}
