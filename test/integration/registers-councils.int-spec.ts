import { localDate } from '../../workflows/kernel';
import { CouncilDirectory } from '../../src/councils';
import { CouncilsQueries } from '../../src/councils/councils.queries';
import { scopeOf } from '../../src/platform/auth/scope';
import { readStream, ReadDatabase, verifyStream } from '../../src/platform/persistence';
import { actorWith, LONG_AGO, refusalCodes, Registers } from '../factories/registers';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const NOBODY = '00000000-0000-4000-8000-000000000000';

function councilsContract(database: DatabaseOf): void {
  describe('the register of councils', () => {
    let registers: Registers;
    let reads: ReadDatabase;
    let [root, ward, other] = ['', '', ''];
    const seat = (id: string, personId: string, input: object = {}): ReturnType<Registers['send']> =>
      registers.send('council.seatMember', { personId, seat: 'member', validFrom: LONG_AGO, ...input }, { id });
    const seatsOn = async (council: string, date: string): Promise<readonly string[]> =>
      (await registers.module.get(CouncilDirectory).membersOn(reads, council, localDate(date))).map((m) => m.seat);

    beforeAll(async () => {
      registers = await Registers.open(database());
      reads = registers.module.get(ReadDatabase);
      root = await registers.aUnit();
      ward = await registers.aUnit({ parentId: root });
      other = await registers.aUnit({ parentId: root });
    });
    afterAll(() => registers.close());

    it('founds a council at its unit, under a code of its own', async () => {
      const council = { code: 'HDTDKT', name: 'Hội đồng Thi đua – Khen thưởng', kind: 'fullCouncil', unitId: ward };
      const id = await registers.accepted('council.found', council);
      expect(await registers.module.get(CouncilDirectory).councilOf(reads, id)).toEqual({
        id,
        ...council,
        partOfId: null,
        dissolvedOn: null,
        unitPath: `/${root}/${ward}/`,
      });
      expect(refusalCodes(await registers.send('council.found', council))).toEqual(['COUNCIL.CODE_TAKEN']);
      const nowhere = { ...council, code: 'X', unitId: NOBODY };
      expect(refusalCodes(await registers.send('council.found', nowhere))).toEqual(['COUNCIL.UNKNOWN_UNIT']);
      expect(await registers.module.get(CouncilDirectory).councilOf(reads, NOBODY)).toBeUndefined();
    });

    it('lists the members of a day by seat, and equal seats as they were given', async () => {
      const council = await registers.aCouncil(root);
      const people = await Promise.all(Array.from({ length: 5 }, () => registers.aPerson(ward)));
      const seats = ['secretary', 'member', 'viceChair', 'chair', 'viceChair'];
      for (const [index, kind] of seats.entries()) await registers.aMember(council, people[index]!, { seat: kind });
      const members = await registers.module.get(CouncilDirectory).membersOn(reads, council, localDate('2024-01-19'));
      expect(members.map((member) => [member.seat, people.indexOf(member.personId), member.unitId])).toEqual([
        ['chair', 3, ward],
        ['viceChair', 2, ward],
        ['viceChair', 4, ward],
        ['member', 1, ward],
        ['secretary', 0, ward],
      ]);
      expect(verifyStream(await readStream(reads, council))).toMatchObject({ isWhole: true, head: { seq: 6 } });
    });

    it('counts both ends of a membership as days of it', async () => {
      const council = await registers.aCouncil(root);
      await registers.aMember(council, await registers.aPerson(ward), {
        validFrom: '2024-01-02',
        validTo: '2024-01-03',
      });
      expect(await seatsOn(council, '2024-01-01')).toEqual([]);
      expect(await seatsOn(council, '2024-01-02')).toEqual(['member']);
      expect(await seatsOn(council, '2024-01-03')).toEqual(['member']);
      expect(await seatsOn(council, '2024-01-04')).toEqual([]);
    });

    it('refuses a stranger, a second membership and a second chair within one time, with every reason', async () => {
      const council = await registers.aCouncil(root);
      const person = await registers.aPerson(ward);
      expect(refusalCodes(await seat(council, NOBODY))).toEqual(['COUNCIL.UNKNOWN_PERSON']);
      await registers.aMember(council, person, { seat: 'chair', validTo: '2024-06-30' });
      expect(refusalCodes(await seat(council, person, { seat: 'chair', validFrom: '2024-06-30' }))).toEqual([
        'COUNCIL.ALREADY_SEATED',
        'COUNCIL.CHAIR_TAKEN',
      ]);
      expect(await seat(council, person, { seat: 'chair', validFrom: '2024-07-01' })).toMatchObject({
        outcome: 'accepted',
      });
      const backwards = { validFrom: '2019-12-31', validTo: '2019-12-30' };
      expect(refusalCodes(await seat(council, await registers.aPerson(ward), backwards))).toEqual([
        'COUNCIL.ENDS_BEFORE_START',
      ]);
    });

    it('seats one chair when twenty are seated at the same time', async () => {
      const council = await registers.aCouncil(root);
      const people = await Promise.all(Array.from({ length: 20 }, () => registers.aPerson(ward)));
      const results = await Promise.all(people.map((person) => seat(council, person, { seat: 'chair' })));
      expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'refused').flatMap(refusalCodes)).toEqual(
        Array.from({ length: 19 }, () => 'COUNCIL.CHAIR_TAKEN'),
      );
      expect(await seatsOn(council, '2024-01-19')).toEqual(['chair']);
    });

    it('seats twenty members at the same time, each with a place of their own', async () => {
      const council = await registers.aCouncil(root);
      const people = await Promise.all(Array.from({ length: 20 }, () => registers.aPerson(ward)));
      const results = await Promise.all(people.map((person) => seat(council, person)));
      expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 'accepted'));
      const places = await reads.rows<{ ordinal: number }>(
        'SELECT ordinal FROM council_members WHERE council_id = ? ORDER BY ordinal',
        [council],
      );
      expect(places.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(verifyStream(await readStream(reads, council))).toMatchObject({ isWhole: true, head: { seq: 21 } });
    });

    it('ends a membership on a day, and never later than it ended before', async () => {
      const council = await registers.aCouncil(root);
      await registers.aMember(council, await registers.aPerson(ward));
      const scope = scopeOf(actorWith('administrator', root, `/${root}/`));
      const { members } = await registers.module.get(CouncilsQueries).one(scope, council);
      const end = (validTo: string, memberId = members[0]!.id): ReturnType<Registers['send']> =>
        registers.send('council.endMembership', { memberId, validTo }, { id: council });
      expect(refusalCodes(await end('2024-01-18', NOBODY))).toEqual(['COUNCIL.UNKNOWN_MEMBER']);
      expect(refusalCodes(await end('2019-12-31'))).toEqual(['COUNCIL.ENDS_BEFORE_START']);
      expect(await end('2024-01-18')).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await end('2024-01-19'))).toEqual(['COUNCIL.ENDED_BEFORE']);
      expect(await seatsOn(council, '2024-01-18')).toEqual(['member']);
      expect(await seatsOn(council, '2024-01-19')).toEqual([]);
    });

    it('is changed by the keeper of its unit or above only', async () => {
      const council = await registers.aCouncil(ward);
      const input = { personId: await registers.aPerson(ward), seat: 'member', validFrom: LONG_AGO };
      const send = (unit: string): ReturnType<Registers['send']> =>
        registers.send('council.seatMember', input, {
          id: council,
          actor: actorWith('standingOffice', unit, `/${root}/${unit}/`),
        });
      await expect(send(other)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      expect(await send(ward)).toMatchObject({ outcome: 'accepted' });
    });

    it('is seen from its unit, above and below, and from a seat in it', async () => {
      const council = await registers.aCouncil(ward, { name: 'Hội đồng Sáng kiến' });
      const person = await registers.aPerson(ward, { name: 'Phạm Thị Thành Viên' });
      await registers.aMember(council, person);
      const queries = registers.module.get(CouncilsQueries);
      const stranger = scopeOf(actorWith('unitHead', other, `/${root}/${other}/`));
      await expect(queries.one(stranger, council)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      expect(await queries.one({ ...stranger, councilIds: [council] }, council)).toMatchObject({
        name: 'Hội đồng Sáng kiến',
        members: [{ personId: person, personName: 'Phạm Thị Thành Viên', seat: 'member' }],
      });
      const query = { limit: 50, search: 'sang kien' };
      expect((await queries.list(stranger, query)).items).toEqual([]);
      const above = scopeOf(actorWith('auditor', root, `/${root}/`));
      expect((await queries.list(above, query)).items).toMatchObject([{ id: council }]);
    });
  });
}

describeSqlite('councils on SQLite', councilsContract);
describePostgresDatabase('councils on PostgreSQL', councilsContract);
