import type { Actor } from '../../src/platform/auth/actor';
import { isOfCouncil, type Role } from '../../src/platform/auth/permission';
import { ReadDatabase } from '../../src/platform/persistence';
import { TokensService, type IssuedToken } from '../../src/users';
import { UsersQueries } from '../../src/users/users.queries';
import { scopeOf } from '../../src/platform/auth/scope';
import { actorWith, LONG_AGO, refusalCodes, Registers } from '../factories/registers';
import { describeSqlite } from '../support/database';

/** Seats that whoever holds them could use against others: an office must not be able to hand them out. */
const BEYOND_AN_OFFICE: readonly Role[] = [
  'unitOfficer',
  'unitHead',
  'councilMember',
  'councilChair',
  'decidingAuthority',
  'auditor',
  'administrator',
];

describeSqlite('seats and tokens of others', (database) => {
  describe('nobody gets more through an account than they were given', () => {
    let registers: Registers;
    let [root, ward, other, council] = ['', '', '', ''];
    const path = (...units: readonly string[]): string => `/${[root, ...units].join('/')}/`;
    const office = (): Actor => actorWith('standingOffice', ward, path(ward));
    const administrator = (): Actor => actorWith('administrator', ward, path(ward));

    const place = (role: Role): object => (isOfCouncil(role) ? { councilId: council } : {});
    const give = (actor: Actor, role: Role, id: string, more: object = {}): ReturnType<Registers['send']> =>
      registers.send('user.giveSeat', { role, unitId: ward, validFrom: '2024-01-01', ...more }, { id, actor });
    const issue = (actor: Actor, userId: string): Promise<IssuedToken> =>
      registers.module.get(TokensService).issue({ actor, commandId: registers.next('token'), userId });
    const seatsOf = (userId: string): Promise<readonly object[]> =>
      registers.module.get(ReadDatabase).rows('SELECT role FROM seats WHERE user_id = ?', [userId]);

    beforeAll(async () => {
      registers = await Registers.open(database());
      root = await registers.aUnit();
      ward = await registers.aUnit({ parentId: root });
      other = await registers.aUnit({ parentId: root });
      council = await registers.aCouncil(ward);
    });
    afterAll(() => registers.close());

    it.each(BEYOND_AN_OFFICE)('refuses a seat as %s from an office that could not do the same', async (role) => {
      const id = await registers.aUser({ unitId: ward });
      expect(refusalCodes(await give(office(), role, id, place(role)))).toEqual(['USER.ROLE_BEYOND_YOURS']);
      expect(await seatsOf(id)).toEqual([]);
    });

    it('lets an office give its own role, and an administrator every role', async () => {
      const [colleague, anybody] = [await registers.aUser({ unitId: ward }), await registers.aUser({ unitId: ward })];
      expect(await give(office(), 'standingOffice', colleague)).toMatchObject({ outcome: 'accepted' });
      for (const role of [...BEYOND_AN_OFFICE, 'standingOffice'] as const) {
        expect(await give(administrator(), role, anybody, place(role))).toMatchObject({ outcome: 'accepted' });
      }
    });

    it('gives the role of a chair or member in a council alone: elsewhere it could do nothing in a sitting', async () => {
      const id = await registers.aUser({ unitId: ward });
      for (const role of ['councilChair', 'councilMember'] as const) {
        expect(refusalCodes(await give(administrator(), role, id))).toEqual(['USER.COUNCIL_MISSING']);
      }
      expect(await seatsOf(id)).toEqual([]);
    });

    it('weighs a role where the seat would be, not where the giver holds it', async () => {
      const id = await registers.aUser({ unitId: ward });
      const above = actorWith('standingOffice', root, path());
      const both: Actor = { ...above, seats: [...above.seats, ...administrator().seats] };
      expect(await give(both, 'unitHead', id)).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await give(both, 'unitHead', id, { unitId: other }))).toEqual(['USER.ROLE_BEYOND_YOURS']);
    });

    it('refuses a seat to oneself, under whichever account of the same person', async () => {
      const personId = await registers.aPerson(ward);
      const [mine, alsoMine] = [
        await registers.aUser({ unitId: ward, personId }),
        await registers.aUser({ unitId: ward, personId }),
      ];
      const me: Actor = { ...administrator(), id: mine, personId };
      for (const id of [mine, alsoMine]) {
        expect(refusalCodes(await give(me, 'unitHead', id))).toEqual(['USER.OWN_SEAT']);
        expect(await seatsOf(id)).toEqual([]);
      }
    });

    it('refuses to end a seat that could not have been given', async () => {
      const id = await registers.aUser({ unitId: ward });
      const seatId = await registers.aSeat(id, 'councilMember', ward, place('councilMember')).then(async () => {
        const { seats } = await registers.module.get(UsersQueries).one(scopeOf(office()), id);
        return seats[0]!.id;
      });
      const end = (actor: Actor): ReturnType<Registers['send']> =>
        registers.send('user.endSeat', { seatId, validTo: '2024-06-30' }, { id, actor });
      expect(refusalCodes(await end(office()))).toEqual(['USER.ROLE_BEYOND_YOURS']);
      expect(await end(administrator())).toMatchObject({ outcome: 'accepted' });
    });

    it('keeps accounts of other units out of reach: a seat would take them from those who keep them', async () => {
      for (const id of [await registers.aUser({ unitId: other }), await registers.aUser()]) {
        await expect(give(administrator(), 'unitHead', id)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
        const end = { seatId: '00000000-0000-4000-8000-000000000000', validTo: '2024-06-30' };
        await expect(registers.send('user.endSeat', end, { id, actor: administrator() })).rejects.toMatchObject({
          code: 'PLATFORM.NOT_FOUND',
        });
      }
    });

    it.each(BEYOND_AN_OFFICE)('refuses an office a token of somebody who is %s, now or later', async (role) => {
      const [now, later] = [await registers.aUser({ unitId: ward }), await registers.aUser({ unitId: ward })];
      await registers.aSeat(now, role, ward, place(role));
      await registers.aSeat(later, role, ward, { validFrom: '2030-01-01', ...place(role) });
      for (const id of [now, later]) {
        const { result, token } = await issue(office(), id);
        expect(refusalCodes(result)).toEqual(['USER.SEATS_BEYOND_YOURS']);
        expect(token).toBeNull();
      }
    });

    it('lets an office issue tokens of accounts that can do no more than itself, and of its own', async () => {
      const [plain, colleague, past] = [
        await registers.aUser({ unitId: ward }),
        await registers.aUser({ unitId: ward }),
        await registers.aUser({ unitId: ward }),
      ];
      await registers.aSeat(colleague, 'standingOffice', ward);
      await registers.aSeat(past, 'unitHead', ward, { validFrom: LONG_AGO, validTo: '2023-12-31' });
      for (const id of [plain, colleague, past]) expect((await issue(office(), id)).token).not.toBeNull();
      const both = await registers.aUser({ unitId: ward });
      for (const role of ['unitHead', 'standingOffice'] as const) await registers.aSeat(both, role, ward);
      expect((await issue({ ...office(), id: both }, both)).token).not.toBeNull();
      expect((await issue(administrator(), both)).token).not.toBeNull();
    });

    it('refuses to shut out, or let in again, whoever can do more', async () => {
      const id = await registers.aUser({ unitId: ward });
      await registers.aSeat(id, 'decidingAuthority', ward);
      for (const type of ['user.disable', 'user.enable']) {
        expect(refusalCodes(await registers.send(type, {}, { id, actor: office() }))).toContain(
          'USER.SEATS_BEYOND_YOURS',
        );
      }
      expect(await registers.send('user.disable', {}, { id, actor: administrator() })).toMatchObject({
        outcome: 'accepted',
      });
    });
  });
});
