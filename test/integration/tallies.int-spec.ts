import fc from 'fast-check';
import { awardWorkflow } from '../../workflows/award';
import { instant } from '../../workflows/kernel';
import { foldTally, type TallyAxis } from '../../workflows/tally';
import { CreateAwardCases1767225702100 } from '../../src/awards/migrations/1767225702100-create-award-cases';
import { campaignsSchema } from '../../src/campaigns';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { scopeOf, SYSTEM_SCOPE, type Scope } from '../../src/platform/auth/scope';
import { VirtualClock } from '../../src/platform/clock';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import type { Schema } from '../../src/platform/persistence';
import { CreatePledges1767225703000 } from '../../src/pledges/migrations/1767225703000-create-pledges';
import { CreateProgressReports1767225703100 } from '../../src/pledges/migrations/1767225703100-create-progress-reports';
import { talliesSchema } from '../../src/tallies';
import { casesForFold, countCases } from '../../src/tallies/case-counts.repository';
import { NOT_PROPOSED, RECOMMENDED, TALLY_AXES } from '../../src/tallies/case-stages';
import { ALL } from '../../src/tallies/current-numbers';
import { tallyScopeOf } from '../../src/tallies/reading-scope';
import { TallyCasesQuery } from '../../src/tallies/dto/tally-queries.request';
import { countResults, resultsForFold } from '../../src/tallies/results.repository';
import { foldResults, resultTallyOf } from '../../src/tallies/results';
import { TalliesQueries } from '../../src/tallies/tallies.queries';
import { TalliesService } from '../../src/tallies/tallies.service';
import { tallyOf } from '../../src/tallies/tally-of-counts';
import { unitsSchema } from '../../src/units';
import {
  anyCase,
  anyReportedPlan,
  aTalliedCase,
  insertCases,
  insertReportedPlan,
  type TalliedCase,
} from '../factories/tallies';
import { describePostgresDatabase, describeSqlite, usePersistence, type DatabaseOf } from '../support/database';
import { actorOn } from './verify-rig';

const SCHEMA: Schema = {
  entities: [],
  migrations: [
    ...unitsSchema.migrations,
    ...campaignsSchema.migrations,
    CreateAwardCases1767225702100,
    CreatePledges1767225703000,
    CreateProgressReports1767225703100,
    ...talliesSchema.migrations,
  ],
};

const TABLES = [
  'award_cases',
  'pledges',
  'progress_reports',
  'progress_values',
  'campaigns',
  'campaign_units',
  'campaign_measures',
  'tally_runs',
  'tally_rows',
  'tally_results',
  'units',
];

/** All states of a case. */
const STATES = awardWorkflow.transitions.statePaths;

const NOW = instant('2024-02-01T00:00:00.000Z');

/** That tallies are right, current, and cut to the reader, on either database. */
function talliesContract(database: DatabaseOf): void {
  describe('tallies', () => {
    const open = usePersistence(database, SCHEMA);
    const clock = new VirtualClock(NOW);
    const queries = (): TalliesQueries => new TalliesQueries(open().reads, clock);
    const put = (cases: readonly TalliedCase[], from = 0): Promise<void> =>
      open().uow.run((tx) => insertCases(tx, cases, from));
    const empty = (): Promise<void> =>
      open().uow.run(async (tx) => {
        for (const table of TABLES) await tx.change(`DELETE FROM ${table}`);
      });
    const aCampaign = (units: readonly string[] = ['w1', 'w2']): Promise<void> =>
      open().uow.run((tx) => insertReportedPlan(tx, 'c1', { units, indicators: ['1'], reports: [] }));
    /** What the job does. */
    const tally = async (campaignId: string | null): Promise<boolean> => {
      const service = new TalliesService(open().reads);
      const fresh = await service.count(campaignId);
      if (fresh) await open().uow.run((tx) => service.keep(tx, campaignId, fresh, clock.now()));
      return fresh !== undefined;
    };
    beforeEach(async () => {
      clock.set(NOW);
      await empty();
    });

    it('counts any cases as the fold of the core does, on every axis', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyCase(STATES, ['c1', 'c2', null]), { maxLength: 40 }), async (cases) => {
          await empty();
          await put(cases);
          for (const campaignId of ['c1', null]) {
            const counts = await countCases(open().reads, campaignId, ALL);
            const folded = await casesForFold(open().reads, campaignId);
            await tally(campaignId);
            for (const axis of TALLY_AXES) {
              expect(tallyOf(axis, counts)).toEqual(foldTally(folded, axis));
              expect(await queries().of(SYSTEM_SCOPE, { campaignId, axis })).toMatchObject(foldTally(folded, axis));
            }
          }
        }),
        { numRuns: 30 },
      );
    });

    it('counts the results of any plan as their fold does', async () => {
      await fc.assert(
        fc.asyncProperty(anyReportedPlan, async (plan) => {
          await empty();
          await open().uow.run((tx) => insertReportedPlan(tx, 'c1', plan));
          const counts = await countResults(open().reads, 'c1', ALL);
          const folded = foldResults(await resultsForFold(open().reads, 'c1'));
          expect(resultTallyOf(counts)).toEqual(folded);
          await tally('c1');
          const { indicators, measures, units } = await queries().resultsOf(SYSTEM_SCOPE, 'c1');
          expect({ indicator: indicators, measure: measures, unit: units }).toEqual(folded);
        }),
        { numRuns: 30 },
      );
    });

    it('keeps State and Party awards, the three axes and the campaigns apart', async () => {
      await put([
        aTalliedCase({ campaignId: 'c1', presentedOn: '2025-01-10', amount: '1410000' }),
        aTalliedCase({ campaignId: 'c1', family: 'party', tier: 'GK_DANG' }),
        aTalliedCase({ campaignId: null, subjectId: 's2' }),
      ]);
      const years = async (campaignId: string | null, axis: TallyAxis): Promise<readonly number[]> =>
        (await queries().of(SYSTEM_SCOPE, { campaignId, axis })).state.lines.map(({ year }) => year);
      expect(await years('c1', 'achievement')).toEqual([2023]);
      expect(await years('c1', 'decision')).toEqual([2024]);
      expect(await years('c1', 'presentation')).toEqual([2025]);
      expect(await years(null, 'presentation')).toEqual([]);
      const { state, party } = await queries().of(SYSTEM_SCOPE, { campaignId: 'c1', axis: 'achievement' });
      expect(state.totals[0]?.counts.decided).toEqual({ awards: 1, heads: 1, money: '1410000' });
      expect(party.totals[0]?.counts.decided).toEqual({ awards: 1, heads: 1, money: '0' });
    });

    it('answers what was counted last while nothing has changed since, and counts anew when something has', async () => {
      await put([aTalliedCase()]);
      const ask = async (): Promise<readonly [string, number | undefined]> => {
        const { computedAt, state } = await queries().of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' });
        return [computedAt, state.totals[0]?.counts.decided.awards];
      };
      expect(await tally(null)).toBe(true);
      const later = clock.advance(60_000);
      expect(await ask()).toEqual([NOW, 1]);
      expect(await tally(null)).toBe(false);
      await put([aTalliedCase({ subjectId: 's2' })], 1);
      expect(await ask()).toEqual([later, 2]);
      expect(await tally(null)).toBe(true);
      clock.advance(60_000);
      expect(await ask()).toEqual([later, 2]);
    });

    it('notices when a case only gets a new version, a pledge too, and when the plan is amended', async () => {
      await aCampaign();
      await put([aTalliedCase({ campaignId: 'c1' })]);
      const changes = [
        "UPDATE award_cases SET version = 2, state = 'revoked'",
        'UPDATE campaigns SET plan_revision = 3',
        `INSERT INTO pledges (id, definition, definition_hash, state, status, snapshot, version, event_seq, event_hash,
           unit_id, unit_path, created_at, updated_at, campaign_id, kind, values_revision)
         SELECT 'p1', definition, definition_hash, 'registered', status, snapshot, 1, 1, event_hash, 'w1', '/d/w1/',
           created_at, updated_at, 'c1', 'registration', 1 FROM campaigns`,
      ];
      await tally('c1');
      for (const change of changes) {
        expect(await tally('c1')).toBe(false);
        await open().uow.run((tx) => tx.change(change));
        expect(await tally('c1')).toBe(true);
      }
    });

    it('replaces the numbers of one campaign and leaves the others', async () => {
      await put([aTalliedCase({ campaignId: 'c1', tier: 'LDTT' }), aTalliedCase({ campaignId: 'c2' })]);
      await tally('c1');
      await tally('c2');
      await open().uow.run((tx) =>
        tx.change("UPDATE award_cases SET tier = 'GK', version = 2 WHERE campaign_id = 'c1'"),
      );
      await tally('c1');
      const kept = await open().reads.rows<{ key: string; tier: string }>(
        `SELECT DISTINCT campaign_key AS "key", tier FROM tally_rows WHERE tier <> '' ORDER BY campaign_key`,
      );
      expect(kept).toEqual([
        { key: 'c1', tier: 'GK' },
        { key: 'c2', tier: 'GK' },
      ]);
    });

    describe('cut to the reader', () => {
      const district = scopeOf(actorOn({ id: 'd', path: '/d/' }, 'standingOffice'));
      const ward = scopeOf(actorOn({ id: 'w1', path: '/d/w1/' }, 'unitHead'));
      const stranger = scopeOf(actorOn({ id: 'e', path: '/e/' }, 'standingOffice'));
      const decidedIn = async (scope: Scope, campaignId: string | null = 'c1'): Promise<object> => {
        const { coverage, state } = await queries().of(scope, { campaignId, axis: 'decision' });
        return { coverage, awards: state.totals[0]?.counts.decided.awards };
      };
      beforeEach(async () => {
        await aCampaign();
        await put(
          ['/d/w1/', '/d/w2/', '/d/w2/'].map((unitPath, index) =>
            aTalliedCase({ campaignId: 'c1', unitPath, subjectId: `s${index}` }),
          ),
        );
        await put([aTalliedCase({ unitPath: '/d/w1/' }), aTalliedCase({ unitPath: '/e/' })], 3);
      });

      it('gives a campaign whole to whoever covers it, before and after it was tallied', async () => {
        expect(await decidedIn(district)).toEqual({ coverage: 'whole', awards: 3 });
        await tally('c1');
        expect(await decidedIn(district)).toEqual({ coverage: 'whole', awards: 3 });
      });

      it('gives a unit below the campaign the cases of its own, whatever was tallied', async () => {
        await tally('c1');
        expect(await decidedIn(ward)).toEqual({ coverage: 'ownUnits', awards: 1 });
        const { units, coverage } = await queries().resultsOf(ward, 'c1');
        expect({ coverage, units }).toEqual({ coverage: 'ownUnits', units: [] });
      });

      it('does not tell a stranger that the campaign is there', async () => {
        await expect(queries().of(stranger, { campaignId: 'c1', axis: 'decision' })).rejects.toThrow(NotFoundError);
        await expect(queries().resultsOf(stranger, 'c1')).rejects.toThrow(NotFoundError);
        await expect(queries().casesBehind(stranger, behind())).rejects.toThrow(NotFoundError);
      });

      it('counts outside campaigns what lies below the reader', async () => {
        expect(await decidedIn(district, null)).toEqual({ coverage: 'ownUnits', awards: 1 });
        expect(await decidedIn(SYSTEM_SCOPE, null)).toEqual({ coverage: 'whole', awards: 2 });
      });

      it('lists exactly the cases behind a number, page by page', async () => {
        const first = await queries().casesBehind(district, behind({ limit: 2 }));
        const second = await queries().casesBehind(district, behind({ limit: 2, cursor: first.nextCursor ?? '' }));
        expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(['case-0', 'case-1', 'case-2']);
        expect(second.nextCursor).toBeNull();
        expect((await queries().casesBehind(ward, behind())).items).toMatchObject([{ caseId: 'case-0', money: '0' }]);
        expect((await queries().casesBehind(district, behind({ tier: 'LDTT' }))).items).toEqual([]);
        expect((await queries().casesBehind(district, behind({ stage: 'presented' }))).items).toEqual([]);
        expect((await queries().casesBehind(district, behind({ subjectKind: 'collective' }))).items).toHaveLength(3);
      });
    });
  });
}

/** The decided State awards of 2024 in the sample campaign. */
function behind(more: Partial<TallyCasesQuery> = {}): TallyCasesQuery {
  return Object.assign(new TallyCasesQuery(), {
    campaignId: 'c1',
    axis: 'decision',
    year: 2024,
    family: 'state',
    stage: 'decided',
    ...more,
  });
}

describe('the states of a case', () => {
  it('are all known to tallies: not proposed, proposed only, or recommended', () => {
    const proposedOnly = [
      'submitted',
      'received',
      'underAppraisal',
      'ineligible',
      'listed',
      'inReview',
      'notRecommended',
      'onHold.received',
      'onHold.underAppraisal',
      'onHold.listed',
      'onHold.inReview',
    ];
    expect([...NOT_PROPOSED, ...RECOMMENDED, ...proposedOnly].sort()).toEqual([...STATES].sort());
  });
});

describe('the scope of tallies', () => {
  it('is that of the seats which may read them, not of all seats', () => {
    const actor = actorOn({ id: 'd', path: '/d/' }, 'unitOfficer');
    const head = actorOn({ id: 'w1', path: '/d/w1/' }, 'unitHead');
    expect(tallyScopeOf({ ...actor, seats: [...actor.seats, ...head.seats] }).unitPaths).toEqual(['/d/w1/']);
    expect(tallyScopeOf(SYSTEM_ACTOR)).toEqual(SYSTEM_SCOPE);
  });
});

describeSqlite('on SQLite', talliesContract);
describePostgresDatabase('on PostgreSQL', talliesContract);
