import fc from 'fast-check';
import type { ClusterMembership, TallyFamily, TallySubjectKind } from '../../workflows/tally';
import { insertRows, type SqlValue, type Tx } from '../../src/platform/persistence';
import { RESULT_STATUSES } from '../../src/tallies/results';

const AT = '2024-01-19T07:00:00.000Z';

/** What a tally reads of a case. */
export interface TalliedCase {
  readonly campaignId: string | null;
  readonly unitPath: string;
  readonly state: string;
  readonly tier: string;
  readonly family: TallyFamily;
  readonly subjectKind: TallySubjectKind;
  readonly subjectId: string;
  readonly achievedTo: string;
  readonly decidedOn: string | null;
  readonly presentedOn: string | null;
  readonly paidOn: string | null;
  readonly amount: string | null;
  readonly isUpward: number;
  readonly reviewId: string | null;
}

/** A decided case of the State family of 2023; change what matters. */
export const aTalliedCase = (changes: Partial<TalliedCase> = {}): TalliedCase => ({
  campaignId: null,
  unitPath: '/d/w1/',
  state: 'decided',
  tier: 'GK',
  family: 'state',
  subjectKind: 'collective',
  subjectId: 's1',
  achievedTo: '2023-12-31',
  decidedOn: '2024-01-15',
  presentedOn: null,
  paidOn: null,
  amount: null,
  isUpward: 0,
  reviewId: null,
  ...changes,
});

const day = fc
  .record({ year: fc.integer({ min: 2022, max: 2025 }), month: fc.constantFrom('01', '06', '12') })
  .map(({ year, month }) => `${year}-${month}-15`);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });

/** Any case at all, in these states and campaigns: more than a machine would lead to, so that no rule hides behind another. */
export const anyCase = (
  states: readonly string[],
  campaignIds: readonly (string | null)[],
): fc.Arbitrary<TalliedCase> =>
  fc.record({
    campaignId: fc.constantFrom(...campaignIds),
    unitPath: fc.constantFrom('/d/w1/', '/d/w2/', '/e/'),
    state: fc.constantFrom(...states),
    tier: fc.constantFrom('BK_TINH', 'GK', 'LDTT'),
    family: fc.constantFrom<TallyFamily>('state', 'party'),
    subjectKind: fc.constantFrom<TallySubjectKind>('person', 'collective', 'household'),
    subjectId: fc.constantFrom('s1', 's2', 's3'),
    achievedTo: day,
    decidedOn: maybe(day),
    presentedOn: maybe(day),
    paidOn: maybe(day),
    amount: maybe(fc.bigInt({ min: 0n, max: 10_000_000_000_000n }).map(String)),
    isUpward: fc.constantFrom(0, 1),
    reviewId: maybe(fc.constant('r1')),
  });

/** The persons whom `insertPeople` puts there: nobody says anything of s3's gender. */
const PEOPLE = [
  { id: 's1', gender: 'female', is_direct_worker: 1, is_leader: 0, leader_level: null },
  { id: 's2', gender: 'male', is_direct_worker: 0, is_leader: 1, leader_level: 'commune' },
  { id: 's3', gender: null, is_direct_worker: 0, is_leader: 1, leader_level: null },
];

/** Puts the persons that cases are about where tallies find them. */
export async function insertPeople(tx: Tx): Promise<void> {
  const rest = { name: '', name_folded: '', unit_id: 'd', version: 1 };
  await insertRows(
    tx,
    'people',
    PEOPLE.map((person) => ({ ...rest, ...person })),
  );
}

const memberDay = fc.constantFrom('2022-06-01', '2022-12-31', '2023-05-31', '2023-06-30', '2024-01-01', '2024-12-31');

/** Any unit in any of three clusters, two of one year, for any time. */
export const anyMembership: fc.Arbitrary<ClusterMembership> = fc
  .record({
    cluster: fc.constantFrom(
      { clusterId: 'k1', endsOn: '2023-12-31' },
      { clusterId: 'k2', endsOn: '2023-05-31' },
      { clusterId: 'k3', endsOn: '2024-12-31' },
    ),
    unitId: fc.constantFrom('w1', 'w2'),
    validFrom: memberDay,
    validTo: maybe(memberDay),
  })
  .map(({ cluster, ...rest }) => ({ ...cluster, ...rest }) as ClusterMembership);

/** Puts the three clusters and these memberships where tallies find them. */
export async function insertMemberships(tx: Tx, memberships: readonly ClusterMembership[]): Promise<void> {
  const ofCluster = {
    period_type: 'calendarYear',
    starts_on: '2022-01-01',
    unit_id: 'd',
    unit_path: '/d/',
    version: 1,
  };
  const named = (id: string): object => ({ id, code: id, name: `Cụm ${id}`, name_folded: id, period: id });
  await insertRows(
    tx,
    'clusters',
    [...new Map(memberships.map(({ clusterId, endsOn }) => [clusterId, endsOn]))].map(([id, ends_on]) => ({
      ...named(id),
      ...ofCluster,
      ends_on,
    })),
  );
  await insertRows(
    tx,
    'cluster_members',
    memberships.map(({ clusterId, unitId, validFrom, validTo }, index) => ({
      ...{ id: `member-${index}`, cluster_id: clusterId, unit_id: unitId, valid_from: validFrom, valid_to: validTo },
    })),
  );
}

/** A quota and the states of the lines of its ledger. */
export interface KeptQuota {
  readonly campaignId: string | null;
  readonly unitPath: string;
  readonly tier: string;
  readonly places: number;
  readonly isOpen: boolean;
  readonly entries: readonly ('placed' | 'waiting' | 'freed' | 'ended')[];
}

/** Any quota of a council, with any ledger. */
export const anyQuota: fc.Arbitrary<KeptQuota> = fc.record({
  campaignId: fc.constantFrom('c1', null),
  unitPath: fc.constantFrom('/d/', '/d/w1/', '/e/'),
  tier: fc.constantFrom('GK', 'LDTT'),
  places: fc.integer({ min: 0, max: 9 }),
  isOpen: fc.boolean(),
  entries: fc.array(fc.constantFrom('placed', 'waiting', 'freed', 'ended'), { maxLength: 5 }),
});

/** Puts quotas where tallies find them. */
export async function insertQuotas(tx: Tx, quotas: readonly KeptQuota[]): Promise<void> {
  const rest = { tie: 'revote', woman_first: 0 };
  await insertRows(
    tx,
    'review_quotas',
    quotas.map(({ campaignId, unitPath, tier, places, isOpen }, index) => ({
      ...{ ...rest, id: `quota-${index}`, council_id: 'council', campaign_id: campaignId, tier, places },
      ...{ open_key: isOpen ? `open-${index}` : null, unit_id: unitPath.split('/').at(-2) ?? '', unit_path: unitPath },
    })),
  );
  await insertRows(
    tx,
    'review_quota_entries',
    quotas.flatMap(({ entries }, index) =>
      entries.map((state, line) => ({
        ...{
          item_id: `item-${index}-${line}`,
          quota_id: `quota-${index}`,
          review_id: 'review',
          case_id: 'case',
          state,
        },
        ...{ place_number: state === 'placed' ? line : null, waiting_number: state === 'waiting' ? line : null },
      })),
    ),
  );
}

/** Makes a case that is there another one, under the next version. */
export async function changeCase(tx: Tx, index: number, to: TalliedCase): Promise<void> {
  await tx.change(
    `UPDATE award_cases SET state = ?, tier = ?, subject_id = ?, decided_on = ?, presented_on = ?, paid_on = ?, amount = ?,
     review_id = ?, is_upward = ?, version = version + 1 WHERE id = ?`,
    [
      ...[to.state, to.tier, to.subjectId, to.decidedOn, to.presentedOn, to.paidOn, to.amount],
      ...[to.reviewId, to.isUpward, `case-${index}`],
    ],
  );
}

/** Puts cases where tallies find them. `from` keeps the ids of several calls apart. */
export async function insertCases(tx: Tx, cases: readonly TalliedCase[], from = 0): Promise<void> {
  await insertRows(
    tx,
    'award_cases',
    cases.map((each, index) => ({
      ...workflowRow(`case-${from + index}`, 'award@1', each.state, each.unitPath),
      dossier_id: 'dossier',
      campaign_id: each.campaignId,
      tier: each.tier,
      family: each.family,
      commendation: 'merit',
      subject_kind: each.subjectKind,
      subject_id: each.subjectId,
      achievement_id: `achievement-${from + index}`,
      achieved_from: each.achievedTo,
      achieved_to: each.achievedTo,
      is_upward: each.isUpward,
      review_id: each.reviewId,
      decided_on: each.decidedOn,
      presented_on: each.presentedOn,
      paid_on: each.paidOn,
      amount: each.amount,
    })),
  );
}

/** A campaign's plan and what its units reported, as far as results are concerned. */
export interface ReportedPlan {
  readonly units: readonly string[];
  /** Indicator of each measure, in the order of the measures. */
  readonly indicators: readonly string[];
  readonly reports: readonly {
    readonly unit: string;
    readonly pledgeState: string;
    readonly asOf: string;
    readonly values: readonly { readonly measure: number; readonly status: string; readonly isVerified: boolean }[];
  }[];
}

/** Any plan of up to five measures and three units, with up to eight reports in any state. */
export const anyReportedPlan: fc.Arbitrary<ReportedPlan> = fc.record({
  units: fc.uniqueArray(fc.constantFrom('w1', 'w2', 'w3'), { minLength: 1 }),
  indicators: fc.array(fc.constantFrom('1', '2', '10'), { minLength: 1, maxLength: 5 }),
  reports: fc.array(
    fc.record({
      unit: fc.constantFrom('w1', 'w2', 'w3'),
      pledgeState: fc.constantFrom('registered', 'reporting', 'concluded', 'withdrawn', 'discontinued'),
      asOf: day,
      values: fc.uniqueArray(
        fc.record({
          measure: fc.integer({ min: 0, max: 5 }),
          status: fc.constantFrom(...RESULT_STATUSES),
          isVerified: fc.boolean(),
        }),
        { selector: ({ measure }) => measure },
      ),
    }),
    { maxLength: 8 },
  ),
});

/** Puts a plan, its pledges and their reports where tallies find them; an older revision of the plan lies beside it. */
export async function insertReportedPlan(tx: Tx, campaignId: string, plan: ReportedPlan): Promise<void> {
  await insertRows(tx, 'campaigns', [
    {
      ...workflowRow(campaignId, 'campaign@1', 'underway', '/d/'),
      code: campaignId,
      kind: 'regular',
      starts_on: '2024-01-01',
      ends_on: '2024-12-31',
      plan_revision: 2,
      rulebook_release: 'release',
    },
  ]);
  const revision = { campaign_id: campaignId, plan_revision: 2 };
  const older = { campaign_id: campaignId, plan_revision: 1 };
  await insertRows(tx, 'campaign_units', [
    ...plan.units.map((unit_id) => ({ ...revision, unit_id })),
    { ...older, unit_id: 'gone' },
  ]);
  const measureOf = (code: string, indicator_code: string): Record<string, SqlValue> => ({
    code,
    indicator_code,
    ordinal: 0,
    name: code,
    is_mandatory: 1,
    rule: '{}',
  });
  await insertRows(tx, 'campaign_measures', [
    ...plan.indicators.map((indicator, index) => ({ ...revision, ...measureOf(`m${index}`, indicator) })),
    { ...older, ...measureOf('m9', '9') },
  ]);
  for (const [index, report] of plan.reports.entries()) await insertReport(tx, campaignId, index, report);
}

async function insertReport(
  tx: Tx,
  campaignId: string,
  index: number,
  { unit, pledgeState, asOf, values }: ReportedPlan['reports'][number],
): Promise<void> {
  const pledge = `${campaignId}-p${index}`;
  const report = `${campaignId}-r${index}`;
  await insertRows(tx, 'pledges', [
    {
      ...workflowRow(pledge, 'pledge@1', pledgeState, `/d/${unit}/`),
      unit_id: unit,
      campaign_id: campaignId,
      kind: 'registration',
      values_revision: 1,
      plan_revision: 2,
    },
  ]);
  await insertRows(tx, 'progress_reports', [
    {
      id: report,
      pledge_id: pledge,
      campaign_id: campaignId,
      plan_revision: 2,
      period: 'any',
      as_of: asOf,
      status: 'verified',
      created_at: AT,
    },
  ]);
  await insertRows(
    tx,
    'progress_values',
    values.map(({ measure, status, isVerified }) => ({
      report_id: report,
      measure_code: `m${measure}`,
      reported: '1',
      verified: isVerified ? '1' : null,
      status,
    })),
  );
}

function workflowRow(id: string, definition: string, state: string, unitPath: string): Record<string, SqlValue> {
  return {
    id,
    definition,
    definition_hash: 'hash',
    state,
    status: 'active',
    snapshot: '{}',
    version: 1,
    event_seq: 1,
    event_hash: 'hash',
    unit_id: unitPath.split('/').at(-2) ?? '',
    unit_path: unitPath,
    created_at: AT,
    updated_at: AT,
  };
}
