import { UnitMoves } from '../../src/units/mergers/unit-moves.service';
import { CaseDirectory } from '../../src/awards';
import { VerifyService } from '../../src/platform/invariants';
import { ReadDatabase } from '../../src/platform/persistence';
import type { Actor } from '../../src/platform/auth/actor';
import { ROLES } from '../../src/platform/auth/permission';
import { openLand, type Land } from '../factories/access-land';
import { refusalCodes } from '../factories/registers';
import { describeSqlite } from '../support/database';

const ON = '2024-11-01';
const DOCUMENT = '12/NQ-HĐND';
/** Each role is held on the ward but two, which are held in its council, and that of its head, which is told apart. */
const SEATS = ROLES.length - 3;
const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Held {
  readonly kind: string;
  readonly fate: string;
  readonly count: number;
  readonly ids: readonly string[];
}

describeSqlite('mergers of units', (database) => {
  describe('of two wards with all that hangs on them', () => {
    let land: Land;
    let successorId = '';
    let office: Actor;
    beforeAll(async () => {
      land = await openLand(database());
      office = land.district.actors.standingOffice;
    });
    afterAll(() => land.world.close());

    const json = async <Body>(token: string, method: 'GET' | 'POST', url: string, body?: object): Promise<Body> => {
      const answer = await land.world.call(token, method, `/api/v1${url}`, body);
      return JSON.parse(answer.text) as Body;
    };
    const holdingsOf = async (unitId: string): Promise<ReadonlyMap<string, Held>> => {
      const url = `/units/${unitId}/holdings`;
      const { holdings } = await json<{ holdings: Held[] }>(land.district.tokens.administrator, 'GET', url);
      return new Map(holdings.map((held) => [held.kind, held]));
    };
    const count = async (sql: string, ...params: string[]): Promise<number> =>
      Number((await land.world.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`, params))[0]?.n);
    const newWard = (): object => ({
      code: land.world.next('P-MOI-'),
      name: 'Phường Mới',
      kind: 'ward',
      level: 'unit',
      parentId: land.district.unitId,
    });
    const merging = (more: object = {}): object => ({
      unitIds: [land.a.unitId, land.b.unitId],
      newUnit: newWard(),
      on: ON,
      document: DOCUMENT,
      ...more,
    });

    it('are previewed: what hangs on each unit, by kind, with ids and what becomes of it', async () => {
      const held = await holdingsOf(land.a.unitId);
      const all = [...held.values()].map(({ kind, fate, count: many }) => [kind, fate, many]);
      const { ids } = land.a;
      expect(all).toEqual(
        expect.arrayContaining([
          ['account', 'carriedOn', ids.users?.length],
          ['campaign', 'carriedOn', (ids.campaigns?.length ?? 0) + (ids.draftCampaigns?.length ?? 0)],
          ['case', 'carriedOn', ids.cases?.length],
          ['collective', 'moved', 1],
          ['council', 'carriedOn', 1],
          ['caseList', 'carriedOn', 2],
          ['consolidation', 'carriedOn', 1],
          ['decision', 'carriedOn', 1],
          ['fundYear', 'carriedOn', 1],
          ['headSeat', 'moved', 1],
          ['household', 'moved', 1],
          ['person', 'moved', 3],
          ['pledge', 'ended', ids.pledges?.length],
          ['recovery', 'carriedOn', 1],
          ['review', 'carriedOn', 1],
          ['seat', 'moved', SEATS],
        ]),
      );
      expect(held.get('person')?.ids).toEqual([...(land.a.ids.people ?? [])].sort());
      const token = land.district.tokens.standingOffice;
      const body = { unitIds: [land.a.unitId, land.b.unitId] };
      const preview = await json<{ units: { unitId: string; holdings: Held[] }[] }>(
        token,
        'POST',
        '/units/merge/preview',
        body,
      );
      expect(preview.units.map(({ unitId }) => unitId)).toEqual(body.unitIds);
      expect(preview.units[0]?.holdings.map(({ kind }) => kind)).toEqual([...held.keys()]);
    });

    it('are previewed with what becomes of their heads: the head of the successor stays, and of two none follows', async () => {
      const { a, b, district } = land;
      const fatesOfHeads = async (
        unitIds: readonly string[],
        more: object = {},
      ): Promise<readonly (string | undefined)[]> => {
        const body = { unitIds, on: ON, ...more };
        const url = '/units/merge/preview';
        const { units } = await json<{ units: { holdings: Held[] }[] }>(
          district.tokens.standingOffice,
          'POST',
          url,
          body,
        );
        return units.map(({ holdings }) => holdings.find(({ kind }) => kind === 'headSeat')?.fate);
      };
      expect(await fatesOfHeads([a.unitId])).toEqual(['moved']);
      expect(await fatesOfHeads([a.unitId], { successorId: b.unitId })).toEqual(['ended']);
      expect(await fatesOfHeads([a.unitId, b.unitId])).toEqual(['ended', 'ended']);
      const out = { unitIds: [a.unitId], successorId: land.elsewhere.unitId };
      const answer = await land.world.call(district.tokens.standingOffice, 'POST', '/api/v1/units/merge/preview', out);
      expect(answer.status).toBe(404);
    });

    it('are previewed to their keepers alone', async () => {
      const { world, a, b } = land;
      const of = (token: string, unitId: string): Promise<number> =>
        world.call(token, 'GET', `/api/v1/units/${unitId}/holdings`).then(({ status }) => status);
      expect(await of(a.tokens.unitOfficer, a.unitId)).toBe(403);
      expect(await of(a.tokens.administrator, b.unitId)).toBe(404);
      expect(await of(a.tokens.administrator, a.unitId)).toBe(200);
    });

    it('are refused with every reason', async () => {
      const { world, a, b, district, elsewhere } = land;
      const refusals = async (input: object): Promise<readonly string[]> =>
        refusalCodes(await world.send('unit.merge', input, undefined, office));
      expect(await refusals(merging({ successorId: b.unitId }))).toEqual(['UNIT.ONE_SUCCESSOR']);
      expect(await refusals(merging({ newUnit: { ...newWard(), parentId: elsewhere.unitId } }))).toEqual([
        'UNIT.UNKNOWN_PARENT',
      ]);
      const into = (id: string, more: object = {}): object => ({
        unitIds: [a.unitId],
        successorId: id,
        on: ON,
        document: DOCUMENT,
        ...more,
      });
      expect(await refusals(into(NOBODY))).toEqual(['UNIT.UNKNOWN_SUCCESSOR']);
      expect(await refusals(into(a.unitId))).toEqual(['UNIT.SUCCESSOR_ENDS']);
      expect(await refusals(into(b.unitId, { unitIds: [NOBODY], on: '2019-01-01' }))).toEqual([
        'UNIT.UNKNOWN_UNITS',
        'UNIT.SUCCESSOR_STARTS_LATER',
      ]);
      expect(await refusals(into(b.unitId, { on: '2020-01-01' }))).toEqual(['UNIT.ENDS_BEFORE_IT_BEGINS']);
      expect(await refusals(into(b.unitId, { unitIds: [district.unitId] }))).toEqual(['UNIT.SUCCESSOR_ENDS']);
      expect(
        refusalCodes(await world.send('unit.dissolve', { on: ON, document: DOCUMENT }, district.unitId, office)),
      ).toEqual(['UNIT.HAS_UNITS_BELOW']);
    });

    it('are for whoever keeps all of the units', async () => {
      const { world, a, b } = land;
      const input = { unitIds: [a.unitId], successorId: b.unitId, on: ON, document: DOCUMENT };
      const ofA = await world.send('unit.merge', input, undefined, a.actors.administrator);
      expect(ofA).toMatchObject({ outcome: 'refused' });
      expect(await world.send('unit.merge', merging(), undefined, land.district.actors.auditor)).toMatchObject({
        outcome: 'forbidden',
      });
    });

    it('are carried out once, and told to the history of each unit', async () => {
      const { world, district } = land;
      const answer = await world.call(district.tokens.standingOffice, 'POST', '/api/v1/units/merge', merging());
      expect(answer.status).toBe(201);
      successorId = (JSON.parse(answer.text) as { id: string }).id;
      expect(answer.headers.location).toBe(`/api/v1/units/${successorId}`);
      expect(refusalCodes(await world.send('unit.merge', merging(), undefined, office))).toEqual([
        'UNIT.ENDED_ALREADY',
      ]);
      for (const { unitId } of [land.a, land.b]) {
        expect(await count(`events WHERE stream_id = ? AND type = 'unit.mergedInto'`, unitId)).toBe(1);
      }
      expect(await count(`events WHERE stream_id = ? AND type = 'unit.merge'`, successorId)).toBe(1);
    });

    it('leave nobody without authority: the seats of the successor carry on what the old unit has begun', async () => {
      const { world, a } = land;
      const userId = await world.aUser('van.phong.moi', successorId, [
        { role: 'standingOffice', unitId: successorId, validFrom: ON },
      ]);
      const { token } = await world.aToken(userId);
      const caseUrl = `/api/v1/cases/${a.ids.cases?.[0] ?? ''}`;
      expect((await world.call(token, 'GET', caseUrl)).status).toBe(200);
      const actor = await world.actorOf(token);
      const [, laterReview = ''] = a.ids.reviews ?? [];
      expect(await world.send('review.postpone', { reason: 'Sắp xếp đơn vị' }, laterReview, actor)).toMatchObject({
        outcome: 'accepted',
      });
      const me = await json<{ seats: object[] }>(token, 'GET', '/me');
      expect(me.seats).toEqual([{ role: 'standingOffice', unitId: successorId, councilId: null }]);
    });

    it('move what hangs on the units once, however often a step is killed and comes again', async () => {
      const { world, a, b } = land;
      const moves = world.get(UnitMoves);
      // Each step is done and its note is lost, twice: as when the process dies between the two.
      for (let step = await moves.take({ unitId: a.unitId }); step; step = await moves.take(step))
        await moves.take(step);
      await world.drain();
      for (const { unitId } of [a, b]) {
        const left = await holdingsOf(unitId);
        expect([...left.values()].filter(({ fate }) => fate !== 'carriedOn')).toEqual([]);
      }
      const held = await holdingsOf(successorId);
      expect([held.get('person')?.count, held.get('household')?.count, held.get('collective')?.count]).toEqual([
        6, 2, 2,
      ]);
      expect(await count(`pledges WHERE state = 'discontinued' AND unit_id IN (?, ?)`, a.unitId, b.unitId)).toBe(
        (land.a.ids.pledges?.length ?? 0) + (b.ids.pledges?.length ?? 0),
      );
      const moved = 'seats WHERE unit_id = ? AND council_id IS NULL AND';
      expect(await count(`${moved} valid_to = '2024-10-31'`, a.unitId)).toBe(SEATS + 1);
      // Those of both wards, and the one that was given there.
      expect(await count(`${moved} valid_from = ? AND valid_to IS NULL`, successorId, ON)).toBe(2 * SEATS + 1);
    });

    it('leave it to the keeper who heads what two heads were merged into', async () => {
      const heads = `seats WHERE role = 'unitHead' AND unit_id = ?`;
      expect(await count(`${heads} AND valid_to = '2024-10-31'`, land.a.unitId)).toBe(1);
      expect(await count(`${heads} AND valid_to = '2024-10-31'`, land.b.unitId)).toBe(1);
      expect(await count(heads, successorId)).toBe(0);
    });

    it('leave each case, and so every tally, with the unit of its time', async () => {
      const { world, a } = land;
      for (const caseId of a.ids.cases ?? [])
        expect(await count('award_cases WHERE id = ? AND unit_id = ?', caseId, a.unitId)).toBe(1);
      const { checks } = await world.get(VerifyService).run();
      expect(checks.filter(({ violations }) => violations.length > 0)).toEqual([]);
    });

    it('let nothing new begin at a unit that is no more', async () => {
      const { world, a } = land;
      const { unitId } = a;
      const refusals = async (type: string, input: object, id?: string): Promise<readonly string[]> =>
        refusalCodes(await world.send(type, { unitId, ...input }, id));
      expect(await refusals('person.add', { name: 'Người Mới' })).toEqual(['PERSON.DISSOLVED_UNIT']);
      expect(await refusals('person.move', {}, land.district.ids.people?.[0])).toEqual(['PERSON.DISSOLVED_UNIT']);
      expect(await refusals('collective.add', { name: 'Tổ Mới' })).toEqual(['COLLECTIVE.DISSOLVED_UNIT']);
      expect(await refusals('household.add', { headName: 'Hộ Mới' })).toEqual(['HOUSEHOLD.DISSOLVED_UNIT']);
      expect(await refusals('council.found', { code: 'HD-MOI', name: 'Hội đồng', kind: 'fullCouncil' })).toEqual([
        'COUNCIL.DISSOLVED_UNIT',
      ]);
      expect(await refusals('user.giveSeat', { role: 'auditor', validFrom: ON }, land.district.ids.users?.[0])).toEqual(
        ['UNIT.DISSOLVED'],
      );
      const below = { code: 'DUOI', name: 'Tổ', kind: 'other', level: 'unit', parentId: unitId, validFrom: ON };
      expect(refusalCodes(await world.send('unit.add', below))).toEqual(['UNIT.DISSOLVED']);
    });

    it('can be followed over the years, to those who may know of the unit', async () => {
      const { a, b, district, elsewhere, world } = land;
      const on = async (unitId: string, day: string): Promise<readonly string[]> => {
        const url = `/units/${unitId}/successors?on=${day}`;
        const { units } = await json<{ units: { id: string }[] }>(district.tokens.auditor, 'GET', url);
        return units.map(({ id }) => id).sort();
      };
      expect(await on(a.unitId, '2023-12-31')).toEqual([a.unitId]);
      expect(await on(a.unitId, ON)).toEqual([successorId]);
      expect(await on(successorId, '2023-12-31')).toEqual([a.unitId, b.unitId].sort());
      const stranger = await world.call(elsewhere.tokens.auditor, 'GET', `/api/v1/units/${a.unitId}/successors`);
      expect(stranger.status).toBe(404);
    });

    it('may leave nobody behind: a unit is dissolved, its pledges and seats end, its people wait for the keeper above', async () => {
      const { world, elsewhere } = land;
      const { unitId } = elsewhere;
      await world.accepted('unit.dissolve', { on: ON, document: DOCUMENT }, unitId);
      await world.drain();
      expect(await count(`pledges WHERE unit_id = ? AND status = 'active'`, unitId)).toBe(0);
      expect(await count('seats WHERE unit_id = ? AND council_id IS NULL AND valid_to IS NULL', unitId)).toBe(0);
      expect(await count('people WHERE unit_id = ?', unitId)).toBe(3);
      expect(refusalCodes(await world.send('unit.dissolve', { on: ON, document: DOCUMENT }, unitId))).toEqual([
        'UNIT.ENDED_ALREADY',
      ]);
    });

    describe('with units below', () => {
      let cityId = '';
      const below = (): string => successorId;
      const pathOf = async (id: string): Promise<string> =>
        (await land.world.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [id]))[0]?.path ?? '';

      it('are previewed with the units that move, and take them along under the successor', async () => {
        const { world, district } = land;
        const held = await holdingsOf(district.unitId);
        expect(held.get('unit')).toMatchObject({ fate: 'moved', count: 1, ids: [below()] });
        const [rootPath, oldPath] = [(await pathOf(district.unitId)).slice(0, 38), await pathOf(below())];
        const rootId = rootPath.slice(1, -1);
        const city = { code: 'TP-MOI', name: 'Thành phố Mới', kind: 'district', level: 'district', parentId: rootId };
        const merger = { unitIds: [district.unitId], newUnit: city, on: ON, document: DOCUMENT };
        cityId = await world.accepted('unit.merge', merger);
        await world.drain();
        expect(await pathOf(below())).toBe(`${rootPath}${cityId}/${below()}/`);
        expect((await holdingsOf(cityId)).get('unit')).toMatchObject({ count: 1, ids: [below()] });
        expect(await count('unit_places WHERE unit_id = ? AND path = ? AND left_on = ?', below(), oldPath, ON)).toBe(1);
        expect(await count(`events WHERE stream_id = ? AND type = 'unit.move'`, below())).toBe(1);
      });

      it('take their one head along', async () => {
        const heads = `seats WHERE role = 'unitHead' AND valid_to IS NULL AND unit_id = ?`;
        expect([await count(heads, land.district.unitId), await count(heads, cityId)]).toEqual([0, 1]);
      });

      it('leave the rows of their time where they were, in reach of the seats that carry them on', async () => {
        const { world, a, district } = land;
        const [caseId = ''] = a.ids.cases ?? [];
        const [row] = await world.rows<{ path: string }>('SELECT unit_path AS path FROM award_cases WHERE id = ?', [
          caseId,
        ]);
        expect(row?.path.startsWith(await pathOf(district.unitId))).toBe(true);
        const seat = async (login: string, unitId: string): Promise<string> => {
          const given = [{ role: 'standingOffice' as const, unitId, validFrom: ON }];
          return (await world.aToken(await world.aUser(login, unitId, given))).token;
        };
        // A new list of the ward stands at its new place; one of before at its old one.
        for (const token of [await seat('vp.phuong', below()), await seat('vp.tp', cityId)]) {
          expect((await world.call(token, 'GET', `/api/v1/cases/${caseId}`)).status).toBe(200);
          expect((await world.call(token, 'GET', `/api/v1/units/${below()}`)).status).toBe(200);
        }
        const { checks } = await world.get(VerifyService).run();
        expect(checks.filter(({ violations }) => violations.length > 0)).toEqual([]);
      });
    });

    it('of two rows of one person let a case be known by the row that stays: nobody votes on their own', async () => {
      const { world, a } = land;
      const [caseId = ''] = a.ids.cases ?? [];
      const subjectOf = async (): Promise<string | undefined> =>
        (await world.get(CaseDirectory).summariesOf(world.get(ReadDatabase), [caseId])).get(caseId)?.subjectId;
      const nominated = (await subjectOf()) ?? '';
      const stays = await world.accepted('person.add', { name: 'Người ở lại', unitId: successorId });
      await world.accepted('person.merge', { intoId: stays }, nominated);
      expect(await subjectOf()).toBe(stays);
    });
  });
});
