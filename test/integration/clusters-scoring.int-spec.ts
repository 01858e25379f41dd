import { SYSTEM_SCOPE, scopeOf } from '../../src/platform/auth/scope';
import { ClustersQueries } from '../../src/clusters/clusters.queries';
import { ScoresQueries } from '../../src/scoring/scores.queries';
import { SheetsQueries } from '../../src/scoring/sheets.queries';
import { RankingsQueries } from '../../src/scoring/rankings.queries';
import { RollDirectory } from '../../src/reviews';
import { ReadDatabase } from '../../src/platform/persistence';
import type { Actor } from '../../src/platform/auth/actor';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { localDate } from '../../workflows/kernel';
import {
  aCampaign,
  aCluster,
  aClusterTown,
  aSheetInput,
  aSheetWith,
  delegates,
  values,
  verified,
  type ClusterTown,
} from '../factories/clusters';
import { codesOf, Reviews, TODAY } from '../factories/reviews';
import { RefusalsSeen } from '../support/refusals-seen';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const PAGE = { limit: 50 };
const NOBODY = '00000000-0000-4000-8000-000000000000';
const FULL = { 'I.1': '8', 'I.2': '60', G: '1' };

function useWorld(database: DatabaseOf): () => Reviews {
  let world: Reviews | undefined;
  beforeAll(async () => {
    world = await Reviews.open(database(), { members: 3 });
  });
  afterAll(() => world?.close());
  return () => {
    if (!world) throw new Error('The world is open only while tests run');
    return world;
  };
}

/** A cluster with a sheet and a campaign, in which the first member has a verified report. */
async function aScoringTown(world: Reviews, count = 3): Promise<ClusterTown & { readonly sheet: string }> {
  const town = await aClusterTown(world, count);
  const office = { actor: world.office };
  const sheet = await world.accepted(
    'scoringSheet.define',
    aSheetInput(world.town.district, world.next('BCD-')),
    office,
  );
  const campaignId = await aCampaign(world, town.units);
  await verified(world, campaignId, town, 0, '60');
  await world.accepted('scoringSheet.useIn', { clusterId: town.cluster, campaignId }, { ...office, id: sheet });
  return { ...town, sheet };
}

/** The score of a member, handed in. */
async function aScore(
  world: Reviews,
  town: ClusterTown,
  index: number,
  of: Readonly<Record<string, string>>,
): Promise<string> {
  const actor = town.officer(index);
  const input = { clusterId: town.cluster, unitId: town.units[index], entries: values(of) };
  const id = await world.accepted('score.draft', input, { actor });
  return world.accepted('score.handIn', {}, { actor, id });
}

function lifeContract(database: DatabaseOf): void {
  const world = useWorld(database);
  let refusals: RefusalsSeen | undefined;
  beforeAll(() => {
    refusals = new RefusalsSeen(world().get(CommandDispatcher), ['cluster.', 'scoringSheet.', 'score.', 'ranking.']);
  });
  const office = (type: string, input: object, id?: string): Promise<CommandResult> =>
    world().send(type, input, { actor: world().office, ...(id ? { id } : {}) });
  const codes = async (sent: Promise<CommandResult>): Promise<readonly string[]> => codesOf(await sent);
  const cluster = (id: string, actor?: Actor): ReturnType<ClustersQueries['one']> =>
    world()
      .get(ClustersQueries)
      .one(actor ? scopeOf(actor) : SYSTEM_SCOPE, id);

  describe('a cluster', () => {
    it('is founded once a period under its code and name, by its keepers, with units that exist', async () => {
      const { district, ward, city } = world().town;
      const input = aCluster('CUM-A', district, [ward]);
      expect(await codes(office('cluster.found', input))).toEqual(['accepted']);
      expect(await codes(office('cluster.found', input))).toEqual(['CLUSTER.TAKEN']);
      expect(await codes(office('cluster.found', { ...input, period: '2025' }))).toEqual(['accepted']);
      const early = { ...input, code: 'CUM-B', name: 'B', endsOn: '2023-12-31' };
      expect(await codes(office('cluster.found', early))).toEqual(['CLUSTER.ENDS_BEFORE_START']);
      expect(await codes(office('cluster.found', { ...input, memberIds: [NOBODY] }))).toEqual(['CLUSTER.UNKNOWN_UNIT']);
      const officer = world().seat('unitOfficer', city, district);
      expect(await world().send('cluster.found', early, { actor: officer })).toMatchObject({ outcome: 'forbidden' });
    });

    it('has each member once, and with a member goes what it leads and who sits for it', async () => {
      const { cluster: id, units } = await aClusterTown(world(), 2);
      const [first, second] = units;
      const since = { validFrom: '2024-03-01' };
      expect(await codes(office('cluster.addMember', { unitId: first, ...since }, id))).toEqual([
        'CLUSTER.MEMBER_ALREADY',
      ]);
      expect(await codes(office('cluster.addMember', { unitId: first, validFrom: '2024-01-01' }, id))).toEqual([
        'CLUSTER.MEMBER_ALREADY',
      ]);
      const head = { unitId: second, role: 'head', validFrom: '2024-05-01', paper: '13/QĐ' };
      expect(await codes(office('cluster.appointHead', head, id))).toEqual(['accepted']);
      expect(await codes(office('cluster.appointHead', { ...head, unitId: world().town.ward }, id))).toEqual([
        'CLUSTER.NOT_MEMBER',
        'CLUSTER.HEAD_TAKEN',
      ]);
      expect((await cluster(id)).heads).toMatchObject([
        { unitId: first, role: 'head', validTo: '2024-04-30' },
        { unitId: second, role: 'head', validFrom: '2024-05-01', validTo: null },
      ]);
      expect(await codes(office('cluster.removeMember', { unitId: second, validTo: '2023-06-30' }, id))).toEqual([
        'CLUSTER.ENDS_BEFORE_START',
      ]);
      const leave = { unitId: second, validTo: '2024-08-31' };
      expect(await codes(office('cluster.removeMember', leave, id))).toEqual(['accepted']);
      expect(await codes(office('cluster.removeMember', leave, id))).toEqual(['CLUSTER.NOT_MEMBER']);
      expect((await cluster(id)).heads.at(-1)).toMatchObject({ unitId: second, validTo: '2024-08-31' });
      expect(await codes(office('cluster.addMember', { unitId: second, validFrom: '2024-10-01' }, id))).toEqual([
        'accepted',
      ]);
      const early = { unitId: second, validTo: '2024-07-31' };
      expect(await codes(office('cluster.removeMember', early, id))).toEqual(['CLUSTER.MEMBER_AGAIN']);
    });

    it('changes until the day it is closed on, which may be moved before it comes', async () => {
      const { cluster: id, units } = await aClusterTown(world(), 1);
      const add = { unitId: world().town.ward, validFrom: '2024-03-01' };
      expect(await codes(office('cluster.close', { on: '2023-12-31' }, id))).toEqual(['CLUSTER.ENDS_BEFORE_START']);
      expect(await codes(office('cluster.close', { on: '2024-12-01' }, id))).toEqual(['accepted']);
      expect(await codes(office('cluster.addMember', add, id))).toEqual(['accepted']);
      expect(await codes(office('cluster.close', { on: TODAY }, id))).toEqual(['accepted']);
      const head = { unitId: units[0], role: 'deputy', validFrom: '2024-05-01', paper: '13/QĐ' };
      for (const [type, input] of [
        ['close', { on: '2024-12-01' }],
        ['addMember', add],
        ['removeMember', { unitId: units[0], validTo: TODAY }],
        ['appointHead', head],
        ['nameDelegate', { unitId: units[0], personId: NOBODY, validFrom: '2024-05-01', paper: '13/QĐ' }],
        ['recordLeaders', { reviewId: NOBODY, itemId: NOBODY }],
      ] as const) {
        expect(await codes(office(`cluster.${type}`, input, id))).toEqual(['CLUSTER.CLOSED']);
      }
    });

    it('is read by its members and the units above, and by nobody beside', async () => {
      const { cluster: id, officer } = await aClusterTown(world(), 1);
      const { city, district, ward } = world().town;
      const stranger = world().seat('unitOfficer', city, district, ward);
      expect(await cluster(id, officer(0))).toMatchObject({ id });
      const list = (actor: Actor): ReturnType<ClustersQueries['list']> =>
        world()
          .get(ClustersQueries)
          .list(scopeOf(actor), { ...PAGE, search: 'cum' });
      expect((await list(world().office)).items.map((item) => item.id)).toContain(id);
      await expect(cluster(id, stranger)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      expect((await list(stranger)).items.map((item) => item.id)).not.toContain(id);
    });

    it('sends one delegate a unit into its conference, the head in the chair, and no one for two', async () => {
      const town = await aClusterTown(world(), 2);
      const [chair, other] = await delegates(world(), town);
      const membersOn = (): ReturnType<RollDirectory['membersOn']> =>
        world()
          .get(RollDirectory)
          .membersOn(world().get(ReadDatabase), { hostId: town.cluster, kind: 'cluster' }, TODAY);
      expect(await membersOn()).toMatchObject([
        { seat: 'chair', personId: chair?.personId },
        { seat: 'member', personId: other?.personId },
      ]);
      const instead = { unitId: town.units[1], personId: other?.personId, validFrom: '2024-01-01', paper: '9/GGT' };
      const named = (input: object, actor = town.officer(1)): Promise<readonly string[]> =>
        codes(world().send('cluster.nameDelegate', input, { actor, id: town.cluster }));
      expect(await named(instead)).toEqual(['CLUSTER.DELEGATE_TAKEN']);
      expect(await named({ ...instead, personId: chair?.personId, validFrom: '2024-11-01' })).toEqual([
        'CLUSTER.UNKNOWN_PERSON',
        'CLUSTER.DELEGATE_TAKEN',
      ]);
      const personId = await world().accepted('person.add', { name: 'Người thay', unitId: town.units[1] });
      expect(await named({ ...instead, personId, validFrom: '2024-11-01' })).toEqual(['accepted']);
      expect((await membersOn())[1]).toMatchObject({ personId });
      const userId = await world().accepted('user.add', { login: 'dai.dien' });
      const seat = {
        role: 'councilMember',
        unitId: world().town.district,
        councilId: town.cluster,
        validFrom: '2024-01-01',
      };
      expect(await codes(world().send('user.giveSeat', seat, { id: userId }))).toEqual(['accepted']);
    });

    it('loses a member that is dissolved', async () => {
      const { cluster: id, units } = await aClusterTown(world(), 2);
      const { district, city } = world().town;
      const above = { actor: world().seat('administrator', city, district), id: units[1] ?? '' };
      await world().accepted('unit.dissolve', { on: '2024-11-01', document: '1/NQ' }, above);
      await world().drain();
      expect((await cluster(id)).members).toContainEqual({
        ...{ unitId: units[1], validFrom: '2024-01-01', validTo: '2024-10-31' },
      });
      const again = aCluster('CUM-MAT', district, units);
      expect(await codes(office('cluster.found', again))).toEqual(['CLUSTER.UNIT_ENDED']);
      expect(await codes(office('cluster.addMember', { unitId: units[1], validFrom: '2024-11-01' }, id))).toEqual([
        'CLUSTER.UNIT_ENDED',
      ]);
    });
  });

  describe('a scoring sheet', () => {
    it('says everything that is wrong with it', async () => {
      const sheet = aSheetInput(world().town.district, 'HONG') as { readonly criteria: readonly object[] };
      const criteria = sheet.criteria.map((each) =>
        'code' in each && each.code === 'I' ? { ...each, maxPoints: '31' } : each,
      );
      const tieBreak = [{ by: 'ballot' }, { by: 'fewerPenalties' }];
      expect(await codes(office('scoringSheet.define', { ...sheet, criteria, tieBreak }))).toEqual([
        'SCORING.GROUP_MAX',
        'SCORING.BALLOT_NOT_LAST',
      ]);
    });

    it('is chosen with the campaign that its measures are of, and kept once a unit has begun', async () => {
      const town = await aScoringTown(world());
      const { cluster: clusterId, sheet } = town;
      expect(await codes(office('scoringSheet.useIn', { clusterId }, sheet))).toEqual(['SCORING.UNKNOWN_CAMPAIGN']);
      const [pinned] = await world().rows<{ campaignId: string }>(
        'SELECT campaign_id AS "campaignId" FROM cluster_sheets WHERE cluster_id = ?',
        [clusterId],
      );
      const { code: _, name: __, unitId: ___, ...content } = aSheetInput('', '') as Record<string, unknown>;
      expect(await codes(office('scoringSheet.revise', content, sheet))).toEqual(['accepted']);
      expect(
        await world()
          .get(SheetsQueries)
          .one(scopeOf(town.officer(0)), sheet),
      ).toMatchObject({ revision: 2, shownRevision: 2 });
      const before = world()
        .get(SheetsQueries)
        .one(scopeOf(town.officer(0)), sheet, 1);
      expect(await before).toMatchObject({
        revision: 2,
        shownRevision: 1,
        criteria: [{ code: 'I' }, {}, {}, {}, {}, {}],
      });
      await expect(world().get(SheetsQueries).one(SYSTEM_SCOPE, sheet, 3)).rejects.toThrow();
      expect(await codes(office('scoringSheet.useIn', { clusterId, ...pinned }, sheet))).toEqual(['accepted']);
      await aScore(world(), town, 0, FULL);
      expect(await codes(office('scoringSheet.useIn', { clusterId, ...pinned }, sheet))).toEqual(['SCORING.BEGUN']);
    });
  });

  it('scores by share and by all or nothing only where more of the measure is better', async () => {
    const town = await aClusterTown(world(), 1);
    const campaignId = await aCampaign(world(), town.units);
    const use = async (more: object): Promise<readonly string[]> => {
      const input = aSheetWith(world().town.district, world().next('HUONG-'), more);
      const id = await world().accepted('scoringSheet.define', input, { actor: world().office });
      return codes(office('scoringSheet.useIn', { clusterId: town.cluster, campaignId }, id));
    };
    const [share, all] = ['share', 'allOrNothing'].map((method) => ({ kind: 'score', method, maxPoints: '5' }));
    const bands = [{ from: '0', isFromIncluded: true, isToIncluded: true, points: '5' }];
    expect(await use({ ...share, measureCode: 'giam' })).toEqual(['SCORING.MEASURE_DIRECTION']);
    expect(await use({ ...share, measureCode: 'hon' })).toEqual(['accepted']);
    expect(await use({ ...all, measureCode: 'hon' })).toEqual(['SCORING.MEASURE_DIRECTION']);
    expect(await use({ kind: 'gate', measureCode: 'giam', onFail: 'totalZero' })).toEqual([
      'SCORING.MEASURE_DIRECTION',
    ]);
    expect(await use({ ...share, measureCode: 'x' })).toEqual(['SCORING.UNKNOWN_MEASURE']);
    expect(await use({ ...share, method: 'bands', bands, measureCode: 'giam' })).toEqual(['accepted']);
  });

  describe('a score', () => {
    it('is handed in and appraised without what nobody can enter: a unit that pledged nothing gets no points', async () => {
      const town = await aClusterTown(world(), 1);
      const campaignId = await aCampaign(world(), town.units);
      const share = { kind: 'score', method: 'share', maxPoints: '5', measureCode: 'm' };
      const input = aSheetWith(world().town.district, world().next('KHONG-'), share);
      const sheet = await world().accepted('scoringSheet.define', input, { actor: world().office });
      const clusterId = town.cluster;
      expect(await codes(office('scoringSheet.useIn', { clusterId, campaignId }, sheet))).toEqual(['accepted']);
      const id = await aScore(world(), town, 0, FULL);
      expect(await codes(office('score.appraise', {}, id))).toEqual(['accepted']);
      const read = world().get(ScoresQueries).one(SYSTEM_SCOPE, id);
      expect(await read).toMatchObject({ state: 'appraised', total: '22.67' });
      expect(await codes(office('ranking.publish', { clusterId }))).toEqual(['accepted']);
    });

    it('is entered by its unit, handed in when complete, and sent back with a reason', async () => {
      const { ward, city, district } = world().town;
      const town = await aScoringTown(world());
      const send = (type: string, input: object, id?: string, actor = town.officer(1)): Promise<readonly string[]> =>
        codes(world().send(type, input, { actor, ...(id ? { id } : {}) }));
      const draft = { clusterId: town.cluster, unitId: town.units[1], entries: values({ 'I.1': '8' }) };
      const stranger = world().seat('unitOfficer', city, district, ward);
      expect(await send('score.draft', { ...draft, unitId: ward }, undefined, stranger)).toEqual([
        'CLUSTER.NOT_MEMBER',
      ]);
      expect(await send('score.draft', { ...draft, clusterId: NOBODY })).toEqual(['SCORING.UNKNOWN_CLUSTER']);
      const id = await world().accepted('score.draft', draft, { actor: town.officer(1) });
      expect(await send('score.draft', draft)).toEqual(['SCORE.EXISTS']);
      const wrong = [...values({ 'I.1': '11', 'I.2': '-1', P: '1.5', B: '3', I: '1' }), ...values({ 'I.1': '11' })];
      expect(await send('score.enter', { entries: wrong }, id)).toEqual([
        'SCORE.CRITERION_REPEATED',
        'SCORE.OVER_MAX',
        'SCORE.NEGATIVE',
        'SCORE.NOT_WHOLE',
        'SCORE.NO_PLAN',
        'SCORE.UNKNOWN_CRITERION',
      ]);
      expect(await send('score.handIn', {}, id)).toEqual(['SCORE.MISSING', 'SCORE.MISSING']);
      expect(await codes(office('score.sendBack', { reason: 'Sớm' }, id))).toEqual(['SCORE.NOT_NOW']);
      await expect(
        world()
          .get(ScoresQueries)
          .one(scopeOf(town.officer(2)), id),
      ).rejects.toThrow();
      expect(await send('score.enter', { entries: values(FULL) }, id)).toEqual(['accepted']);
      expect(await send('score.handIn', {}, id)).toEqual(['accepted']);
      expect(await send('score.enter', { entries: values(FULL) }, id)).toEqual(['SCORE.NOT_NOW']);
      expect(await codes(office('score.sendBack', { reason: 'Thiếu minh chứng' }, id))).toEqual(['accepted']);
      const list = await world()
        .get(ScoresQueries)
        .list(scopeOf(world().office), { ...PAGE, clusterId: town.cluster });
      expect(list.items).toMatchObject([{ id, state: 'draft', total: '22.67' }]);
    });

    it('shows how members and the appraisal differ; verified values count, others need a reason', async () => {
      const town = await aScoringTown(world());
      const id = await aScore(world(), town, 0, { ...FULL, B: '80' });
      const mark = (index: number, of: Readonly<Record<string, string>>): Promise<readonly string[]> =>
        codes(
          world().send(
            'score.mark',
            { unitId: town.units[index], entries: values(of) },
            { actor: town.officer(index), id },
          ),
        );
      expect(await mark(0, { 'I.1': '9' })).toEqual(['SCORE.OWN']);
      expect(await mark(1, { 'I.1': '6' })).toEqual(['accepted']);
      expect(await mark(1, { 'I.1': '7' })).toEqual(['accepted']);
      const harder = { entries: [{ criterionCode: 'I.2', value: '45' }] };
      const head = { actor: town.officer(0), id };
      expect(codesOf(await world().send('score.appraise', {}, head))).toEqual(['SCORE.OWN']);
      expect(await world().send('score.appraise', {}, { actor: town.officer(1), id })).toMatchObject({
        outcome: 'forbidden',
      });
      expect(await codes(office('score.appraise', { ...harder, womenCount: 3 }, id))).toEqual([
        'SCORE.WOMEN_COUNT',
        'SCORE.REASON_NEEDED',
      ]);
      const reason = 'Số thu theo báo cáo của kho bạc';
      const entries = [{ ...harder.entries[0], reason }];
      expect(await codes(office('score.appraise', { entries, womenCount: 7, memberCount: 10 }, id))).toEqual([
        'accepted',
      ]);
      expect(
        await world()
          .get(ScoresQueries)
          .one(scopeOf(town.officer(2)), id),
      ).toMatchObject({
        ...{ state: 'appraised', total: '24.75', womenCount: 7 },
        criteria: [
          { code: 'I.1', self: { points: '8/1' }, marks: [{ unitId: town.units[1], shown: '7' }], isChanged: false },
          {
            code: 'I.2',
            self: { points: '20/3', shown: '6.67' },
            appraisal: { points: '5/1', reason },
            isChanged: true,
          },
          { code: 'G', self: { points: null }, isChanged: false },
          { code: 'P', self: null, appraisal: null },
          { code: 'B', self: { value: '80', plan: '80' }, appraisal: { value: '60', points: '15/4' }, isChanged: true },
        ],
      });
      const [event] = await world().rows<{ body: string }>(
        `SELECT body FROM events WHERE type = 'score.appraise' AND stream_id = ?`,
        [id],
      );
      expect(event?.body).toContain('I.2');
      expect(event?.body).not.toContain('kho bạc');
    });
  });

  describe('a ranking', () => {
    it('is not published of nobody', async () => {
      const town = await aScoringTown(world(), 1);
      const leave = { unitId: town.units[0], validTo: '2024-10-31' };
      expect(await codes(office('cluster.removeMember', leave, town.cluster))).toEqual(['accepted']);
      expect(await codes(office('ranking.publish', { clusterId: town.cluster }))).toEqual(['RANKING.NOBODY']);
    });

    it('is published for good once all are appraised and the conference has voted on who is level', async () => {
      const town = await aScoringTown(world());
      const [first = '', second = '', third = ''] = town.units;
      const scores = [
        await aScore(world(), town, 0, FULL),
        await aScore(world(), town, 1, FULL),
        await aScore(world(), town, 2, FULL),
      ];
      const publish = (more: object = {}): Promise<readonly string[]> =>
        codes(world().send('ranking.publish', { clusterId: town.cluster, ...more }, { actor: town.officer(0) }));
      expect(await publish()).toEqual(['RANKING.NOT_APPRAISED']);
      expect(await codes(office('score.appraise', {}, scores[0]))).toEqual(['accepted']);
      for (const id of scores.slice(1)) await world().accepted('score.appraise', {}, { actor: town.officer(0), id });
      expect(await publish()).toEqual(['RANKING.BALLOT_NEEDED']);
      const ranking = (query: object = {}): ReturnType<RankingsQueries['of']> =>
        world()
          .get(RankingsQueries)
          .of(scopeOf(town.officer(2)), town.cluster, query);
      expect(await ranking()).toMatchObject({
        ...{ revision: null, sheetId: town.sheet, sheetRevision: 1 },
        rows: [{ unitId: first, rank: 1, total: '26.42' }, { rank: 2, total: '22.67' }, { rank: 2 }],
        ties: [{ rank: 2, unitIds: [second, third].sort(), needsBallot: true }],
      });

      const { reviewId, leader, tie, none, outsider } = await conference(world(), town, {
        leader: first,
        level: [second, third],
        winner: third,
      });
      const ballots = [{ reviewId, itemId: tie }];
      expect(await publish({ ballots: [{ reviewId, itemId: NOBODY }] })).toEqual([
        'RANKING.UNKNOWN_BALLOT',
        'RANKING.BALLOT_NEEDED',
      ]);
      expect(await publish({ ballots })).toEqual(['accepted']);
      expect(await publish({ ballots })).toEqual(['RANKING.REASON_NEEDED']);
      expect(await codes(office('score.sendBack', { reason: 'Sửa' }, scores[1]))).toEqual(['SCORE.NOT_NOW']);
      const worse = { entries: [{ criterionCode: 'I.1', value: '2', reason: 'Có đơn thư' }] };
      expect(await codes(office('score.appraise', worse, scores[0]))).toEqual(['accepted']);
      expect(await ranking()).toMatchObject({
        revision: 1,
        rows: [
          { unitId: first, rank: 1 },
          { unitId: third, rank: 2, decidedBy: 'ballot' },
          { unitId: second, rank: 3 },
        ],
      });
      expect((await ranking({ show: 'live' })).rows.at(-1)).toMatchObject({ unitId: first, total: '14.42' });
      expect(await publish({ ballots, reason: 'Đính chính điểm' })).toEqual(['accepted']);
      expect(await ranking()).toMatchObject({
        revision: 2,
        reason: 'Đính chính điểm',
        rows: [{ unitId: third }, {}, { unitId: first }],
      });
      expect(await ranking({ revision: 1 })).toMatchObject({ revision: 1, rows: [{ unitId: first }, {}, {}] });

      const record = (input: object): Promise<readonly string[]> =>
        codes(office('cluster.recordLeaders', input, town.cluster));
      expect(await record({ reviewId, itemId: NOBODY })).toEqual(['CLUSTER.UNKNOWN_RESULT']);
      expect(await record({ reviewId, itemId: none })).toEqual(['CLUSTER.NOBODY_CHOSEN']);
      expect(await record({ reviewId, itemId: outsider })).toEqual(['CLUSTER.NOT_MEMBER']);
      expect(await record({ reviewId, itemId: leader })).toEqual(['accepted']);
      expect(await record({ reviewId, itemId: leader })).toEqual(['CLUSTER.LEADERS_KNOWN']);
      expect((await cluster(town.cluster)).leaders).toEqual([
        { unitId: first, place: 1, votes: 3, of: 3, reviewId, itemId: leader },
      ]);
    });
  });

  describe('what is wrong is refused, whatever the command', () => {
    const BANDS = [
      { from: '5', isFromIncluded: true, to: '5', isToIncluded: false, points: '1' },
      { from: '6', isFromIncluded: true, to: '9', isToIncluded: true, points: '1' },
      { from: '8', isFromIncluded: true, to: '9', isToIncluded: true, points: '1' },
    ];
    const WRONG = [
      ...values({ 'I.1': '11', 'I.2': '-1', P: '1.5', B: '3', I: '1', K: '4' }),
      ...values({ 'I.1': '11' }),
    ];
    const FAULTS = ['CRITERION_REPEATED', 'NEGATIVE', 'NOT_WHOLE', 'NO_PLAN', 'OUTSIDE_BANDS', 'OVER_MAX'];
    const WRONG_CODES = [...FAULTS, 'UNKNOWN_CRITERION'].map((each) => `SCORE.${each}`);

    it('of a sheet', async () => {
      const { district, ward } = world().town;
      const score = { name: 'Tiêu chí', kind: 'score', method: 'given', maxPoints: '10' };
      const criteria = [
        { code: 'I', name: 'Nhóm', kind: 'group', maxPoints: '11' },
        { ...score, code: 'I.1', parentCode: 'I' },
        { ...score, code: 'I.1', parentCode: 'Z' },
        { ...score, code: 'T', kind: 'bonus', parentCode: 'I' },
        { code: 'II', name: 'Nhóm', kind: 'group' },
        { code: 'X', name: 'Tiêu chí', kind: 'score', maxPoints: '10' },
        { ...score, code: 'Y', plan: '1', weight: '0' },
        { ...score, code: 'K', method: 'bands', bands: BANDS },
        { ...score, code: 'P', kind: 'penalty' },
      ];
      const [penalty, unknown] = ['P', 'Q'].map((code) => ({ by: 'criterion', code }));
      const fewer = { by: 'fewerPenalties' };
      const sheet = { criteria, roundTo: 2, tieBreak: [penalty, unknown, { by: 'ballot' }, fewer, fewer] };
      const kinds = ['BALLOT_NOT_LAST', 'BAND_EMPTY', 'BAND_GAP', 'BAND_OVERLAP', 'CODE_REPEATED', 'FIELD_MISSING'];
      const more = ['FIELD_UNUSED', 'GROUP_EMPTY', 'GROUP_MAX', 'NOT_IN_GROUPS', 'OUT_OF_RANGE', 'TIE_BREAK_PENALTY'];
      const all = [...kinds, ...more, 'TIE_BREAK_REPEATED', 'TIE_BREAK_UNKNOWN', 'UNKNOWN_PARENT'];
      const head = { unitId: district, name: 'Bảng sai', code: world().next('SAI-') };
      const id = await world().accepted('scoringSheet.define', aSheetInput(district, head.code), {
        actor: world().office,
      });
      const unlike = (found: readonly string[]): readonly string[] => [...new Set(found)].sort();
      const wrong = all.map((each) => `SCORING.${each}`);
      expect(unlike(await codes(office('scoringSheet.define', { ...sheet, ...head })))).toEqual(
        ['SCORING.CODE_TAKEN', ...wrong].sort(),
      );
      expect(unlike(await codes(office('scoringSheet.revise', sheet, id)))).toEqual(wrong);
      const empty = { criteria: [{ ...score, code: 'T', kind: 'bonus' }], roundTo: 2 };
      expect(await codes(office('scoringSheet.revise', empty, id))).toEqual(['SCORING.NOTHING_SCORED']);
      expect(await codes(office('scoringSheet.define', { ...empty, ...head, code: 'TRONG' }))).toEqual([
        'SCORING.NOTHING_SCORED',
      ]);
      expect(await codes(office('scoringSheet.define', { ...empty, ...head, unitId: NOBODY }))).toEqual([
        'SCORING.UNKNOWN_UNIT',
      ]);
      const unit = { code: 'PC-CU', name: 'Phường cũ', kind: 'ward', level: 'commune', validFrom: '2020-01-01' };
      const gone = await world().accepted('unit.add', { ...unit, parentId: district });
      await world().accepted('unit.dissolve', { on: '2024-11-01', document: '1/NQ' }, { id: gone });
      expect(await codes(office('scoringSheet.define', aSheetInput(gone, 'CU')))).toEqual(['CLUSTER.UNIT_ENDED']);
      const ofWard = await world().accepted('scoringSheet.define', aSheetInput(ward, 'PHUONG'), {
        actor: world().office,
      });
      const { cluster: clusterId } = await aClusterTown(world(), 1);
      expect(await codes(office('scoringSheet.useIn', { clusterId }, ofWard))).toContain(
        'SCORING.SHEET_NOT_FOR_CLUSTER',
      );
      expect(await codes(office('scoringSheet.useIn', { clusterId: NOBODY }, id))).toEqual(['SCORING.UNKNOWN_CLUSTER']);
    });

    it('of days and of who is who in a cluster', async () => {
      const { cluster: id, units } = await aClusterTown(world(), 1);
      const backwards = { validFrom: '2024-05-02', validTo: '2024-05-01' };
      const { ward } = world().town;
      expect(await codes(office('cluster.addMember', { unitId: NOBODY, ...backwards }, id))).toEqual([
        'CLUSTER.UNKNOWN_UNIT',
      ]);
      expect(await codes(office('cluster.addMember', { unitId: ward, ...backwards }, id))).toEqual([
        'CLUSTER.ENDS_BEFORE_START',
      ]);
      const deputy = { unitId: ward, role: 'deputy', paper: '1/QĐ', ...backwards };
      expect(await codes(office('cluster.appointHead', deputy, id))).toEqual([
        'CLUSTER.NOT_MEMBER',
        'CLUSTER.ENDS_BEFORE_START',
      ]);
      const personId = await world().accepted('person.add', { name: 'Đại diện', unitId: units[0] });
      const delegate = { unitId: ward, personId, paper: '1/GGT', ...backwards };
      expect(await codes(office('cluster.nameDelegate', delegate, id))).toEqual([
        'CLUSTER.NOT_MEMBER',
        'CLUSTER.UNKNOWN_PERSON',
        'CLUSTER.ENDS_BEFORE_START',
      ]);
    });

    it('of scores, before they are handed in and after the cluster is closed', async () => {
      const { district, ward, city } = world().town;
      const town = await aClusterTown(world(), 2);
      const [first = '', second = ''] = town.units;
      const campaignId = await aCampaign(world(), town.units);
      const bands = [{ from: '5', isFromIncluded: true, to: '6', isToIncluded: true, points: '1' }];
      const bonus = { kind: 'bonus', method: 'bands', maxPoints: '5', bands };
      const input = aSheetWith(district, world().next('LOI-'), bonus);
      const sheet = await world().accepted('scoringSheet.define', input, { actor: world().office });
      const clusterId = town.cluster;
      const draft = (unitId: string, entries: readonly object[] = []): object => ({ clusterId, unitId, entries });
      const send = async (
        type: string,
        sent: object,
        id?: string,
        actor = town.officer(0),
      ): Promise<readonly string[]> =>
        [...(await codes(world().send(type, sent, { actor, ...(id ? { id } : {}) })))].sort();
      expect(await send('score.draft', draft(first))).toEqual(['SCORING.NO_SHEET']);
      expect(await send('ranking.publish', { clusterId })).toEqual(['SCORING.NO_SHEET']);
      expect(await send('ranking.publish', { clusterId: NOBODY })).toEqual(['SCORING.UNKNOWN_CLUSTER']);
      await world().accepted('scoringSheet.useIn', { clusterId, campaignId }, { actor: world().office, id: sheet });
      expect(await send('score.draft', draft(NOBODY))).toEqual(['SCORING.UNKNOWN_UNIT']);
      expect(await send('score.draft', draft(first, WRONG))).toEqual(WRONG_CODES);
      const own = await world().accepted('score.draft', draft(first), { actor: town.officer(0) });
      expect(await send('score.enter', { entries: WRONG }, own)).toEqual(WRONG_CODES);
      const appraised = await send('score.appraise', { entries: WRONG }, own, world().office);
      const reasons = ['SCORE.MISSING', 'SCORE.NOT_NOW', 'SCORE.REASON_NEEDED'];
      expect([...new Set(appraised)]).toEqual([...WRONG_CODES, ...reasons].sort());
      const mark = (unitId: string, entries: readonly object[] = WRONG): object => ({ unitId, entries });
      expect(await send('score.mark', mark(second), own, town.officer(1))).toEqual(
        ['SCORE.NOT_NOW', ...WRONG_CODES].sort(),
      );
      expect(await send('score.mark', mark(NOBODY), own)).toEqual(['SCORING.UNKNOWN_UNIT']);
      await world().accepted('score.enter', { entries: values(FULL) }, { actor: town.officer(0), id: own });
      expect(await send('score.handIn', {}, own)).toEqual(['accepted']);
      expect(await send('score.handIn', {}, own)).toEqual(['SCORE.NOT_NOW']);
      expect(await send('score.mark', mark(ward, []), own, world().seat('unitOfficer', city, district, ward))).toEqual([
        'CLUSTER.NOT_MEMBER',
      ]);
      expect(await send('score.sendBack', { reason: 'Sửa' }, own)).toEqual(['SCORE.OWN']);
      await world().accepted('cluster.close', { on: TODAY }, { actor: world().office, id: clusterId });
      for (const [type, sent] of [
        ['score.enter', { entries: [] }],
        ['score.handIn', {}],
        ['score.sendBack', { reason: 'Sửa' }],
        ['score.mark', mark(first, [])],
        ['score.appraise', {}],
      ] as const) {
        expect(await send(type, sent, own)).toContain('CLUSTER.CLOSED');
      }
      expect(await send('score.draft', draft(second), undefined, town.officer(1))).toEqual(['CLUSTER.CLOSED']);
      expect(await send('ranking.publish', { clusterId })).toContain('CLUSTER.CLOSED');
      expect(await send('scoringSheet.useIn', { clusterId, campaignId }, sheet)).toContain('CLUSTER.CLOSED');
    });
  });

  it('are refused with what their forms declare, and declare nothing that never happens', () => {
    expect(refusals?.undeclared()).toEqual([]);
    expect(refusals?.neverGiven()).toEqual([]);
  });

  it('keep every promise that stored data can show, and verify finds what was changed', async () => {
    expect(await world().broken()).toEqual([]);
    await world().damage(`UPDATE scores SET total = '99'`);
    await world().damage(`UPDATE rankings SET content = '{}' WHERE revision = 1`);
    await world().damage(`UPDATE cluster_heads SET valid_to = NULL`);
    const names = new Set((await world().broken()).map((line) => line.split(':')[0]));
    expect([...names].sort()).toEqual(['cluster-terms', 'score-totals', 'scoring-pinned']);
  });
}

/** The conference of a cluster: elects a leader, orders two that are level, cannot agree, takes a stranger, and is over. */
async function conference(
  world: Reviews,
  town: ClusterTown,
  { leader, level, winner }: { readonly leader: string; readonly level: readonly string[]; readonly winner: string },
): Promise<Readonly<Record<'reviewId' | 'leader' | 'tie' | 'none' | 'outsider', string>>> {
  const voters = await delegates(world, town);
  const office = { actor: world.office };
  const reviewId = await world.accepted(
    'review.schedule',
    { councilId: town.cluster, meetsOn: TODAY, kind: 'cluster' },
    office,
  );
  const send = (name: string, input: object = {}): Promise<string> =>
    world.accepted(`review.${name}`, input, { ...office, id: reviewId });
  const half = { fraction: '1/2', comparator: 'moreThan' };
  const rule = { kind: 'choose', choose: 1, ballot: 'secret', base: 'present', threshold: half, absent: 'notInFavour' };
  const questions = [
    { title: 'Suy tôn đơn vị dẫn đầu cụm', options: town.units, ...rule },
    { title: 'Thứ hạng của các đơn vị bằng điểm', options: level, ...rule },
    { title: 'Đơn vị dẫn đầu, lần khác', options: town.units, ...rule },
    { title: 'Đơn vị ngoài cụm', options: [world.town.ward, leader], ...rule },
  ];
  await send('putOnAgenda', { questions });
  const day = localDate(TODAY);
  const members = await world
    .get(RollDirectory)
    .membersOn(world.get(ReadDatabase), { hostId: town.cluster, kind: 'cluster' }, day);
  await send('convene', { presentIds: members.map(({ memberId }) => memberId) });
  const round = { id: reviewId, itemIds: [], caseIds: [] };
  const itemIds = (await world.read(round)).items.map(({ id }) => id);
  const [election = '', tie = '', none = '', outsider = ''] = itemIds;
  await send('openBallot', { itemIds });
  for (const [index, actor] of voters.entries()) {
    const choices = { [election]: leader, [tie]: winner, [none]: town.units[index], [outsider]: world.town.ward };
    for (const [itemId, choice] of Object.entries(choices)) {
      await world.accepted('review.cast', { itemId, choice: [choice] }, { actor, id: reviewId });
    }
  }
  await send('closeBallot', { itemIds });
  await send('count');
  expect(
    codesOf(await world.send('cluster.recordLeaders', { reviewId, itemId: election }, { ...office, id: town.cluster })),
  ).toEqual(['CLUSTER.NOT_OVER']);
  await send('minute', { on: TODAY });
  await send('sign', { memberId: members[0]?.memberId, onPaper: true });
  await send('close');
  return { reviewId, leader: election, tie, none, outsider };
}

const TEN = Array.from({ length: 10 }, (_, index) => index);
const ONE_OF_TEN = ['accepted', ...TEN.slice(1).map(() => 'refused')];

function racesContract(database: DatabaseOf): void {
  const world = useWorld(database);
  const race = async (send: (index: number) => Promise<CommandResult>): Promise<readonly string[]> =>
    (await Promise.all(TEN.map(send))).map(({ outcome }) => outcome).sort();

  it('of ten that come at once, one score of a unit is begun, one ranking published, one head appointed from a day', async () => {
    const town = await aScoringTown(world(), 1);
    const actor = town.officer(0);
    const draft = { clusterId: town.cluster, unitId: town.units[0], entries: values(FULL) };
    expect(await race(() => world().send('score.draft', draft, { actor }))).toEqual(ONE_OF_TEN);
    const [score] = await world().rows<{ id: string }>('SELECT id FROM scores');
    const id = score?.id ?? '';
    await world().accepted('score.handIn', {}, { actor, id });
    await world().accepted('score.appraise', {}, { actor: world().office, id });
    const publish = { clusterId: town.cluster };
    expect(await race(() => world().send('ranking.publish', publish, { actor: world().office }))).toEqual(ONE_OF_TEN);
    const head = { unitId: town.units[0], role: 'head', validFrom: '2024-06-01', paper: '1/QĐ' };
    const appoint = { actor: world().office, id: town.cluster };
    expect(await race(() => world().send('cluster.appointHead', head, appoint))).toEqual(ONE_OF_TEN);
    expect(await world().broken()).toEqual([]);
  });
}

/** In a `describe` of its own, so that the world is closed before its database goes. */
const within = (name: string, tests: (database: DatabaseOf) => void) => (database: DatabaseOf) => {
  describe(name, () => {
    tests(database);
  });
};

describeSqlite('on SQLite', within('clusters and scoring', lifeContract));
describeSqlite('at once on SQLite', within('clusters and scoring', racesContract));
describePostgresDatabase('at once on PostgreSQL', within('clusters and scoring', racesContract));
