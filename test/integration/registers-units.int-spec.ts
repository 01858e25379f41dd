import { localDate } from '../../workflows/kernel';
import { scopeOf } from '../../src/platform/auth/scope';
import { ReadDatabase } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { UnitDirectory } from '../../src/units';
import { UnitLifeQueries } from '../../src/units/unit-life.queries';
import { UnitsQueries } from '../../src/units/units.queries';
import { actorWith, LONG_AGO, refusalCodes, Registers } from '../factories/registers';
import { schemaDrift } from '../migrations/schema-drift';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { DataSource } from 'typeorm';

const WARD = { name: 'Phường An Biên', kind: 'ward', level: 'commune', validFrom: LONG_AGO };
const PAGE = { limit: 50 };

function unitsContract(database: DatabaseOf): void {
  describe('the register of units', () => {
    let registers: Registers;
    let root: string;
    let rows: ReadDatabase;
    const pathOf = async (id: string): Promise<string> =>
      (await registers.module.get(UnitDirectory).pathOf(rows, id)) ?? 'none';

    beforeAll(async () => {
      registers = await Registers.open(database());
      rows = registers.module.get(ReadDatabase);
      root = await registers.aUnit({ code: 'HP', name: 'Thành phố Hải Phòng', kind: 'province', level: 'province' });
    });
    afterAll(() => registers.close());

    it('has the tables that the entities say', async () => {
      expect(await schemaDrift(registers.module.get(DataSource))).toEqual([]);
    });

    it('hangs a unit under its parent', async () => {
      const ward = await registers.aUnit({ parentId: root });
      expect(await pathOf(root)).toBe(`/${root}/`);
      expect(await pathOf(ward)).toBe(`/${root}/${ward}/`);
    });

    it('answers the same command the same, and does it once', async () => {
      const send = (name: string): Promise<CommandResult> =>
        registers.send('unit.add', { ...WARD, code: 'ONCE', name, parentId: root }, { commandId: 'once' });
      const first = await send('Phường Một');
      expect(first).toMatchObject({ outcome: 'accepted', version: 1, isRepeat: false });
      expect(await send('Phường Một')).toEqual({ ...first, isRepeat: true });
      await expect(send('Phường Hai')).rejects.toMatchObject({ code: 'PLATFORM.IDEMPOTENCY_KEY_REUSED' });
    });

    it('refuses a code that another unit has', async () => {
      const again = await registers.send('unit.add', { ...WARD, code: 'HP', parentId: root });
      expect(refusalCodes(again)).toEqual(['UNIT.CODE_TAKEN']);
    });

    it('refuses a parent that does not exist and one that the actor cannot see, alike', async () => {
      const other = await registers.aUnit();
      const keeper = actorWith('administrator', root, `/${root}/`);
      const under = (parentId: string): Promise<CommandResult> =>
        registers.send('unit.add', { ...WARD, code: registers.next('X'), parentId }, { actor: keeper });
      const nowhere = await under('00000000-0000-4000-8000-000000000000');
      expect(refusalCodes(nowhere)).toEqual(['UNIT.UNKNOWN_PARENT']);
      expect(await under(other)).toEqual(nowhere);
    });

    it('refuses an end before the start, and says every reason', async () => {
      const dated = { ...WARD, parentId: root, validFrom: '2024-02-01', validTo: '2024-01-31' };
      expect(refusalCodes(await registers.send('unit.add', { ...dated, code: 'HP' }))).toEqual([
        'UNIT.CODE_TAKEN',
        'UNIT.ENDS_BEFORE_START',
      ]);
    });

    it('lets only the system add a root', async () => {
      const actor = actorWith('administrator', root, `/${root}/`);
      expect(await registers.send('unit.add', { ...WARD, code: 'R2' }, { actor })).toEqual({
        outcome: 'forbidden',
        permissions: ['system'],
      });
    });

    it('lets nobody but the keeper of the parent or of a unit above add to it', async () => {
      const actor = actorWith('unitOfficer', root, `/${root}/`);
      const added = await registers.send('unit.add', { ...WARD, code: 'NO', parentId: root }, { actor });
      expect(added).toMatchObject({ outcome: 'forbidden' });
      const keeper = actorWith('standingOffice', root, `/${root}/`);
      await registers.accepted('unit.add', { ...WARD, code: 'YES', parentId: root }, { actor: keeper });
    });

    it('lets one of twenty who want the same code at the same time have it', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, () => registers.send('unit.add', { ...WARD, code: 'RACE', parentId: root })),
      );
      const accepted = results.filter(({ outcome }) => outcome === 'accepted');
      const refused = results.filter(({ outcome }) => outcome === 'refused').flatMap(refusalCodes);
      expect(accepted).toHaveLength(1);
      expect(refused).toEqual(Array.from({ length: 19 }, () => 'UNIT.CODE_TAKEN'));
    });

    it('lets twenty copies of one command have one effect', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, () =>
          registers.send('unit.add', { ...WARD, code: 'COPIES', parentId: root }, { commandId: 'copies' }),
        ),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 'accepted'));
      expect(await rows.rows("SELECT id FROM units WHERE code = 'COPIES'")).toHaveLength(1);
    });

    it('renames a unit and counts the change', async () => {
      const id = await registers.aUnit({ parentId: root });
      const renamed = await registers.send('unit.rename', { name: 'Phường Lê Chân' }, { id });
      expect(renamed).toMatchObject({ outcome: 'accepted', version: 2 });
      const scope = scopeOf(actorWith('auditor', root, `/${root}/`));
      expect(await registers.module.get(UnitsQueries).one(scope, id)).toMatchObject({
        name: 'Phường Lê Chân',
        version: 2,
      });
    });

    it('finds units without accents, page by page, in an order that both databases share', async () => {
      const area = await registers.aUnit({ name: 'Quận Đồ Sơn' });
      for (const name of ['Phường Đằng Giang', 'Phường Đằng Hải', 'Phường Dư Hàng', 'Phường Ấm 100%', 'Phường Z_'])
        await registers.aUnit({ parentId: area, name });
      const scope = scopeOf(actorWith('auditor', area, `/${area}/`));
      const queries = registers.module.get(UnitsQueries);
      const names = async (search: string): Promise<readonly string[]> =>
        (await queries.list(scope, { ...PAGE, search })).items.map(({ name }) => name);
      expect(await names('DANG')).toEqual(['Phường Đằng Giang', 'Phường Đằng Hải']);
      expect(await names('100%')).toEqual(['Phường Ấm 100%']);
      expect(await names('g_')).toEqual([]);
      const first = await queries.list(scope, { limit: 4 });
      const second = await queries.list(scope, { limit: 4, cursor: first.nextCursor ?? '' });
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
        'Phường Ấm 100%',
        'Phường Đằng Giang',
        'Phường Đằng Hải',
        'Phường Dư Hàng',
        'Phường Z_',
        'Quận Đồ Sơn',
      ]);
      expect(second.nextCursor).toBeNull();
    });

    it('shows a unit to the seats in it, above it and below it, and to nobody else', async () => {
      const [a, b] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
      const queries = registers.module.get(UnitsQueries);
      const ofWard = scopeOf(actorWith('unitOfficer', a, `/${root}/${a}/`));
      expect(await queries.one(ofWard, root)).toMatchObject({ id: root });
      expect(await queries.one(ofWard, a)).toMatchObject({ id: a });
      await expect(queries.one(ofWard, b)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      expect((await queries.list(ofWard, PAGE)).items.map(({ id }) => id).sort()).toEqual([a, root].sort());
    });

    it('holds twenty levels and no more', async () => {
      let parentId = await registers.aUnit();
      for (let level = 2; level <= 20; level += 1) parentId = await registers.aUnit({ parentId });
      const below = { code: 'TOO-DEEP', name: 'Tổ', kind: 'other', level: 'unit', validFrom: LONG_AGO, parentId };
      expect(refusalCodes(await registers.send('unit.add', below))).toEqual(['UNIT.TOO_DEEP']);
    });

    describe('put elsewhere in the tree', () => {
      const TODAY = localDate('2024-01-19');
      const paper = { on: '2024-01-10', document: '01/NQ-HĐND' };
      const move = (id: string, parentId: string, options: object = {}): Promise<CommandResult> =>
        registers.send('unit.move', { parentId, ...paper }, { id, ...options });
      const reach = async (unitId: string): Promise<readonly string[]> =>
        (await registers.module.get(UnitDirectory).reachOf(rows, [unitId], TODAY)).map(({ path }) => path);
      let [from, to, ward, team] = ['', '', '', ''];
      beforeEach(async () => {
        [from, to] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
        ward = await registers.aUnit({ parentId: from });
        team = await registers.aUnit({ parentId: ward });
      });
      afterEach(async () => {
        const lost = rows.rows(
          `SELECT u.id FROM units u LEFT JOIN units a ON a.id = u.parent_id WHERE u.path <> COALESCE(a.path, '/') || u.id || '/'`,
        );
        expect(await lost).toEqual([]);
      });

      it('takes along all that lies below, and is told in its history and among its terms', async () => {
        expect(await move(ward, to)).toMatchObject({ outcome: 'accepted', version: 2 });
        expect(await pathOf(ward)).toBe(`/${root}/${to}/${ward}/`);
        expect(await pathOf(team)).toBe(`/${root}/${to}/${ward}/${team}/`);
        const scope = scopeOf(actorWith('administrator', root, `/${root}/`));
        const former = async (id: string) =>
          (await registers.module.get(UnitLifeQueries).terms(scope, id)).formerPlaces;
        expect(await former(ward)).toEqual([{ parentId: from, leftOn: '2024-01-10', document: '01/NQ-HĐND' }]);
        // Its own unit above is the same as ever.
        expect(await former(team)).toEqual([]);
        expect(await registers.module.get(UnitsQueries).one(scope, ward)).toMatchObject({ parentId: to, version: 2 });
      });

      it('lets its seats, and those above it now, reach what was recorded at its old place, and takes it from nobody', async () => {
        const old = await pathOf(ward);
        await move(ward, to);
        expect(await reach(ward)).toEqual([old]);
        expect(await reach(team)).toEqual([`${old}${team}/`]);
        expect(await reach(to)).toEqual([old]);
        expect([await reach(from), await reach(root)]).toEqual([[], []]);
        const units = registers.module.get(UnitDirectory);
        expect(await units.heirPathOf(rows, old, TODAY)).toBe(await pathOf(ward));
        expect(await units.heirPathOf(rows, await pathOf(ward), TODAY)).toBeUndefined();
        const late = await pathOf(await registers.aUnit({ parentId: ward }));
        const isWithin = (path: string, above: string) => units.liesWithin(rows, path, above);
        // Of the unit itself, of what moved along, and of what came later, whichever of its places is asked.
        for (const path of [old, await pathOf(ward), await pathOf(team), `${old}${team}/`, late])
          for (const above of [old, await pathOf(ward)])
            expect([path, above, await isWithin(path, above)]).toContain(true);
        expect(await isWithin(await pathOf(ward), await pathOf(from))).toBe(true);
        expect(await isWithin(late, await pathOf(from))).toBe(false);
        expect(await isWithin(await pathOf(from), await pathOf(to))).toBe(false);
      });

      it('may come back, and go again on the same day', async () => {
        const old = await pathOf(ward);
        for (const parentId of [to, from, to])
          expect(await move(ward, parentId)).toMatchObject({ outcome: 'accepted' });
        expect(await reach(ward)).toEqual([old]);
        expect(await rows.rows('SELECT path FROM unit_places WHERE unit_id = ?', [ward])).toHaveLength(2);
      });

      it('is for whoever keeps both places', async () => {
        const keeper = (unitId: string, path: string) => ({ actor: actorWith('administrator', unitId, path) });
        const [ofFrom, ofTo] = [keeper(from, await pathOf(from)), keeper(to, await pathOf(to))];
        expect(refusalCodes(await move(ward, to, ofFrom))).toEqual(['UNIT.UNKNOWN_PARENT']);
        await expect(move(ward, to, ofTo)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
        expect(await move(ward, root, ofFrom)).toMatchObject({ outcome: 'forbidden' });
        expect(await move(ward, to, keeper(root, `/${root}/`))).toMatchObject({ outcome: 'accepted' });
      });

      it('is refused with every reason, and then changes nothing', async () => {
        const before = await pathOf(ward);
        const later = { parentId: from, on: '2024-01-20', document: '1' };
        expect(refusalCodes(await registers.send('unit.move', later, { id: ward }))).toEqual([
          'UNIT.SAME_PARENT',
          'UNIT.NOT_YET',
        ]);
        expect(refusalCodes(await move(ward, team))).toEqual(['UNIT.BELOW_ITSELF']);
        await registers.accepted('unit.dissolve', { on: '2024-01-19', document: '2' }, { id: to });
        expect(refusalCodes(await move(ward, to))).toEqual(['UNIT.DISSOLVED']);
        expect(await pathOf(ward)).toBe(before);
      });

      it('never leaves behind what is added below it at the same moment', async () => {
        const adding = Array.from({ length: 10 }, () =>
          registers.send('unit.add', { ...WARD, code: registers.next('MOVED-'), parentId: team }).catch(() => null),
        );
        const moving = [to, from, to].map((parentId) => move(ward, parentId).catch(() => null));
        const answers = await Promise.all([...adding, ...moving]);
        expect(answers.some((answer) => answer?.outcome === 'accepted')).toBe(true);
      });
    });
  });
}

describeSqlite('units on SQLite', unitsContract);
describePostgresDatabase('units on PostgreSQL', unitsContract);
