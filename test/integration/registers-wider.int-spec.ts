import { localDate, type LocalDate } from '../../workflows/kernel';
import { CouncilDirectory } from '../../src/councils';
import { CouncilsQueries } from '../../src/councils/councils.queries';
import { SubjectDirectory } from '../../src/people';
import { PeopleQueries } from '../../src/people/people.queries';
import type { Actor } from '../../src/platform/auth/actor';
import { scopeOf } from '../../src/platform/auth/scope';
import { TokenDirectory } from '../../src/platform/auth/token-directory.port';
import { ReadDatabase } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { UnitDirectory } from '../../src/units';
import { UnitLifeQueries } from '../../src/units/unit-life.queries';
import { UnitMoves } from '../../src/units/mergers/unit-moves.service';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { TokensService } from '../../src/users';
import { actorWith, LONG_AGO, refusalCodes, Registers } from '../factories/registers';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const TODAY = localDate('2024-01-19');
const NOBODY = '00000000-0000-4000-8000-000000000000';
const TEN = Array.from({ length: 10 }, (_, index) => index);
const PAGE = { limit: 50 };

function widerContract(database: DatabaseOf): void {
  describe('registers over the years', () => {
    let registers: Registers;
    let reads: ReadDatabase;
    let root = '';
    let ward = '';
    let beside = '';
    const pathOf = async (id: string): Promise<string> =>
      (await registers.module.get(UnitDirectory).pathOf(reads, id)) ?? '';
    const keeperOf = async (id: string): Promise<Actor> => actorWith('administrator', id, await pathOf(id));
    const outcomes = (results: readonly CommandResult[]): readonly string[] =>
      results.map(({ outcome }) => outcome).sort();
    const oneOfTen = ['accepted', ...TEN.slice(1).map(() => 'refused')];
    /** Who an account is today, as at a sign-in. */
    const actorOf = async (userId: string): Promise<Actor> => {
      const issued = { actor: SYSTEM_ACTOR, commandId: registers.next('token'), userId };
      const { token } = await registers.module.get(TokensService).issue(issued);
      const actor = await registers.module.get(TokenDirectory).actorOf(token ?? '');
      if (!actor) throw new Error('nobody');
      return actor;
    };
    const seated = async (
      role: Parameters<Registers['aSeat']>[1],
      unitId: string,
      input: object = {},
    ): Promise<Actor> => {
      const userId = await registers.aUser();
      await registers.aSeat(userId, role, unitId, input);
      return actorOf(userId);
    };

    beforeAll(async () => {
      registers = await Registers.open(database());
      reads = registers.module.get(ReadDatabase);
      root = await registers.aUnit();
      [ward, beside] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
    });
    afterAll(() => registers.close());

    describe('people', () => {
      it('keep an identity number as a hash and its last digits, and nothing of it anywhere else', async () => {
        const id = await registers.aPerson(ward, { nationalId: '031170000456' });
        const scope = scopeOf(await keeperOf(ward));
        expect(await registers.module.get(PeopleQueries).one(scope, id)).toMatchObject({ nationalId: '*********456' });
        for (const table of ['people', 'private_texts', 'events', 'processed_messages', 'outbox']) {
          expect(JSON.stringify(await reads.rows(`SELECT * FROM ${table}`))).not.toContain('031170000456');
        }
        const wrong = registers.send('person.add', { name: 'Số Sai', unitId: ward, nationalId: '03117000045' });
        await expect(wrong).rejects.toMatchObject({ code: 'HTTP.INVALID_REQUEST' });
      });

      it('are there once: a number that is taken is refused, with the id for who keeps that person alone', async () => {
        const id = await registers.aPerson(beside, { nationalId: '031170000111' });
        const add = async (unitId: string, actor: Actor): Promise<CommandResult> =>
          registers.send('person.add', { name: 'Trùng Số', unitId, nationalId: '031170000111' }, { actor });
        const known = await add(beside, await keeperOf(beside));
        const unknown = await add(ward, await keeperOf(ward));
        expect([refusalCodes(known), refusalCodes(unknown)]).toEqual([
          ['PERSON.NATIONAL_ID_TAKEN'],
          ['PERSON.NATIONAL_ID_TAKEN'],
        ]);
        expect(JSON.stringify(known)).toContain(id);
        expect(JSON.stringify(unknown)).not.toContain(id);
        const other = await registers.aPerson(ward, { nationalId: '031170000112' });
        const corrected = await registers.send(
          'person.correct',
          { name: 'Trùng Số', nationalId: '031170000111' },
          { id: other },
        );
        expect(refusalCodes(corrected)).toEqual(['PERSON.NATIONAL_ID_TAKEN']);
      });

      it('keep their number through a correction that does not name it, until it is taken out', async () => {
        const id = await registers.aPerson(ward, { nationalId: '031170000222' });
        const number = async (): Promise<string | null> =>
          (await registers.module.get(PeopleQueries).one(scopeOf(await keeperOf(ward)), id)).nationalId;
        await registers.accepted('person.correct', { name: 'Giữ Số' }, { id });
        expect(await number()).toBe('*********222');
        await registers.accepted('person.correct', { name: 'Bỏ Số', withoutNationalId: true }, { id });
        expect(await number()).toBeNull();
        await registers.aPerson(ward, { nationalId: '031170000222' });
      });

      it('are one of ten who are added with one number at the same time', async () => {
        const add = (index: number): Promise<CommandResult> =>
          registers.send('person.add', { name: `Cùng Lúc ${index}`, unitId: ward, nationalId: '031170000333' });
        expect(outcomes(await Promise.all(TEN.map(add)))).toEqual(oneOfTen);
      });

      it('who look like somebody are added when the sender says that they are another, and listed together', async () => {
        const twin = { birthday: '1981-02-03', unitId: ward };
        await registers.accepted('person.add', { ...twin, name: 'Phạm Thị Đôi' });
        const again = await registers.send('person.add', { ...twin, name: 'Pham Thi Doi' });
        expect(refusalCodes(again)).toEqual(['PERSON.LOOKS_LIKE']);
        await registers.accepted('person.add', { ...twin, name: 'Phạm Thị Đôi', birthday: '1981-02-04' });
        await registers.accepted('person.add', { ...twin, name: 'Phạm Thị Đôi', isAnother: true });
        const found = await registers.module
          .get(PeopleQueries)
          .duplicates(scopeOf(await keeperOf(ward)), { ...PAGE, search: 'doi' });
        expect(found.items.map(({ birthday }) => birthday)).toEqual(['1981-02-03', '1981-02-03']);
        const elsewhere = { ...twin, name: 'Phạm Thị Đôi', unitId: beside };
        expect((await registers.send('person.add', elsewhere, { actor: await keeperOf(beside) })).outcome).toBe(
          'accepted',
        );
      });

      it('who are there twice become one: accounts, memberships and delegations follow, and the history is read as theirs', async () => {
        const [from, to] = [
          await registers.aPerson(ward, { nationalId: '031170000444' }),
          await registers.aPerson(beside, { name: 'Người Ở Lại' }),
        ];
        const council = await registers.aCouncil(ward);
        await registers.aMember(council, from);
        const userId = await registers.aUser({ personId: from });
        await registers.accepted(
          'unit.nameDelegate',
          { personId: from, validFrom: LONG_AGO, paper: '1/GUQ' },
          { id: ward },
        );
        await registers.accepted('person.merge', { intoId: to }, { id: from });
        const [membership] = await registers.module.get(CouncilDirectory).membersOn(reads, council, TODAY);
        const [delegate] = await registers.module.get(UnitDirectory).delegatesOf(reads, ward, TODAY);
        expect([membership?.personId, delegate?.personId, (await actorOf(userId)).personId]).toEqual([to, to, to]);
        const subjects = registers.module.get(SubjectDirectory);
        expect(await subjects.labelsOf(reads, [{ kind: 'person', id: from }])).toMatchObject([
          { id: from, name: 'Người Ở Lại' },
        ]);
        expect(await subjects.unitOf(reads, 'person', from)).toMatchObject({ id: beside });
        expect(await subjects.idsOf(reads, { kind: 'person', id: from })).toEqual([to, from]);
        expect(await subjects.exists(reads, 'person', from)).toBe(false);
        const queries = registers.module.get(PeopleQueries);
        const above = scopeOf(await keeperOf(root));
        expect(await queries.one(above, to)).toMatchObject({ nationalId: '*********444' });
        expect((await queries.list(above, { limit: 200 })).items.map(({ id }) => id)).toEqual(
          expect.not.arrayContaining([from]),
        );
        expect(refusalCodes(await registers.send('person.correct', { name: 'Tên' }, { id: from }))).toEqual([
          'PERSON.MERGED',
        ]);
        expect(refusalCodes(await registers.send('person.merge', { intoId: to }, { id: from }))).toEqual([
          'PERSON.MERGED',
        ]);
        const named = { personId: from, validFrom: '2024-01-10', paper: '2/GUQ' };
        expect(refusalCodes(await registers.send('unit.nameDelegate', named, { id: ward }))).toEqual([
          'UNIT.UNKNOWN_PERSON',
        ]);
        await registers.accepted('person.erase', {}, { id: to });
        const left = await reads.rows<{ name: string }>('SELECT name FROM people WHERE id IN (?, ?)', [from, to]);
        expect(left).toEqual([{ name: '' }, { name: '' }]);
      });

      it('are not merged when they are two, sit side by side, or one of them is out of sight', async () => {
        const [one, two] = [
          await registers.aPerson(ward, { nationalId: '031170000551' }),
          await registers.aPerson(ward, { nationalId: '031170000552' }),
        ];
        const merge = async (id: string, intoId: string, actor = SYSTEM_ACTOR): Promise<readonly string[]> =>
          refusalCodes(await registers.send('person.merge', { intoId }, { id, actor }));
        expect(await merge(one, two)).toEqual(['PERSON.DIFFERENT_NATIONAL_IDS']);
        expect(await merge(one, one)).toEqual(['PERSON.UNKNOWN_PERSON']);
        expect(await merge(one, NOBODY)).toEqual(['PERSON.UNKNOWN_PERSON']);
        const far = await registers.aPerson(beside);
        expect(await merge(one, far, await keeperOf(ward))).toEqual(['PERSON.UNKNOWN_PERSON']);
        const council = await registers.aCouncil(ward);
        const near = await registers.aPerson(ward);
        for (const person of [one, near]) await registers.aMember(council, person);
        expect(await merge(near, one)).toEqual(['COUNCIL.ALREADY_SEATED']);
      });
    });

    describe('households and collectives', () => {
      it('go to another unit for whoever keeps both', async () => {
        const household = await registers.accepted('household.add', {
          headName: 'Chủ Hộ',
          address: 'Số 1',
          unitId: ward,
        });
        const collective = await registers.accepted('collective.add', { name: 'Tổ 1', unitId: ward });
        for (const [type, id] of [
          ['household', household],
          ['collective', collective],
        ] as const) {
          const move = (unitId: string, actor = SYSTEM_ACTOR): Promise<CommandResult> =>
            registers.send(`${type}.move`, { unitId }, { id, actor });
          expect(refusalCodes(await move(beside, await keeperOf(ward)))).toEqual([
            `${type.toUpperCase()}.UNKNOWN_UNIT`,
          ]);
          expect(await move(beside, await keeperOf(root))).toMatchObject({ outcome: 'accepted' });
          expect(refusalCodes(await move(beside))).toEqual([`${type.toUpperCase()}.SAME_UNIT`]);
        }
        await registers.accepted('household.erase', {}, { id: household });
        expect(refusalCodes(await registers.send('household.move', { unitId: ward }, { id: household }))).toEqual([
          'HOUSEHOLD.ERASED',
        ]);
      });

      it('of the same head and address are one unless the sender says otherwise', async () => {
        const household = { headName: 'Hộ Đôi', address: 'Ngõ 5', unitId: ward };
        await registers.accepted('household.add', household);
        expect(refusalCodes(await registers.send('household.add', { ...household, headName: 'HO DOI' }))).toEqual([
          'HOUSEHOLD.LOOKS_LIKE',
        ]);
        await registers.accepted('household.add', { ...household, isAnother: true });
      });
    });

    describe('units', () => {
      it('that a second unit manages are read by it, for as long as it does, and not changed', async () => {
        const [branch, school] = [
          await registers.aUnit(),
          await registers.aUnit({ parentId: ward, kind: 'school', level: 'unit' }),
        ];
        const person = await registers.aPerson(school);
        const input = { managerId: branch, validFrom: LONG_AGO };
        await registers.accepted('unit.coManage', input, { id: school, actor: await keeperOf(ward) });
        const manager = await seated('standingOffice', branch);
        const queries = registers.module.get(PeopleQueries);
        expect(await queries.one(scopeOf(manager, ['register.keep']), person)).toMatchObject({ id: person });
        expect(await registers.send('person.correct', { name: 'Tên' }, { id: person, actor: manager })).toMatchObject({
          outcome: 'forbidden',
        });
        expect(refusalCodes(await registers.send('unit.coManage', input, { id: school }))).toEqual([
          'UNIT.CO_MANAGED_ALREADY',
        ]);
        expect(
          refusalCodes(await registers.send('unit.coManage', { ...input, managerId: root }, { id: school })),
        ).toEqual(['UNIT.MANAGED_ALREADY']);
        expect(
          refusalCodes(await registers.send('unit.coManage', { ...input, managerId: NOBODY }, { id: school })),
        ).toEqual(['UNIT.UNKNOWN_MANAGER']);
        const life = registers.module.get(UnitLifeQueries);
        const { coManagements } = await life.terms(scopeOf(manager), school);
        const end = (coManagementId = '', validTo = '2024-01-18'): Promise<CommandResult> =>
          registers.send('unit.endCoManagement', { coManagementId, validTo }, { id: school });
        expect(refusalCodes(await end(NOBODY))).toEqual(['UNIT.UNKNOWN_TERM']);
        expect(refusalCodes(await end(coManagements[0]?.id, '2019-12-31'))).toEqual(['UNIT.ENDS_BEFORE_START']);
        expect((await end(coManagements[0]?.id)).outcome).toBe('accepted');
        expect(refusalCodes(await end(coManagements[0]?.id, '2024-01-31'))).toEqual(['UNIT.ENDED_BEFORE']);
        const later = await seated('standingOffice', branch);
        await expect(queries.one(scopeOf(later, ['register.keep']), person)).rejects.toMatchObject({
          code: 'PLATFORM.NOT_FOUND',
        });
      });

      it('have delegates of their heads, by the day', async () => {
        const unit = await registers.aUnit({ parentId: ward });
        const personId = await registers.aPerson(unit);
        const name = { personId, validFrom: '2024-01-10', validTo: '2024-01-20', paper: '2/GUQ' };
        const send = (input: object): Promise<CommandResult> =>
          registers.send('unit.nameDelegate', input, { id: unit });
        expect((await send(name)).outcome).toBe('accepted');
        expect(refusalCodes(await send({ ...name, validFrom: '2024-01-20' }))).toEqual(['UNIT.DELEGATE_ALREADY']);
        expect(refusalCodes(await send({ ...name, personId: NOBODY, validTo: '2024-01-01' }))).toEqual([
          'UNIT.UNKNOWN_PERSON',
          'UNIT.ENDS_BEFORE_START',
        ]);
        const on = async (day: string): Promise<readonly string[]> =>
          (await registers.module.get(UnitDirectory).delegatesOf(reads, unit, localDate(day))).map(
            (each) => each.personId,
          );
        expect([
          await on('2024-01-09'),
          await on('2024-01-10'),
          await on('2024-01-20'),
          await on('2024-01-21'),
        ]).toEqual([[], [personId], [personId], []]);
        const [delegation] = await registers.module.get(UnitDirectory).delegatesOf(reads, unit, TODAY);
        await registers.accepted(
          'unit.endDelegation',
          { delegationId: delegation?.id, validTo: '2024-01-15' },
          { id: unit },
        );
        expect(await on('2024-01-16')).toEqual([]);
      });

      it('are merged once, whoever asks at the same time', async () => {
        const [old, heir, other] = [
          await registers.aUnit({ parentId: root }),
          await registers.aUnit({ parentId: root }),
          await registers.aUnit({ parentId: root }),
        ];
        const results = await Promise.all(
          TEN.map((index) =>
            registers.send('unit.merge', {
              unitIds: [old],
              successorId: index % 2 === 0 ? heir : other,
              on: TODAY,
              document: '1/NQ',
            }),
          ),
        );
        expect(outcomes(results)).toEqual(oneOfTen);
        expect(new Set(results.filter(({ outcome }) => outcome === 'refused').flatMap(refusalCodes))).toEqual(
          new Set(['UNIT.ENDED_ALREADY']),
        );
      });

      it('do not take each other over at the same time', async () => {
        const [one, two] = [await registers.aUnit({ parentId: root }), await registers.aUnit({ parentId: root })];
        const merge = (from: string, into: string): Promise<CommandResult> =>
          registers.send('unit.merge', { unitIds: [from], successorId: into, on: TODAY, document: '1/NQ' });
        expect(outcomes(await Promise.all([merge(one, two), merge(two, one)]))).toEqual(['accepted', 'refused']);
      });

      it('pass on what they have to the last of a chain of successors, from the day of each merger', async () => {
        const [first, second, third] = [await registers.aUnit(), await registers.aUnit(), await registers.aUnit()];
        const person = await registers.aPerson(first);
        const merge = (from: string, into: string, on: LocalDate): Promise<string> =>
          registers.accepted('unit.merge', { unitIds: [from], successorId: into, on, document: '1/NQ' });
        await merge(first, second, TODAY);
        await merge(second, third, TODAY);
        const coming = await registers.aUnit();
        await merge(coming, third, localDate('2024-02-01'));
        const { seats } = await seated('standingOffice', third);
        expect(seats.map(({ unitId, basis }) => [unitId, basis])).toEqual(
          expect.arrayContaining([
            [third, undefined],
            [second, 'inherited'],
            [first, 'inherited'],
          ]),
        );
        expect(seats).toHaveLength(3);
        const heir = await registers.module.get(UnitDirectory).heirPathOf(reads, await pathOf(first), TODAY);
        expect(heir).toBe(await pathOf(third));
        const moves = registers.module.get(UnitMoves);
        for (const unitId of [first, second]) {
          for (let step = await moves.take({ unitId }); step; step = await moves.take(step));
        }
        expect(await registers.module.get(SubjectDirectory).unitOf(reads, 'person', person)).toMatchObject({
          id: third,
        });
      });
    });

    describe('councils', () => {
      it('have a standing committee as a part, of members of the council alone', async () => {
        const whole = await registers.aCouncil(ward);
        const part = await registers.aCouncil(ward, { kind: 'standingCommittee', partOfId: whole });
        const found = async (input: object): Promise<readonly string[]> =>
          refusalCodes(
            await registers.send('council.found', {
              code: registers.next('HD'),
              name: 'Hội đồng',
              unitId: ward,
              ...input,
            }),
          );
        expect(await found({ kind: 'fullCouncil', partOfId: whole })).toEqual(['COUNCIL.PART_OF_NOTHING']);
        expect(await found({ kind: 'standingCommittee', partOfId: part })).toEqual(['COUNCIL.PART_OF_NOTHING']);
        expect(await found({ kind: 'standingCommittee', partOfId: whole, unitId: beside })).toEqual([
          'COUNCIL.PART_OF_NOTHING',
        ]);
        const personId = await registers.aPerson(ward);
        const seat = (): Promise<CommandResult> =>
          registers.send('council.seatMember', { personId, seat: 'member', validFrom: LONG_AGO }, { id: part });
        expect(refusalCodes(await seat())).toEqual(['COUNCIL.NOT_IN_FULL_COUNCIL']);
        await registers.aMember(whole, personId);
        expect((await seat()).outcome).toBe('accepted');
        const directory = registers.module.get(CouncilDirectory);
        const membershipIn = async (council: string): Promise<string | undefined> =>
          (await directory.membersOn(reads, council, TODAY)).find((each) => each.personId === personId)?.memberId;
        // A seat of the part is handed over among members, and is given up before that of the whole.
        const stranger = { memberId: await membershipIn(part), personId: await registers.aPerson(ward), on: TODAY };
        expect(refusalCodes(await registers.send('council.rotateSeat', stranger, { id: part }))).toEqual([
          'COUNCIL.NOT_IN_FULL_COUNCIL',
        ]);
        const leave = (council: string, id?: string): Promise<CommandResult> =>
          registers.send('council.endMembership', { memberId: id, validTo: TODAY }, { id: council });
        const own = await membershipIn(whole);
        expect(refusalCodes(await leave(whole, own))).toEqual(['COUNCIL.SITS_IN_PART']);
        expect(
          refusalCodes(await registers.send('council.rotateSeat', { ...stranger, memberId: own }, { id: whole })),
        ).toEqual(['COUNCIL.SITS_IN_PART']);
        expect(refusalCodes(await registers.send('council.dissolve', { on: '2024-03-01' }, { id: whole }))).toEqual([
          'COUNCIL.PART_STANDS',
        ]);
        expect((await leave(part, await membershipIn(part))).outcome).toBe('accepted');
        expect((await leave(whole, own)).outcome).toBe('accepted');
        await registers.accepted('council.dissolve', { on: '2024-03-01' }, { id: part });
        expect((await registers.send('council.dissolve', { on: '2024-03-01' }, { id: whole })).outcome).toBe(
          'accepted',
        );
      });

      it('rotate a seat in one step', async () => {
        const council = await registers.aCouncil(ward);
        const [before, after] = [await registers.aPerson(ward), await registers.aPerson(ward)];
        await registers.aMember(council, before, { seat: 'chair' });
        const directory = registers.module.get(CouncilDirectory);
        const chairOn = async (day: string): Promise<string | undefined> =>
          (await directory.membersOn(reads, council, localDate(day))).find(({ seat }) => seat === 'chair')?.personId;
        const [chair] = await directory.membersOn(reads, council, TODAY);
        const rotate = (input: object): Promise<CommandResult> =>
          registers.send(
            'council.rotateSeat',
            { memberId: chair?.memberId, personId: after, on: '2024-02-01', ...input },
            { id: council },
          );
        expect(refusalCodes(await rotate({ memberId: NOBODY }))).toEqual(['COUNCIL.UNKNOWN_MEMBER']);
        expect(refusalCodes(await rotate({ personId: NOBODY, on: LONG_AGO }))).toEqual([
          'COUNCIL.UNKNOWN_PERSON',
          'COUNCIL.ENDS_BEFORE_START',
        ]);
        expect((await rotate({})).outcome).toBe('accepted');
        expect([await chairOn('2024-01-31'), await chairOn('2024-02-01')]).toEqual([before, after]);
      });

      it('know who sits for whom, by the day', async () => {
        const council = await registers.aCouncil(ward);
        const [one, two, stand] = [
          await registers.aPerson(ward),
          await registers.aPerson(ward),
          await registers.aPerson(ward),
        ];
        for (const person of [one, two]) await registers.aMember(council, person, { validTo: '2024-06-30' });
        const directory = registers.module.get(CouncilDirectory);
        const [member] = await directory.membersOn(reads, council, TODAY);
        const name = (input: object): Promise<CommandResult> =>
          registers.send(
            'council.nameDelegate',
            {
              memberId: member?.memberId,
              personId: stand,
              validFrom: '2024-01-19',
              validTo: '2024-01-19',
              paper: '3/GUQ',
              ...input,
            },
            { id: council },
          );
        expect(refusalCodes(await name({ personId: two }))).toEqual(['COUNCIL.DELEGATE_SITS']);
        expect(refusalCodes(await name({ validFrom: '2024-01-20', validTo: '2024-07-01' }))).toEqual([
          'COUNCIL.OUTSIDE_MEMBERSHIP',
        ]);
        expect((await name({})).outcome).toBe('accepted');
        expect(refusalCodes(await name({}))).toEqual(['COUNCIL.DELEGATED_ALREADY']);
        // Nobody has two votes: who sits for one member sits for no other, and takes no seat of their own meanwhile.
        const other = (await directory.membersOn(reads, council, TODAY)).find(({ personId }) => personId === two);
        expect(refusalCodes(await name({ memberId: other?.memberId }))).toEqual(['COUNCIL.SITS_FOR_ANOTHER']);
        const seat = { personId: stand, seat: 'member', validFrom: TODAY };
        expect(refusalCodes(await registers.send('council.seatMember', seat, { id: council }))).toEqual([
          'COUNCIL.SITS_FOR_ANOTHER',
        ]);
        const rotated = { memberId: other?.memberId, personId: stand, on: TODAY };
        expect(refusalCodes(await registers.send('council.rotateSeat', rotated, { id: council }))).toEqual([
          'COUNCIL.SITS_FOR_ANOTHER',
        ]);
        expect((await name({ memberId: other?.memberId, validFrom: '2024-01-21', validTo: undefined })).outcome).toBe(
          'accepted',
        );
        const [delegation] = await directory.delegatesOn(reads, council, TODAY);
        expect(delegation).toMatchObject({ memberId: member?.memberId, personId: stand, seat: 'member' });
        const [{ id: delegationId, paper } = { id: '', paper: '' }] = await reads.rows<{ id: string; paper: string }>(
          'SELECT id, paper FROM council_delegates WHERE member_id = ?',
          [member?.memberId ?? ''],
        );
        expect(paper).toBe('3/GUQ');
        expect(await directory.delegatesOn(reads, council, localDate('2024-01-20'))).toEqual([]);
        expect(
          refusalCodes(
            await registers.send('council.endDelegation', { delegationId: NOBODY, validTo: TODAY }, { id: council }),
          ),
        ).toEqual(['COUNCIL.UNKNOWN_DELEGATION']);
        const ended = await registers.send('council.endDelegation', { delegationId, validTo: TODAY }, { id: council });
        expect(ended.outcome).toBe('accepted');
        // A delegation ends with the membership that it stands for, at the latest.
        const standsOn = async (day: string): Promise<number> =>
          (await directory.delegatesOn(reads, council, localDate(day))).length;
        const leave = { memberId: other?.memberId, validTo: '2024-01-31' };
        expect(await standsOn('2024-02-01')).toBe(1);
        await registers.accepted('council.endMembership', leave, { id: council });
        expect([await standsOn('2024-01-31'), await standsOn('2024-02-01')]).toEqual([1, 0]);
      });

      it('end once with all their memberships, and seat nobody after', async () => {
        const council = await registers.aCouncil(ward);
        const [one, two] = [await registers.aPerson(ward), await registers.aPerson(ward)];
        await registers.aMember(council, one);
        const dissolve = (on: string): Promise<CommandResult> =>
          registers.send('council.dissolve', { on }, { id: council });
        await registers.aMember(council, two, { validFrom: '2024-03-01' });
        expect(refusalCodes(await dissolve('2024-02-01'))).toEqual(['COUNCIL.SEATED_LATER']);
        expect((await dissolve('2024-04-01')).outcome).toBe('accepted');
        expect(refusalCodes(await dissolve('2024-04-01'))).toEqual(['COUNCIL.DISSOLVED']);
        const directory = registers.module.get(CouncilDirectory);
        expect(await directory.membersOn(reads, council, localDate('2024-03-31'))).toHaveLength(2);
        expect(await directory.membersOn(reads, council, localDate('2024-04-01'))).toEqual([]);
        const seat = { personId: await registers.aPerson(ward), seat: 'member', validFrom: '2024-03-15' };
        expect(refusalCodes(await registers.send('council.seatMember', seat, { id: council }))).toEqual([
          'COUNCIL.DISSOLVED',
        ]);
        const shown = await registers.module.get(CouncilsQueries).one(scopeOf(await keeperOf(ward)), council);
        expect(shown).toMatchObject({ dissolvedOn: '2024-04-01', partOfId: null, delegations: [] });
      });
    });
  });
}

describeSqlite('wider registers on SQLite', widerContract);
describePostgresDatabase('wider registers on PostgreSQL', widerContract);
