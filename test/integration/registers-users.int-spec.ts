import { instant, localDateOf } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { scopeOf } from '../../src/platform/auth/scope';
import { TokenDirectory } from '../../src/platform/auth/token-directory.port';
import { sha256 } from '../../src/platform/crypto/sha256';
import { readStream, ReadDatabase, verifyStream } from '../../src/platform/persistence';
import { RecipientDirectory, type RecipientQuery } from '../../src/reminders';
import { TokensService, UserDirectory, type IssuedToken } from '../../src/users';
import { UnitDirectory } from '../../src/units';
import { UsersQueries } from '../../src/users/users.queries';
import { actorWith, refusalCodes, Registers } from '../factories/registers';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const START = instant('2024-01-19T07:00:00.000Z');
const NOBODY = '00000000-0000-4000-8000-000000000000';

function usersContract(database: DatabaseOf): void {
  describe('the register of users', () => {
    let registers: Registers;
    let reads: ReadDatabase;
    let [root, ward, other] = ['', '', ''];
    const rootPath = (): string => `/${root}/`;
    const wardPath = (): string => `/${root}/${ward}/`;
    const keeper = (): Actor => actorWith('administrator', ward, wardPath());

    const issue = (
      userId: string,
      options: Partial<Parameters<TokensService['issue']>[0]> = {},
    ): Promise<IssuedToken> =>
      registers.module
        .get(TokensService)
        .issue({ actor: SYSTEM_ACTOR, commandId: registers.next('token'), userId, ...options });
    const actorOf = (token: string | null): Promise<Actor | null> =>
      registers.module.get(TokenDirectory).actorOf(token ?? '');

    beforeAll(async () => {
      registers = await Registers.open(database());
      reads = registers.module.get(ReadDatabase);
      root = await registers.aUnit();
      ward = await registers.aUnit({ parentId: root });
      other = await registers.aUnit({ parentId: root });
    });
    beforeEach(() => registers.clock.set(START));
    afterAll(() => registers.close());

    it('refuses a login that another user has', async () => {
      await registers.aUser({ login: 'vanthu.lechan' });
      expect(refusalCodes(await registers.send('user.add', { login: 'vanthu.lechan' }))).toEqual(['USER.LOGIN_TAKEN']);
      await expect(registers.send('user.add', { login: 'Văn Thư' })).rejects.toMatchObject({
        code: 'HTTP.INVALID_REQUEST',
      });
    });

    it('keeps a token as its hash only', async () => {
      const id = await registers.aUser({ unitId: ward });
      const { token, result } = await issue(id);
      expect(result).toMatchObject({ outcome: 'accepted' });
      expect(token).toMatch(/^thidua_[A-Za-z0-9_-]{43}$/);
      const stored = await reads.rows('SELECT token_hash AS hash FROM api_tokens WHERE user_id = ?', [id]);
      expect(stored).toEqual([{ hash: sha256(token!) }]);
      for (const table of ['api_tokens', 'events', 'processed_messages', 'private_texts', 'outbox', 'users']) {
        expect(JSON.stringify(await reads.rows(`SELECT * FROM ${table}`))).not.toContain(token!.slice(7));
      }
      expect(await actorOf(token)).toEqual({ id, personId: null, isSystem: false, seats: [] });
      expect(await actorOf(sha256(token!))).toBeNull();
      expect(await actorOf('thidua_no-such-token')).toBeNull();
    });

    it('shows a token once: sent again, the command answers without it', async () => {
      const id = await registers.aUser({ unitId: ward });
      const first = await issue(id, { commandId: 'issue-once' });
      const again = await issue(id, { commandId: 'issue-once' });
      expect(again).toEqual({ tokenId: first.tokenId, token: null, result: { ...first.result, isRepeat: true } });
      expect(await actorOf(first.token)).toMatchObject({ id });
      expect(await reads.rows('SELECT id FROM api_tokens WHERE user_id = ?', [id])).toHaveLength(1);
    });

    it('takes no token that was revoked, that is over, or whose user is disabled', async () => {
      const id = await registers.aUser({ unitId: ward });
      const [revoked, dated, kept] = [
        await issue(id),
        await issue(id, { expiresOn: localDateOf(START) }),
        await issue(id),
      ];
      await registers.accepted('user.revokeToken', { tokenId: revoked.tokenId }, { id });
      expect(await actorOf(revoked.token)).toBeNull();
      registers.clock.set(instant('2024-01-19T16:59:59.999Z'));
      expect(await actorOf(dated.token)).toMatchObject({ id });
      registers.clock.set(instant('2024-01-19T17:00:00.000Z'));
      expect(await actorOf(dated.token)).toBeNull();
      expect(await actorOf(kept.token)).toMatchObject({ id });
      await registers.accepted('user.disable', {}, { id });
      expect(await actorOf(kept.token)).toBeNull();
      expect(refusalCodes((await issue(id)).result)).toEqual(['USER.DISABLED']);
      await registers.accepted('user.enable', {}, { id });
      expect(await actorOf(kept.token)).toMatchObject({ id });
      expect(verifyStream(await readStream(reads, id))).toMatchObject({ isWhole: true });
    });

    it('refuses to revoke a token twice, or one of another user', async () => {
      const [id, stranger] = [await registers.aUser(), await registers.aUser()];
      const { tokenId } = await issue(id);
      const revoke = (userId: string): ReturnType<Registers['send']> =>
        registers.send('user.revokeToken', { tokenId }, { id: userId });
      expect(refusalCodes(await revoke(stranger))).toEqual(['USER.UNKNOWN_TOKEN']);
      expect(await revoke(id)).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await revoke(id))).toEqual(['USER.UNKNOWN_TOKEN']);
    });

    it('refuses to issue a token whose last day is over', async () => {
      const id = await registers.aUser();
      const { result, token } = await issue(id, { expiresOn: localDateOf(instant('2024-01-18T07:00:00.000Z')) });
      expect(refusalCodes(result)).toEqual(['USER.TOKEN_ALREADY_OVER']);
      expect(token).toBeNull();
    });

    it('gives an actor the seats of the local day, both ends included', async () => {
      const id = await registers.aUser({ unitId: ward });
      const { token } = await issue(id);
      await registers.aSeat(id, 'unitOfficer', ward, { validFrom: '2024-01-20', validTo: '2024-01-21' });
      await registers.aSeat(id, 'auditor', root, { validFrom: '2024-01-21' });
      const rolesAt = async (moment: string): Promise<readonly Role[] | undefined> => {
        registers.clock.set(instant(moment));
        return (await actorOf(token))?.seats.map(({ role }) => role).sort();
      };
      expect(await rolesAt('2024-01-19T16:59:59.999Z')).toEqual([]);
      expect(await rolesAt('2024-01-19T17:00:00.000Z')).toEqual(['unitOfficer']);
      expect(await rolesAt('2024-01-21T16:59:59.999Z')).toEqual(['auditor', 'unitOfficer']);
      expect(await rolesAt('2024-01-21T17:00:00.000Z')).toEqual(['auditor']);
      expect((await actorOf(token))?.seats).toEqual([
        { role: 'auditor', unitId: root, unitPath: rootPath(), councilId: null },
      ]);
    });

    it('ends a seat on a day, and never later than it ended before', async () => {
      const id = await registers.aUser({ unitId: ward });
      const { token } = await issue(id);
      await registers.aSeat(id, 'unitHead', ward);
      const scope = scopeOf(keeper());
      const { seats } = await registers.module.get(UsersQueries).one(scope, id);
      const end = (validTo: string, seatId = seats[0]!.id): ReturnType<Registers['send']> =>
        registers.send('user.endSeat', { seatId, validTo }, { id, actor: keeper() });
      expect(refusalCodes(await end('2019-12-31'))).toEqual(['USER.ENDS_BEFORE_START']);
      expect(refusalCodes(await end('2024-01-18', NOBODY))).toEqual(['USER.UNKNOWN_SEAT']);
      expect(await end('2024-01-18')).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await end('2024-02-18'))).toEqual(['USER.ENDED_BEFORE']);
      expect((await actorOf(token))?.seats).toEqual([]);
    });

    it('refuses the same seat twice within one time', async () => {
      const id = await registers.aUser();
      await registers.aSeat(id, 'unitOfficer', ward, { validTo: '2024-06-30' });
      const again = (input: object): ReturnType<Registers['send']> =>
        registers.send('user.giveSeat', { role: 'unitOfficer', unitId: ward, ...input }, { id });
      expect(refusalCodes(await again({ validFrom: '2024-06-30' }))).toEqual(['USER.SEAT_HELD']);
      expect(await again({ validFrom: '2024-07-01' })).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await again({ validFrom: '2019-12-31', validTo: '2019-12-30' }))).toEqual([
        'USER.ENDS_BEFORE_START',
      ]);
    });

    it('lets the keeper of a ward give seats in the ward and nowhere else', async () => {
      const id = await registers.aUser({ unitId: ward });
      const give = (unitId: string): ReturnType<Registers['send']> =>
        registers.send('user.giveSeat', { role: 'unitHead', unitId, validFrom: '2024-01-01' }, { id, actor: keeper() });
      expect(await give(ward)).toMatchObject({ outcome: 'accepted' });
      expect(refusalCodes(await give(other))).toEqual(['USER.UNKNOWN_UNIT']);
      expect(await give(root)).toMatchObject({ outcome: 'forbidden' });
    });

    it('lets the keeper of a ward issue no token of somebody who has a seat or a person beyond it', async () => {
      const [plain, high, linked] = [
        await registers.aUser({ unitId: ward }),
        await registers.aUser({ unitId: ward }),
        await registers.aUser({ unitId: ward, personId: await registers.aPerson(root) }),
      ];
      await registers.aSeat(high, 'decidingAuthority', root, { validFrom: '2025-01-01' });
      expect((await issue(plain, { actor: keeper() })).token).not.toBeNull();
      for (const id of [high, linked, await registers.aUser()]) {
        expect(await issue(id, { actor: keeper() })).toMatchObject({ result: { outcome: 'forbidden' }, token: null });
      }
      const personId = await registers.aPerson(root);
      const account = { login: registers.next('user.'), unitId: ward, personId };
      expect(await registers.send('user.add', account, { actor: keeper() })).toMatchObject({ outcome: 'forbidden' });
    });

    it('shows accounts to the unit that keeps them and the units above', async () => {
      const [id, elsewhere, unkept] = [
        await registers.aUser({ unitId: ward, email: 'vanthu@lechan.example' }),
        await registers.aUser({ unitId: other }),
        await registers.aUser(),
      ];
      const queries = registers.module.get(UsersQueries);
      const scope = scopeOf(keeper());
      expect(await queries.one(scope, id)).toMatchObject({ email: 'vanthu@lechan.example', isDisabled: false });
      for (const hidden of [elsewhere, unkept]) {
        await expect(queries.one(scope, hidden)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      }
      const shown = (await queries.list(scope, { limit: 200 })).items;
      expect(new Set(shown.map(({ unitId }) => unitId))).toEqual(new Set([ward]));
      expect(JSON.stringify(shown)).not.toContain('lechan.example');
    });

    it('finds whom to remind by the seats and memberships of the day', async () => {
      const area = await registers.aUnit({ parentId: root });
      const [above, inside] = [`/${root}/`, `/${root}/${area}/`];
      const personId = await registers.aPerson(area);
      const [head, office, member, gone] = [
        await registers.aUser({ email: 'head@example.vn', language: 'en' }),
        await registers.aUser(),
        await registers.aUser({ personId }),
        await registers.aUser(),
      ];
      const council = await registers.aCouncil(area);
      await registers.aMember(council, personId, { validFrom: '2024-01-01', validTo: '2024-12-31' });
      await registers.aSeat(head, 'unitHead', area, { validTo: '2024-12-31' });
      await registers.aSeat(office, 'standingOffice', root);
      await registers.aSeat(gone, 'unitHead', area);
      await registers.accepted('user.disable', {}, { id: gone });
      const asked = (query: Partial<RecipientQuery>, at = START): Promise<readonly object[]> =>
        registers.module
          .get(RecipientDirectory)
          .recipientsFor(reads, { recipient: 'unitHead', unitPath: above, councilId: null, ...query }, at);
      const toHead = { userId: head, email: 'head@example.vn', lang: 'en' };
      expect(await asked({})).toEqual(expect.arrayContaining([toHead]));
      expect(await asked({ unitPath: inside })).toEqual([toHead]);
      expect(await asked({ unitPath: inside }, instant('2024-12-31T17:00:00.000Z'))).toEqual([]);
      expect(await asked({ recipient: 'standingOffice', unitPath: inside })).toEqual([
        { userId: office, email: null, lang: 'vi' },
      ]);
      const toMember = { userId: member, email: null, lang: 'vi' };
      expect(await asked({ recipient: 'councilMembers', councilId: council })).toEqual([toMember]);
      expect(await asked({ recipient: 'councilMembers' })).toEqual([]);
      expect(
        await asked({ recipient: 'councilMembers', councilId: council }, instant('2025-01-01T07:00:00.000Z')),
      ).toEqual([]);
      expect(await registers.module.get(RecipientDirectory).contactOf(reads, head)).toEqual(toHead);
      expect(await registers.module.get(RecipientDirectory).contactOf(reads, gone)).toBeUndefined();
      expect(await registers.module.get(UserDirectory).userIdsOf(reads, [personId, NOBODY])).toEqual(
        new Map([[personId, [member]]]),
      );
    });

    it('goes on reminding a unit that was put elsewhere of what was asked of it, and the office that stands above it now', async () => {
      const [from, to] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
      const unit = await registers.aUnit({ parentId: from });
      const [head, office, officeAbove] = [await registers.aUser(), await registers.aUser(), await registers.aUser()];
      await registers.aSeat(head, 'unitHead', unit);
      await registers.aSeat(office, 'standingOffice', from);
      await registers.aSeat(officeAbove, 'standingOffice', to);
      const paths = registers.module.get(UnitDirectory);
      const [fromPath = '', oldPath = ''] = [await paths.pathOf(reads, from), await paths.pathOf(reads, unit)];
      const move = { parentId: to, on: '2024-01-10', document: '1/NQ' };
      await registers.accepted('unit.move', move, { id: unit });
      const told = async (recipient: RecipientQuery['recipient'], unitPath: string): Promise<readonly string[]> => {
        const query = { recipient, unitPath, councilId: null };
        const found = await registers.module.get(RecipientDirectory).recipientsFor(reads, query, START);
        return found.map(({ userId }) => userId).sort();
      };
      expect(await told('unitHead', fromPath)).toEqual([head]);
      expect(await told('unitHead', oldPath)).toEqual([head]);
      const offices = (await told('standingOffice', oldPath)).filter((id) => [office, officeAbove].includes(id));
      expect(offices).toEqual([office, officeAbove].sort());
      // What somebody did at the old place was done from the seat that they held there.
      const seats = (await registers.module.get(UserDirectory).seatsOf(reads, [head])).get(head) ?? [];
      expect(seats.map(({ path }) => path).sort()).toEqual([await paths.pathOf(reads, unit), oldPath].sort());
    });
  });
}

describeSqlite('users on SQLite', usersContract);
describePostgresDatabase('users on PostgreSQL', usersContract);
