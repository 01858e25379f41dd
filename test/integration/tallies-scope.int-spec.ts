import { scopeOf, SYSTEM_SCOPE, type Scope } from '../../src/platform/auth/scope';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { TallyCasesQuery, TallyTableQuery } from '../../src/tallies/dto/tally-filter.request';
import type { QuotaStandingResponse } from '../../src/tallies/dto/tally.response';
import { aTalliedCase } from '../factories/tallies';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTallies } from './tallies-rig';
import { actorOn } from './verify-rig';

const district = scopeOf(actorOn({ id: 'd', path: '/d/' }, 'standingOffice'));
const ward = scopeOf(actorOn({ id: 'w1', path: '/d/w1/' }, 'unitHead'));
const stranger = scopeOf(actorOn({ id: 'e', path: '/e/' }, 'standingOffice'));

function numbersOf({ proposed, used, left, waiting }: Omit<QuotaStandingResponse, 'unitId' | 'isOpen'>): number[] {
  return [proposed, used, left, waiting];
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

/** That nobody reads numbers beyond their seats, on either database. */
function scopeContract(database: DatabaseOf): void {
  describe('a tally', () => {
    const rig = useTallies(database);
    const decidedIn = async (scope: Scope, campaignId: string | null = 'c1'): Promise<object> => {
      const { coverage, state } = await rig.queries.of(scope, { campaignId, axis: 'decision' });
      return { coverage, awards: state.totals[0]?.counts.decided.awards };
    };
    beforeEach(async () => {
      await rig.plan('c1');
      const paths = ['/d/w1/', '/d/w2/', '/d/w2/'];
      await rig.put(paths.map((unitPath, n) => aTalliedCase({ campaignId: 'c1', unitPath, subjectId: `s${n}` })));
      await rig.put([aTalliedCase({ unitPath: '/d/w1/' }), aTalliedCase({ unitPath: '/e/' })], 3);
      await rig.countAll();
    });

    it('is whole for whoever covers the campaign', async () => {
      expect(await decidedIn(district)).toEqual({ coverage: 'whole', awards: 3 });
    });

    it('covers their own cases only for a unit below the campaign', async () => {
      expect(await decidedIn(ward)).toEqual({ coverage: 'ownUnits', awards: 1 });
    });

    it('does not tell a stranger that the campaign is there', async () => {
      await expect(rig.queries.of(stranger, { campaignId: 'c1', axis: 'decision' })).rejects.toThrow(NotFoundError);
      await expect(rig.queries.resultsOf(stranger, 'c1')).rejects.toThrow(NotFoundError);
      await expect(rig.breakdowns.casesBehind(stranger, behind())).rejects.toThrow(NotFoundError);
    });

    it('tells a unit below nothing before the campaign is launched, and whoever covers it everything', async () => {
      await rig.change('UPDATE campaigns SET rulebook_release = NULL');
      await expect(rig.queries.of(ward, { campaignId: 'c1', axis: 'decision' })).rejects.toThrow(NotFoundError);
      await expect(rig.queries.resultsOf(ward, 'c1')).rejects.toThrow(NotFoundError);
      await expect(rig.breakdowns.casesBehind(ward, behind())).rejects.toThrow(NotFoundError);
      expect(await decidedIn(district)).toEqual({ coverage: 'whole', awards: 3 });
    });

    it('is there for units of another tree that launch the campaign as well or that its plan names: of their own cases', async () => {
      const asked = { campaignId: 'c1', axis: 'decision' } as const;
      const other = scopeOf(actorOn({ id: 'f', path: '/f/' }, 'standingOffice'));
      const add = (id: string): Promise<number> =>
        rig.change(
          `INSERT INTO units (id, code, name, name_folded, kind, level, path, is_outside, valid_from, version)
           VALUES ('${id}', '${id}', '${id}', '${id}', 'ward', 'commune', '/${id}/', 0, '2021-01-01', 1)`,
        );
      for (const id of ['e', 'f']) await add(id);
      const [plan] = await rig.reads.rows<{ revision: number }>(
        `SELECT plan_revision AS "revision" FROM campaigns WHERE id = 'c1'`,
      );
      const revision = String(plan?.revision);
      await rig.change(
        `INSERT INTO campaign_units (campaign_id, plan_revision, unit_id) VALUES ('c1', ${revision}, 'e')`,
      );
      await rig.change(
        `INSERT INTO campaign_issuers (campaign_id, plan_revision, unit_id) VALUES ('c1', ${revision}, 'f')`,
      );
      expect(await rig.queries.of(stranger, asked)).toMatchObject({ coverage: 'ownUnits', state: { totals: [] } });
      expect(await rig.queries.of(other, asked)).toMatchObject({ coverage: 'ownUnits', state: { totals: [] } });
      await rig.change('UPDATE campaigns SET rulebook_release = NULL');
      await expect(rig.queries.of(stranger, asked)).rejects.toThrow(NotFoundError);
    });

    it('of a campaign that is not there is not there, for the system either', async () => {
      await expect(decidedIn(SYSTEM_SCOPE, 'c9')).rejects.toThrow(NotFoundError);
      await expect(rig.queries.resultsOf(SYSTEM_SCOPE, 'c9')).rejects.toThrow(NotFoundError);
    });

    it('covers outside campaigns what lies below the reader', async () => {
      expect(await decidedIn(district, null)).toEqual({ coverage: 'ownUnits', awards: 1 });
      expect(await decidedIn(SYSTEM_SCOPE, null)).toEqual({ coverage: 'whole', awards: 2 });
    });

    it('of results covers all units for the campaign, and its own for a unit below', async () => {
      await rig.change(
        `INSERT INTO units (id, code, name, name_folded, kind, level, path, is_outside, valid_from, version)
         VALUES ('w1', 'w1', 'w1', 'w1', 'ward', 'commune', '/d/w1/', 0, '2021-01-01', 1)`,
      );
      const keys = async (scope: Scope): Promise<object> => {
        const { coverage, units } = await rig.queries.resultsOf(scope, 'c1');
        return { coverage, units: units.map(({ key }) => key) };
      };
      expect(await keys(district)).toEqual({ coverage: 'whole', units: ['w1', 'w2'] });
      expect(await keys(ward)).toEqual({ coverage: 'ownUnits', units: ['w1'] });
    });

    it('has exactly the cases behind it that it counted, page by page', async () => {
      const first = await rig.breakdowns.casesBehind(district, behind({ limit: 2 }));
      const second = await rig.breakdowns.casesBehind(district, behind({ limit: 2, cursor: first.nextCursor ?? '' }));
      expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(['case-0', 'case-1', 'case-2']);
      expect(second.nextCursor).toBeNull();
      expect([first.total, second.total]).toEqual([3, 3]);
      expect((await rig.breakdowns.casesBehind(ward, behind())).items).toMatchObject([
        { caseId: 'case-0', money: '0' },
      ]);
    });

    it('reads no more groups for a request than it would show, however many there are', async () => {
      const asked = jest.spyOn(rig.reads, 'rows');
      const query = Object.assign(new TallyTableQuery(), { campaignId: 'c1', axis: 'decision', by: ['unit'] });
      await rig.breakdowns.groupsOf(district, query);
      expect(asked.mock.calls.at(-1)?.[0]).toMatch(/LIMIT 20001$/);
      asked.mockRestore();
    });

    it('shows the quotas of councils that the seat covers, with the cases under each', async () => {
      const quota = { campaignId: 'c1', tier: 'GK', places: 2, isOpen: true, entries: ['placed', 'waiting'] as const };
      await rig.putQuotas([
        { ...quota, unitPath: '/d/' },
        { ...quota, unitPath: '/d/w1/' },
        { ...quota, unitPath: '/d/w1/', isOpen: false, entries: ['ended'] },
      ]);
      const standings = async (scope: Scope, more: object = {}): Promise<readonly unknown[]> => {
        const query = { campaignId: 'c1', axis: 'decision' as const, limit: 50, ...more };
        const { items } = await rig.standings.of(scope, query);
        return items.map(({ unitId, isOpen, ...each }) => [unitId, isOpen, ...numbersOf(each)]);
      };
      const own = [
        ['w1', true, 1, 1, 1, 1],
        ['w1', false, 1, 0, 2, 0],
      ];
      expect(await standings(ward)).toEqual(own);
      expect(await standings(district)).toEqual([['d', true, 3, 1, 1, 1], ...own]);
      const in2023 = await standings(district, { year: 2023 });
      expect(in2023).toEqual([
        ['d', true, 0, 1, 1, 1],
        ...own.map(([unit, open, , ...rest]) => [unit, open, 0, ...rest]),
      ]);
      expect(await standings(district, { tier: 'LDTT' })).toEqual([]);
      await expect(standings(stranger)).rejects.toThrow(NotFoundError);
      const table = await rig.standings.tableOf(ward, { campaignId: 'c1', axis: 'decision' });
      expect(table.split('\r\n')).toEqual([
        '\u{FEFF}"Danh hiệu, hình thức",Hội đồng,Chỉ tiêu,Số đề nghị,Đã dùng,Còn lại,Danh sách chờ',
        'GK,,2,1,1,1,1',
        'GK,,2,1,0,2,0',
        '',
      ]);
      await expect(rig.standings.tableOf(stranger, { campaignId: 'c1', axis: 'decision' })).rejects.toThrow(
        NotFoundError,
      );
    });

    it('lists cases by tier, kind and stage', async () => {
      const count = async (more: Partial<TallyCasesQuery>): Promise<number> =>
        (await rig.breakdowns.casesBehind(district, behind(more))).items.length;
      expect(await count({ tier: 'GK', subjectKind: 'collective' })).toBe(3);
      expect(await count({ tier: 'LDTT' })).toBe(0);
      expect(await count({ subjectKind: 'person' })).toBe(0);
      expect(await count({ stage: 'presented' })).toBe(0);
      expect(await count({ family: 'party' })).toBe(0);
      expect(await count({ year: 2023 })).toBe(0);
    });
  });
}

describe('the scope of tallies', () => {
  it('is that of the seats which may read them, not of all seats', () => {
    const officer = actorOn({ id: 'd', path: '/d/' }, 'unitOfficer');
    const head = actorOn({ id: 'w1', path: '/d/w1/' }, 'unitHead');
    const both = { ...officer, seats: [...officer.seats, ...head.seats] };
    expect(scopeOf(both, ['tally.read']).unitPaths).toEqual(['/d/w1/']);
  });
});

describeSqlite('on SQLite', scopeContract);
describePostgresDatabase('on PostgreSQL', scopeContract);
