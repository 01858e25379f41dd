import { DataSource } from 'typeorm';
import { HistoryDirectory } from '../../src/history';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids';
import { ReadDatabase } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { aUnit } from '../factories/access-place';
import { codesOf, History, PAPER } from '../factories/history';
import { schemaDrift } from '../migrations/schema-drift';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const REASON = { reason: 'Ghi nhầm đối tượng' };
const NOBODY = derivedId('nobody');

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly matches: readonly { readonly subjectId: string; readonly certainty: string }[];
}

function acceptedOf(results: readonly CommandResult[]): number {
  return results.filter(({ outcome }) => outcome === 'accepted').length;
}

function historyContract(database: DatabaseOf): void {
  describe('the history of subjects', () => {
    let history: History;
    beforeAll(async () => {
      history = await History.open(database());
    });
    afterAll(() => history.world.close());

    it('has the tables that the entities say', async () => {
      expect(await schemaDrift(history.world.get(DataSource))).toEqual([]);
    });

    describe('ratings', () => {
      it('are one for each year of a subject, until they are withdrawn', async () => {
        const person = await history.aPerson();
        const id = await history.accepted('rating.record', history.rating(person));
        const again = await history.send('rating.record', history.rating(person, { rating: 'good' }));
        expect(codesOf(again)).toEqual(['RATING.ALREADY_RECORDED']);
        await history.accepted('rating.record', history.rating(person, { period: 'schoolYear' }));
        await history.accepted('rating.withdraw', REASON, id);
        expect(codesOf(await history.send('rating.withdraw', REASON, id))).toEqual(['RATING.ALREADY_WITHDRAWN']);
        await history.accepted('rating.record', history.rating(person, { rating: 'good' }));
        const url = `ratings?subjectId=${person}&year=2023`;
        const page = await history.get<Listed<{ rating: string; withdrawnAt: string | null }>>(url);
        expect(page?.items.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(2);
        expect(page?.items.filter(({ withdrawnAt }) => withdrawnAt !== null)).toMatchObject([{ rating: 'excellent' }]);
      });

      it('are of years that have begun', async () => {
        const result = await history.send('rating.record', history.rating(await history.aPerson(), { year: 2025 }));
        expect(codesOf(result)).toEqual(['RATING.YEAR_NOT_BEGUN']);
      });

      it('are recorded by the keeper of the unit and of those above alone', async () => {
        const person = await history.aPerson();
        const record = (seated: 'standingOffice' | 'unitOfficer', ward: 'A' | 'B'): Promise<CommandResult> =>
          history.send('rating.record', history.rating(person), undefined, history.of(seated, ward).actor);
        await expect(record('standingOffice', 'B')).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
        expect(await record('unitOfficer', 'A')).toMatchObject({ outcome: 'forbidden' });
        expect(await record('standingOffice', 'A')).toMatchObject({ outcome: 'accepted' });
      });

      it('of one year that come at once are one', async () => {
        const person = await history.aPerson();
        const all = Array.from({ length: 10 }, () => history.send('rating.record', history.rating(person)));
        expect(acceptedOf(await Promise.all(all))).toBe(1);
      });
    });

    describe('entered decisions', () => {
      it('give five hundred awards with one command, and each of them once', async () => {
        const person = await history.aPerson();
        const named = (count: number): object[] =>
          Array.from({ length: count }, (_, index) => ({
            ...{ subjectKind: 'person', subjectId: person, tierName: `Danh hiệu ${index}` },
            ...{ family: 'party', kind: 'title' },
          }));
        const input = history.decision([], { awards: named(500) });
        const id = await history.accepted('decisionRecord.enter', input);
        expect(await history.get(`decision-records/${id}`)).toMatchObject({ awardCount: 500, symbol: 'QĐ-UBND' });
        const again = await history.send('decisionRecord.enter', { ...input, issuer: 'ỦY BAN... khác' });
        expect(again).toMatchObject({ outcome: 'accepted' });
        const spelt = await history.send('decisionRecord.enter', { ...input, issuer: 'ubnd QUẬN', awards: named(2) });
        expect(spelt).toMatchObject({
          outcome: 'refused',
          reasons: [
            { code: 'DECISION_RECORD.ALREADY_RECORDED', message: { en: expect.stringContaining('line 1, 2') } },
          ],
        });
        const tooMany = history.send('decisionRecord.enter', { ...input, awards: named(501) });
        await expect(tooMany).rejects.toMatchObject({ code: 'HTTP.INVALID_REQUEST' });
      });

      it('say which lines are wrong, and write nothing', async () => {
        const person = await history.aPerson();
        const award = { subjectKind: 'person', subjectId: person };
        const awards = [
          { ...award, subjectId: NOBODY, tier: 'LDTT' },
          { ...award, tier: 'LDTT', tierName: 'Lao động tiên tiến' },
          { ...award, tier: 'NO_SUCH_TIER' },
          { ...award, tier: 'LDTT', achievedFrom: '2022-01-01' },
          { ...award, tier: 'CSTDCS', achievedFrom: '2022-12-31', achievedTo: '2022-01-01' },
        ];
        const result = await history.send('decisionRecord.enter', history.decision([], { awards }));
        expect(result).toMatchObject({
          outcome: 'refused',
          reasons: [
            ['UNKNOWN_SUBJECT', '1.'],
            ['TIER_OR_NAME', '2.'],
            ['UNKNOWN_TIER', '3;'],
            ['BAD_PERIOD', '4, 5.'],
          ].map(([code, lines]) => ({
            code: `DECISION_RECORD.${code ?? ''}`,
            message: { en: expect.stringContaining(`line ${lines ?? ''}`) },
          })),
        });
        const twice = history.decision([person, person], { issuedOn: '2024-12-01' });
        const refused = await history.send('decisionRecord.enter', twice);
        expect(codesOf(refused)).toEqual(['DECISION_RECORD.ISSUED_IN_FUTURE', 'DECISION_RECORD.LISTED_TWICE']);
        const page = await history.get<Listed<object>>(`award-records?subjectId=${person}`);
        expect(page?.items).toEqual([]);
      });

      it('take more awards later, and give up those that were entered by mistake', async () => {
        const [first, second] = [await history.aPerson(), await history.aPerson()];
        const input = history.decision([first]) as { awards: object[] };
        const id = await history.accepted('decisionRecord.enter', input);
        const more = { awards: [{ subjectKind: 'person', subjectId: second, tier: 'GK', amount: '702000' }] };
        await history.accepted('decisionRecord.addAwards', more, id);
        expect(codesOf(await history.send('decisionRecord.addAwards', more, id))).toEqual([
          'DECISION_RECORD.ALREADY_RECORDED',
        ]);
        const list = await history.get<Listed<{ id: string }>>(`award-records?decisionRecordId=${id}&tier=CSTDCS`);
        const awardRecordIds = list?.items.map((item) => item.id) ?? [];
        expect(awardRecordIds).toHaveLength(1);
        const withdraw = { awardRecordIds, ...REASON };
        await history.accepted('decisionRecord.withdrawAwards', withdraw, id);
        expect(codesOf(await history.send('decisionRecord.withdrawAwards', withdraw, id))).toEqual([
          'DECISION_RECORD.NOT_ON_RECORD',
        ]);
        await history.accepted('decisionRecord.enter', input);
      });

      it('that come twice at once are entered once', async () => {
        const input = history.decision([await history.aPerson()]);
        const all = Array.from({ length: 10 }, () => history.send('decisionRecord.enter', input));
        const results = await Promise.all(all);
        expect(acceptedOf(results)).toBe(1);
        const refused = results.filter(({ outcome }) => outcome !== 'accepted').map(codesOf);
        expect(new Set(refused.flat())).toEqual(new Set(['DECISION_RECORD.ALREADY_RECORDED']));
      });

      it('are out of sight of the ward beside', async () => {
        const input = history.decision([await history.aPerson()]);
        const id = await history.accepted('decisionRecord.enter', input);
        const beside = history.of('standingOffice', 'B');
        expect(await history.get(`decision-records/${id}`, beside)).toBeUndefined();
        const withdraw = history.send(
          'decisionRecord.withdrawAwards',
          { awardRecordIds: [NOBODY], ...REASON },
          id,
          beside.actor,
        );
        await expect(withdraw).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
        const entered = await history.send('decisionRecord.enter', input, undefined, beside.actor);
        expect(codesOf(entered)).toEqual(['DECISION_RECORD.UNKNOWN_SUBJECT']);
      });
    });

    describe('initiatives', () => {
      const award = async (subjectId: string): Promise<string> => {
        const id = await history.accepted('decisionRecord.enter', history.decision([subjectId]));
        const page = await history.get<Listed<{ id: string }>>(`award-records?decisionRecordId=${id}`);
        return page?.items[0]?.id ?? '';
      };

      it('back one title, and another one for a reason', async () => {
        const person = await history.aPerson();
        const id = await history.anInitiative([person], { effect: 'Giảm một nửa thời gian xử lý hồ sơ' });
        const [first, second] = [await award(person), await award(person)];
        await history.accepted('initiative.use', { awardRecordId: first }, id);
        const refused = await history.send('initiative.use', { awardRecordId: second }, id);
        expect(refused).toMatchObject({
          reasons: [{ code: 'INITIATIVE.USED', citation: { status: 'secondary' } }],
        });
        const same = await history.send('initiative.use', { awardRecordId: first, overrideReason: 'Dùng lại' }, id);
        expect(codesOf(same)).toEqual(['INITIATIVE.SAME_TARGET']);
        await history.accepted('initiative.use', { awardRecordId: second, overrideReason: 'Phạm vi mới' }, id);
        expect(codesOf(await history.send('initiative.withdraw', REASON, id))).toEqual(['INITIATIVE.IN_USE']);
        const shown = await history.get<{ effect: string; uses: readonly { id: string; isOverride: boolean }[] }>(
          `initiatives/${id}`,
        );
        expect(shown).toMatchObject({ effect: 'Giảm một nửa thời gian xử lý hồ sơ' });
        expect(shown?.uses.map(({ isOverride }) => isOverride).sort()).toEqual([false, true]);
        for (const use of shown?.uses ?? [])
          await history.accepted('initiative.release', { useId: use.id, ...REASON }, id);
        const useId = shown?.uses[0]?.id ?? '';
        expect(codesOf(await history.send('initiative.release', { useId, ...REASON }, id))).toEqual([
          'INITIATIVE.UNKNOWN_USE',
        ]);
        await history.accepted('initiative.use', { awardRecordId: second }, id);
      });

      it('back what their authors are given, and nothing else', async () => {
        const [author, other] = [await history.aPerson(), await history.aPerson()];
        const id = await history.anInitiative([author]);
        const use = async (input: object): Promise<readonly string[]> =>
          codesOf(await history.send('initiative.use', input, id));
        expect(await use({})).toEqual(['INITIATIVE.ONE_TARGET']);
        expect(await use({ caseId: NOBODY })).toEqual(['INITIATIVE.UNKNOWN_TARGET']);
        expect(await use({ awardRecordId: await award(other) })).toEqual(['INITIATIVE.NOT_THE_AUTHORS']);
        const twice = history.anInitiative([author, author]);
        await expect(twice).rejects.toThrow('INITIATIVE.UNKNOWN_AUTHOR');
        await history.accepted('initiative.withdraw', REASON, id);
        expect(await use({ awardRecordId: NOBODY })).toEqual(['INITIATIVE.WITHDRAWN']);
      });

      it('that ten things want at once back one of them', async () => {
        const person = await history.aPerson();
        const id = await history.anInitiative([person]);
        const records: string[] = [];
        for (let each = 0; each < 10; each += 1) records.push(await award(person));
        const results = await Promise.all(
          records.map((awardRecordId) => history.send('initiative.use', { awardRecordId }, id, SYSTEM_ACTOR)),
        );
        expect(acceptedOf(results)).toBe(1);
        const refused = results.filter(({ outcome }) => outcome !== 'accepted').map(codesOf);
        expect(new Set(refused.flat())).toEqual(new Set(['INITIATIVE.USED']));
      });
    });

    describe('discipline', () => {
      it('is recorded once, lifted within its period, and withdrawn with a reason', async () => {
        const person = await history.aPerson();
        const record = (input: object = {}): Promise<CommandResult> =>
          history.send('discipline.record', history.discipline(person, input));
        const id = await history.accepted('discipline.record', history.discipline(person));
        expect(codesOf(await record())).toEqual(['DISCIPLINE.ALREADY_RECORDED']);
        const wrong = await record({ form: 'warning', until: '2020-12-31', freezeId: NOBODY, violationRowId: NOBODY });
        expect(codesOf(wrong)).toEqual([
          'DISCIPLINE.ENDS_BEFORE_START',
          'DISCIPLINE.OTHER_FREEZE',
          'DISCIPLINE.OTHER_VIOLATION',
        ]);
        const lift = (liftedOn: string): Promise<CommandResult> =>
          history.send('discipline.lift', { liftedOn, ...REASON }, id);
        expect(codesOf(await lift('2022-01-01'))).toEqual(['DISCIPLINE.LIFTED_OUTSIDE']);
        expect(await lift('2021-07-01')).toMatchObject({ outcome: 'accepted' });
        expect(codesOf(await lift('2021-08-01'))).toEqual(['DISCIPLINE.ALREADY_LIFTED']);
        await history.accepted('discipline.withdraw', REASON, id);
        expect(codesOf(await history.send('discipline.withdraw', REASON, id))).toEqual([
          'DISCIPLINE.ALREADY_WITHDRAWN',
        ]);
        expect(await record()).toMatchObject({ outcome: 'accepted' });
      });

      it('names the freeze that it concluded', async () => {
        const person = await history.aPerson();
        const freeze = { subjectKind: 'person', subjectId: person, startsOn: '2020-12-01', ...REASON };
        const freezeId = await history.accepted('subject.freeze', freeze);
        await history.accepted('discipline.record', history.discipline(person, { freezeId }));
        const page = await history.get<Listed<object>>(`disciplines?subjectId=${person}`);
        expect(page?.items).toMatchObject([{ freezeId, form: 'reprimand', paper: PAPER }]);
      });
    });

    describe('lists of violations', () => {
      const rowsOf = async (id: string): Promise<readonly Row[]> =>
        (await history.get<Listed<Row>>(`violation-lists/${id}/rows`))?.items ?? [];

      it('find whom they may mean, freeze whom the office confirms, and forget all names when erased', async () => {
        const birthday = '1985-02-03';
        const numbered = await history.aPerson({ name: 'Tên Cũ', nationalId: '031185000111' });
        const dated = await history.aPerson({ name: 'Phạm Thị Đối Chiếu', birthday });
        const placed = await history.aPerson({ name: 'Vũ Văn Có Lẽ' });
        const elsewhere = await history.aPerson({ name: 'Bùi Thị Nơi Khác', birthday, unitId: history.wardB });
        const what = 'Vi phạm trật tự đô thị';
        const id = await history.accepted(
          'violationList.receive',
          history.violations([
            { name: 'Tên Mới Hoàn Toàn', nationalId: '031185000111', what },
            { name: 'pham thi doi chieu', birthday, what },
            { name: 'Vũ Văn Có Lẽ', unitText: 'UBND Đơn vị Phường Một', what },
            { name: 'Vũ Văn Có Lẽ', what },
            { name: 'Bùi Thị Nơi Khác', birthday, what },
          ]),
        );
        const rows = await rowsOf(id);
        expect(rows.map(({ matches }) => matches.map((match) => [match.subjectId, match.certainty]))).toEqual([
          [[numbered, 'exact']],
          [[dated, 'probable']],
          [[placed, 'maybe']],
          [],
          [],
        ]);
        const [first, second, third, , fifth] = rows.map((row) => row.id);
        const confirm = (rowId = '', subjectId = '', outcome = 'freeze'): Promise<CommandResult> =>
          history.send('violationList.confirm', { rowId, subjectKind: 'person', subjectId, outcome }, id);
        expect(codesOf(await confirm(fifth, elsewhere))).toEqual(['VIOLATION_LIST.UNKNOWN_SUBJECT']);
        const both = await Promise.all([confirm(first, numbered), confirm(first, numbered)]);
        expect(acceptedOf(both)).toBe(1);
        expect(await confirm(second, dated, 'noted')).toMatchObject({ outcome: 'accepted' });
        await history.accepted('violationList.dismiss', { rowId: third, ...REASON }, id);
        const dismissed = await history.send('violationList.dismiss', { rowId: third, ...REASON }, id);
        expect(codesOf(dismissed)).toEqual(['VIOLATION_LIST.ALREADY_SETTLED']);
        await history.world.drain();
        const freezes = await history.get<Listed<object>>(`subject-freezes?subjectId=${numbered}`);
        expect(freezes?.items).toMatchObject([
          { violationRowId: first, reportedBy: history.office.id, startsOn: '2024-11-15', liftedAt: null },
        ]);
        const paper = { ...PAPER, number: 'theo danh sách' };
        await history.accepted('discipline.record', history.discipline(dated, { violationRowId: second, paper }));
        await history.accepted('violationList.erase', {}, id);
        expect((await rowsOf(id)).map(({ name, state }) => [name, state])).toEqual([
          ['', 'confirmed'],
          ['', 'confirmed'],
          ['', 'dismissed'],
          ['', 'open'],
          ['', 'open'],
        ]);
        expect(codesOf(await confirm(fifth, dated))).toEqual(['VIOLATION_LIST.ERASED']);
        const kept = await history.world.rows('SELECT * FROM violation_rows WHERE list_id = ?', [id]);
        const texts = await history.world.rows('SELECT * FROM private_texts WHERE stream_id = ?', [id]);
        const events = await history.world.rows('SELECT body FROM events WHERE stream_id = ?', [id]);
        const answers = await history.world.rows("SELECT * FROM processed_messages WHERE result LIKE '%' || ? || '%'", [
          id,
        ]);
        expect(JSON.stringify([kept, texts, events, answers])).not.toMatch(/Vũ Văn|pham thi|trật tự|031185000111/);
      });

      it('belong to the unit that received them', async () => {
        const list = history.violations([{ name: 'Ai Đó', what: 'Vi phạm' }]);
        const beside = history.of('standingOffice', 'B');
        const upsideDown = { ...list, periodTo: '2023-01-01' };
        expect(codesOf(await history.send('violationList.receive', upsideDown))).toEqual([
          'VIOLATION_LIST.ENDS_BEFORE_START',
        ]);
        const sent = await history.send('violationList.receive', list, undefined, beside.actor);
        expect(codesOf(sent)).toEqual(['VIOLATION_LIST.UNKNOWN_UNIT']);
        const id = await history.accepted('violationList.receive', list);
        expect(await history.get(`violation-lists/${id}/rows`, beside)).toBeUndefined();
        expect((await history.get<Listed<{ id: string }>>('violation-lists', beside))?.items).toEqual([]);
        expect(await history.get(`violation-lists/${id}`)).toMatchObject({ rowCount: 1, openCount: 1 });
      });

      it('go with their unit where it is put below another one', async () => {
        const { wardA, wardB, world } = history;
        const unitId = await aUnit(world, 'Tổ Một', 'unit', wardA);
        const who = { name: 'Người Đi Theo Tổ', birthday: '1980-05-19' };
        const personId = await history.aPerson({ ...who, unitId });
        const rows = [{ ...who, what: 'Vi phạm' }];
        const id = await history.accepted('violationList.receive', history.violations(rows, { unitId }));
        const move = { parentId: wardB, on: '2024-11-01', document: '1/NQ' };
        await history.accepted('unit.move', move, unitId, SYSTEM_ACTOR);
        const beside = history.of('standingOffice', 'B');
        const [row] = (await history.get<Listed<Row>>(`violation-lists/${id}/rows`, beside))?.items ?? [];
        expect(row?.matches).toMatchObject([{ subjectId: personId }]);
        const confirmed = { rowId: row?.id, subjectKind: 'person', subjectId: personId, outcome: 'noted' };
        const confirm = (actor: Actor): Promise<CommandResult> =>
          history.send('violationList.confirm', confirmed, id, actor);
        // Who keeps the old place alone knows nobody there any more.
        expect(codesOf(await confirm(history.office))).toEqual(['VIOLATION_LIST.UNKNOWN_SUBJECT']);
        expect((await history.get<Listed<Row>>(`violation-lists/${id}/rows`))?.items[0]?.matches).toEqual([]);
        expect(await confirm(await world.actorOf(beside.token))).toMatchObject({ outcome: 'accepted' });
      });
    });

    describe('the look-up', () => {
      interface Entry {
        readonly id: string;
        readonly type: string;
        readonly on: string;
        readonly year: number;
      }

      const aLife = async (person: string): Promise<void> => {
        await history.accepted('rating.record', history.rating(person, { year: 2022 }));
        await history.accepted('rating.record', history.rating(person, { year: 2021, rating: 'good' }));
        const period = { achievedFrom: '2022-01-01', achievedTo: '2022-12-31' };
        const decision = history.decision([person], { issuedOn: '2023-01-10' }, period);
        await history.accepted('decisionRecord.enter', decision);
        await history.anInitiative([person]);
        await history.accepted(
          'discipline.record',
          history.discipline(person, { from: '2020-01-01', until: '2020-12-31' }),
        );
      };

      it('shows one life in the order of time, page by page, and year by year', async () => {
        const person = await history.aPerson();
        await aLife(person);
        const url = `subjects/person/${person}/history`;
        const whole = await history.get<Listed<Entry>>(url);
        expect(whole?.items.map(({ on, type, year }) => [on, type, year])).toEqual([
          ['2023-01-10', 'award', 2022],
          ['2022-12-31', 'rating', 2022],
          ['2022-12-20', 'initiative', 2022],
          ['2021-12-31', 'rating', 2021],
          ['2020-01-01', 'discipline', 2020],
        ]);
        const read: Entry[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const next: Listed<Entry> | undefined = await history.get(`${url}?limit=2${cursor && `&cursor=${cursor}`}`);
          read.push(...(next?.items ?? []));
          cursor = next?.nextCursor ?? null;
        }
        expect(read).toEqual(whole?.items);
        const grid = await history.get<{ years: readonly Record<string, unknown>[] }>(`${url}/years`);
        // The achievement of 2022 is rewarded, and the discipline of 2020 was over before.
        expect(grid).toMatchObject({
          tiers: [{ tier: 'CSTDCS', lastYear: 2022, consecutiveYears: 1, clock: { from: '2023-01-01' } }],
          yearsRated: { good: [2021, 2022], excellent: [2022] },
        });
        expect(grid?.years).toMatchObject([
          { year: 2022, ratings: [{ rating: 'excellent' }], awards: [{ tier: 'CSTDCS', kind: 'title' }] },
          { year: 2021, ratings: [{ rating: 'good' }], awards: [] },
          { year: 2020, ratings: [], disciplines: [{ form: 'reprimand' }] },
        ]);
      });

      it('shows discipline to those who keep registers or cases, the rest to all who see the subject', async () => {
        const person = await history.aPerson();
        await aLife(person);
        const url = `subjects/person/${person}/history`;
        const types = async (seated: 'standingOffice' | 'unitOfficer', ward: 'A' | 'B'): Promise<unknown> => {
          const page = await history.get<Listed<Entry>>(url, history.of(seated, ward));
          return page?.items.map(({ type }) => type);
        };
        expect(await types('standingOffice', 'A')).toContain('discipline');
        expect(await types('unitOfficer', 'A')).toEqual(['award', 'rating', 'initiative', 'rating']);
        expect(await history.get(`${url}/years`, history.of('unitOfficer', 'A'))).toMatchObject({
          years: [{ year: 2022 }, { year: 2021 }],
          tiers: [{ clock: null }],
        });
        expect(await types('standingOffice', 'B')).toBeUndefined();
        expect(await history.get(`subjects/nothing/${person}/history`)).toBeUndefined();
        expect(await history.get(`subjects/household/${person}/history/years`)).toBeUndefined();
        expect((await history.get<Listed<object>>('disciplines', history.of('standingOffice', 'B')))?.items).toEqual(
          [],
        );
      });

      it('follows a person into another ward, and reads two rows of one person as one', async () => {
        const [first, second] = [await history.aPerson(), await history.aPerson()];
        await aLife(first);
        await history.accepted('rating.record', history.rating(second, { year: 2023 }));
        await history.accepted('person.merge', { intoId: second }, first, SYSTEM_ACTOR);
        await history.accepted('person.move', { unitId: history.wardB }, second, SYSTEM_ACTOR);
        const beside = history.of('standingOffice', 'B');
        for (const id of [first, second]) {
          const page = await history.get<Listed<Entry>>(`subjects/person/${id}/history`, beside);
          expect(page?.items).toHaveLength(6);
          expect(await history.get(`subjects/person/${id}/history`)).toBeUndefined();
        }
        for (const id of [first, second]) {
          const listed = await history.get<Listed<object>>(`ratings?subjectId=${id}`, beside);
          expect(listed?.items).toHaveLength(3);
        }
        const facts = await history.world.get(HistoryDirectory).factsOfMany(history.world.get(ReadDatabase), [
          { kind: 'person', id: second },
          { kind: 'person', id: NOBODY },
        ]);
        expect([...facts.values()].map(({ ratings, awards }) => [ratings.length, awards.length])).toEqual([
          [3, 1],
          [0, 0],
        ]);
      });
    });

    it('of two rows of one person has nothing twice: what is recorded of one is recorded of the other', async () => {
      const [first, second] = [await history.aPerson(), await history.aPerson()];
      const decision = history.decision([first]) as { awards: readonly { subjectId: string }[] };
      await history.accepted('rating.record', history.rating(first));
      await history.accepted('decisionRecord.enter', decision);
      await history.accepted('discipline.record', history.discipline(first));
      await history.accepted('person.merge', { intoId: second }, first, SYSTEM_ACTOR);
      const again = async (type: string, input: object): Promise<readonly string[]> =>
        codesOf(await history.send(type, input));
      const awards = decision.awards.map((award) => ({ ...award, subjectId: second }));
      expect(await again('rating.record', history.rating(second))).toEqual(['RATING.ALREADY_RECORDED']);
      expect(await again('decisionRecord.enter', { ...decision, awards })).toEqual([
        'DECISION_RECORD.ALREADY_RECORDED',
      ]);
      expect(await again('discipline.record', history.discipline(second))).toEqual(['DISCIPLINE.ALREADY_RECORDED']);
    });

    describe('verify', () => {
      it('finds what was changed behind the registers', async () => {
        expect(await history.broken()).toEqual([]);
        await history.damage('UPDATE ratings SET year = 1999 WHERE claim IS NOT NULL');
        expect(new Set(await history.broken())).toEqual(new Set(['records-entered-once: stands without its place']));
        await history.damage('UPDATE initiative_uses SET claim = NULL WHERE override_reason IS NULL');
        expect(await history.broken()).toContain(
          'initiatives-back-one-thing: has a use whose place in the ledger is not its own',
        );
      });
    });
  });
}

describeSqlite('history on SQLite', historyContract);
describePostgresDatabase('history on PostgreSQL', historyContract);
