import { scopeOf } from '../../src/platform/auth/scope';
import { readStream, ReadDatabase, verifyStream } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { SubjectDirectory } from '../../src/people';
import { HouseholdsQueries } from '../../src/people/households.queries';
import { PeopleQueries } from '../../src/people/people.queries';
import { actorWith, refusalCodes, Registers } from '../factories/registers';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const PERSONAL = { name: 'Đỗ Thị Mẫu', birthday: '1980-05-19', gender: 'female', nationalId: '031180000123' };
const PAGE = { limit: 50 };

function peopleContract(database: DatabaseOf): void {
  describe('the register of people', () => {
    let registers: Registers;
    let reads: ReadDatabase;
    let [root, wardA, wardB]: string[] = [];
    const officerOf = (ward = ''): ReturnType<typeof actorWith> =>
      actorWith('standingOffice', ward, `/${root ?? ''}/${ward}/`);
    const events = (id: string): ReturnType<typeof readStream> => readStream(reads, id);

    /** Everything the database holds, as text, whatever the table. */
    const dump = async (): Promise<string> => {
      const tables = ['people', 'households', 'private_texts', 'events', 'processed_messages', 'outbox'];
      const all = await Promise.all(tables.map((table) => reads.rows(`SELECT * FROM ${table}`)));
      return JSON.stringify(all);
    };

    beforeAll(async () => {
      registers = await Registers.open(database());
      reads = registers.module.get(ReadDatabase);
      root = await registers.aUnit();
      [wardA, wardB] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
    });
    afterAll(() => registers.close());

    it('keeps personal data out of the events', async () => {
      const id = await registers.aPerson(wardA!, PERSONAL);
      const [added] = await events(id);
      const body = JSON.parse(added!.body) as { data: Record<string, unknown> };
      expect(body.data.unitId).toBe(wardA);
      for (const [field, text] of Object.entries(PERSONAL)) {
        expect(added!.body).not.toContain(text);
        expect(body.data[field]).toMatch(/^[0-9a-f]{64}$/);
      }
    });

    it('shows people to their own unit and the units above, never to the ward beside', async () => {
      const id = await registers.aPerson(wardB!, { name: 'Lê Văn Láng Giềng' });
      const queries = registers.module.get(PeopleQueries);
      const ofA = scopeOf(officerOf(wardA));
      expect((await queries.list(ofA, PAGE)).items.map(({ unitId }) => unitId)).toEqual(
        expect.not.arrayContaining([wardB]),
      );
      expect((await queries.list(ofA, { ...PAGE, search: 'lang gieng' })).items).toEqual([]);
      expect((await queries.list(ofA, { ...PAGE, unitId: wardB! })).items).toEqual([]);
      await expect(queries.one(ofA, id)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      expect(await queries.one(scopeOf(officerOf(wardB)), id)).toMatchObject({ name: 'Lê Văn Láng Giềng' });
      const above = scopeOf(actorWith('auditor', root!, `/${root!}/`));
      expect((await queries.list(above, { ...PAGE, search: 'LÁNG' })).items).toMatchObject([{ id }]);
    });

    it('lets the keeper of a ward change nobody in the ward beside', async () => {
      const id = await registers.aPerson(wardB!);
      const correct = registers.send('person.correct', { name: 'Tên Khác' }, { id, actor: officerOf(wardA) });
      await expect(correct).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      const add = { name: 'Người Mẫu', unitId: wardB };
      const added = await registers.send('person.add', add, { actor: officerOf(wardA) });
      expect(refusalCodes(added)).toEqual(['PERSON.UNKNOWN_UNIT']);
      expect(await registers.send('person.add', { ...add, unitId: NOBODY }, { actor: officerOf(wardA) })).toEqual(
        added,
      );
    });

    it('replaces all details when a person is corrected', async () => {
      const again = { ...PERSONAL, nationalId: '031180000124', leaderLevel: 'commune', isAnother: true };
      const id = await registers.aPerson(wardA!, again);
      const scope = scopeOf(officerOf(wardA));
      const leader = { isLeader: true, leaderLevel: 'commune' };
      expect(await registers.module.get(PeopleQueries).one(scope, id)).toMatchObject(leader);
      const wrong = { name: 'Đỗ Thị Mẫu Mực', ...leader, isLeader: false };
      expect(refusalCodes(await registers.send('person.correct', wrong, { id }))).toEqual(['PERSON.NO_LEADER']);
      await registers.accepted('person.correct', { name: 'Đỗ Thị Mẫu Mực' }, { id });
      expect(await registers.module.get(PeopleQueries).one(scope, id)).toEqual({
        id,
        name: 'Đỗ Thị Mẫu Mực',
        unitId: wardA,
        birthday: null,
        gender: null,
        nationalId: '*********124',
        mergedIntoId: null,
        isDirectWorker: false,
        isLeader: false,
        leaderLevel: null,
        isErased: false,
        version: 2,
      });
    });

    it('moves a person for whoever keeps both units, once however often the command is sent', async () => {
      const id = await registers.aPerson(wardA!);
      const move = (actor = actorWith('administrator', root!, `/${root!}/`)): Promise<CommandResult> =>
        registers.send('person.move', { unitId: wardB }, { id, actor, commandId: 'move-once' });
      expect(await move(officerOf(wardA))).toMatchObject({ outcome: 'refused' });
      const first = await move();
      expect(first).toMatchObject({ outcome: 'accepted', version: 2 });
      expect(await move()).toEqual({ ...first, isRepeat: true });
      expect(refusalCodes(await registers.send('person.move', { unitId: wardB }, { id }))).toEqual([
        'PERSON.SAME_UNIT',
      ]);
      expect(await registers.module.get(SubjectDirectory).unitOf(reads, 'person', id)).toMatchObject({ id: wardB });
    });

    it('takes one key with another name for a mistake of the sender', async () => {
      const add = (name: string): Promise<CommandResult> =>
        registers.send('person.add', { name, unitId: wardA }, { commandId: 'person-once' });
      const first = await add('Một Người');
      expect(await add('Một Người')).toEqual({ ...first, isRepeat: true });
      await expect(add('Người Khác')).rejects.toMatchObject({ code: 'PLATFORM.IDEMPOTENCY_KEY_REUSED' });
    });

    it('erases a person everywhere, and the events still verify', async () => {
      const secret = { name: 'Hoàng Văn Bí Mật', birthday: '1977-07-07', nationalId: '031177000777' };
      const id = await registers.aPerson(wardA!, secret);
      await registers.accepted('person.correct', { ...secret, name: 'Hoàng Văn Rất Bí Mật' }, { id });
      expect(await dump()).toContain('Hoàng Văn Bí Mật');
      const before = await events(id);
      await registers.accepted('person.erase', {}, { id });
      const left = await dump();
      for (const text of ['Hoàng', 'hoang van', 'Bí Mật', secret.birthday, secret.nationalId]) {
        expect(left).not.toContain(text);
      }
      const after = await events(id);
      expect(after.slice(0, 2)).toEqual(before);
      expect(verifyStream(after)).toMatchObject({ isWhole: true, head: { seq: 3 } });
    });

    it('lets nothing be written about somebody who was erased', async () => {
      const id = await registers.aPerson(wardA!);
      await registers.accepted('person.erase', {}, { id });
      const again = await Promise.all([
        registers.send('person.correct', { name: 'Lại Có Tên' }, { id }),
        registers.send('person.move', { unitId: wardB }, { id }),
        registers.send('person.erase', {}, { id }),
      ]);
      expect(again.map(refusalCodes)).toEqual([['PERSON.ERASED'], ['PERSON.ERASED'], ['PERSON.ERASED']]);
      expect(await dump()).not.toContain('Lại Có Tên');
      const subjects = registers.module.get(SubjectDirectory);
      expect(await subjects.exists(reads, 'person', id)).toBe(false);
      expect(await subjects.labelsOf(reads, [{ kind: 'person', id }])).toEqual([
        { kind: 'person', id, name: '', isErased: true },
      ]);
    });

    it('leaves nothing behind when a correction and an erasure race', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => registers.aPerson(wardA!)));
      await Promise.all(
        ids.flatMap((id) => [
          registers.send('person.correct', { name: 'Tên Đua' }, { id }),
          registers.send('person.erase', {}, { id }),
        ]),
      );
      for (const id of ids) expect(verifyStream(await events(id))).toMatchObject({ isWhole: true });
      expect(await dump()).not.toContain('Tên Đua');
    });

    it('knows collectives and households as subjects too', async () => {
      const group = await registers.accepted('collective.add', { name: 'Tổ dân phố số 3', unitId: wardA });
      const home = await registers.accepted('household.add', { headName: 'Vũ Thị Mẫu', unitId: wardA });
      await registers.accepted('collective.rename', { name: 'Tổ dân phố số 4' }, { id: group });
      const subjects = registers.module.get(SubjectDirectory);
      const asked = [
        { kind: 'household', id: home },
        { kind: 'collective', id: group },
        { kind: 'person', id: NOBODY },
      ] as const;
      expect(await subjects.labelsOf(reads, asked)).toEqual([
        { ...asked[0], name: 'Vũ Thị Mẫu', isErased: false },
        { ...asked[1], name: 'Tổ dân phố số 4', isErased: false },
        { ...asked[2], name: '', isErased: false },
      ]);
      expect(await subjects.exists(reads, 'collective', home)).toBe(false);
    });

    it('erases a household as it does a person', async () => {
      const home = { headName: 'Bùi Văn Kín', address: 'Số 1 ngõ Kín Đáo', unitId: wardA };
      const id = await registers.accepted('household.add', home);
      await registers.accepted('household.erase', {}, { id });
      expect(await dump()).not.toMatch(/Bùi Văn Kín|bui van kin|Kín Đáo/);
      expect(verifyStream(await events(id))).toMatchObject({ isWhole: true });
      const corrected = await registers.send('household.correct', { headName: 'Bùi Văn Lộ' }, { id });
      expect(refusalCodes(corrected)).toEqual(['HOUSEHOLD.ERASED']);
      expect(await registers.module.get(HouseholdsQueries).one(scopeOf(officerOf(wardA)), id)).toMatchObject({
        headName: '',
        address: '',
        isErased: true,
      });
    });
  });
}

describeSqlite('people on SQLite', peopleContract);
describePostgresDatabase('people on PostgreSQL', peopleContract);
