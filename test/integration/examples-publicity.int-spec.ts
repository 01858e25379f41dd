import { DataSource } from 'typeorm';
import { instant } from '../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { aUnit } from '../factories/access-place';
import { codesOf } from '../factories/history';
import { Examples, NOTHING, TODAY } from '../factories/examples';
import { schemaDrift } from '../migrations/schema-drift';
import { RefusalsSeen } from '../support/refusals-seen';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const TEN = Array.from({ length: 10 }, (_, index) => index);
const REASON = { reason: 'Nội dung cần xem lại' };
const PUBLICATION = { channel: 'portal', outlet: 'Cổng thông tin điện tử quận', publishedOn: '2024-06-01' };
const GIVEN = { consent: 'given', on: '2024-05-20', note: 'Đồng ý bằng văn bản với phường' };

function examplesContract(database: DatabaseOf): void {
  describe('what is to be followed and made known', () => {
    let rig: Examples;
    let refusals: RefusalsSeen;
    beforeAll(async () => {
      rig = await Examples.open(database());
      refusals = new RefusalsSeen(rig.world.get(CommandDispatcher), ['example.', 'exampleTarget.', 'publicity.']);
    });
    afterAll(() => rig.world.close());
    afterEach(async () => {
      expect(await rig.broken()).toEqual([]);
    });

    const refusedOf = async (
      type: string,
      input: object,
      id?: string,
      actor = rig.officer,
    ): Promise<readonly string[]> => codesOf(await rig.send(type, input, id, actor));

    it('has the tables that the entities say', async () => {
      expect(await schemaDrift(rig.world.get(DataSource))).toEqual([]);
    });

    describe('examples', () => {
      it('are found, proposed, declined, corrected, accepted, published and withdrawn', async () => {
        const { id, personId } = await rig.anExampleOfAPerson({ evidence: ['45/BC-UBND'] });
        await rig.accepted('example.propose', {}, id, rig.officer);
        await rig.accepted('example.decline', { reason: 'Thiếu minh chứng' }, id, rig.office);
        expect(await refusedOf('example.accept', REASON, id, rig.office)).toEqual(['EXAMPLE.NOT_IN_STATE']);
        const corrected = rig.example({ title: 'Việc tử tế', field: 'socialCare', account: 'Kể lại cho rõ hơn' });
        const { unitId: _, kind: __, ...details } = corrected as Record<string, unknown>;
        await rig.accepted('example.correct', details, id, rig.officer);
        await rig.accept(id);
        expect(await refusedOf('example.publish', PUBLICATION, id)).toEqual(['EXAMPLE.CONSENT_MISSING']);
        await rig.accepted('example.noteConsent', GIVEN, id, rig.officer);
        await rig.accepted('example.publish', { ...PUBLICATION, link: 'https://example.vn/bai-1' }, id, rig.officer);
        const again = { ...PUBLICATION, outlet: 'CỔNG thông tin điện tử Quận' };
        expect(await refusedOf('example.publish', again, id)).toEqual(['EXAMPLE.PUBLICATION_ALREADY_NOTED']);
        await rig.accepted(
          'example.publish',
          { ...PUBLICATION, channel: 'radio', publishedOn: '2024-06-02' },
          id,
          rig.officer,
        );
        expect(await rig.get(`examples/${id}`)).toMatchObject({
          ...{ kind: 'person', subjectId: personId, title: 'Việc tử tế', state: 'published', consent: 'given' },
          ...{ account: 'Kể lại cho rõ hơn', evidence: [], review: 'Cách làm hay, nên nhân rộng' },
          ...{ consentNote: GIVEN.note, isErased: false, stateLabel: { vi: 'Đã tuyên truyền' } },
          subjectName: expect.stringContaining('Người mẫu'),
          publications: [
            { channel: 'portal', link: 'https://example.vn/bai-1' },
            { channel: 'radio', link: null },
          ],
        });
        await rig.accepted('example.withdraw', REASON, id, rig.office);
        expect(await refusedOf('example.withdraw', REASON, id, rig.office)).toEqual(['EXAMPLE.NOT_IN_STATE']);
        expect(await rig.get(`examples/${id}`)).toMatchObject({ state: 'withdrawn', withdrawal: REASON.reason });
      });

      it('say every reason why they cannot be recorded', async () => {
        const find = (input: object): Promise<readonly string[]> => refusedOf('example.find', rig.example(input));
        expect(await find({ unitId: NOTHING })).toEqual(['EXAMPLE.UNKNOWN_UNIT']);
        expect(await find({ kind: 'person' })).toEqual(['EXAMPLE.SUBJECT_OR_MODEL']);
        expect(await find({ subjectId: NOTHING })).toEqual(['EXAMPLE.SUBJECT_OR_MODEL']);
        const ofOtherWard = await rig.aPerson({ unitId: rig.unit('B') });
        const all = { kind: 'person', subjectId: ofOtherWard, campaignId: NOTHING, foundOn: '2024-11-16' };
        const reasons = ['UNKNOWN_SUBJECT', 'UNKNOWN_CAMPAIGN', 'DATED_IN_THE_FUTURE'].map((each) => `EXAMPLE.${each}`);
        expect(await find(all)).toEqual(reasons);
        expect(await find({ campaignId: await rig.aCampaign(false) })).toEqual(['EXAMPLE.UNKNOWN_CAMPAIGN']);
        const id = await rig.find();
        expect(await refusedOf('example.noteConsent', GIVEN, id)).toEqual(['EXAMPLE.NOBODY_TO_ASK']);
        await rig.accept(id);
        const tomorrow = { ...PUBLICATION, publishedOn: '2024-11-16' };
        expect(await refusedOf('example.publish', tomorrow, id)).toEqual(['EXAMPLE.DATED_IN_THE_FUTURE']);
        expect(await rig.get(`examples/${id}`)).toMatchObject({ state: 'accepted', publications: [] });
      });

      it('are taken down when consent is taken back', async () => {
        const { id } = await rig.anExampleOfAPerson();
        await rig.accepted('example.noteConsent', GIVEN, id, rig.officer);
        await rig.accept(id);
        await rig.accepted('example.publish', PUBLICATION, id, rig.officer);
        await rig.accepted('example.noteConsent', { consent: 'withdrawn', on: TODAY }, id, rig.officer);
        expect(await rig.get(`examples/${id}`)).toMatchObject({ state: 'withdrawn', consent: 'withdrawn' });
      });

      it('are linked with subjects, achievements and cases, and found by them', async () => {
        const [id, personId] = [await rig.find(), await rig.aPerson()];
        const link = { kind: 'person', targetId: personId };
        await rig.accepted('example.link', link, id, rig.officer);
        expect(await refusedOf('example.link', link, id)).toEqual(['EXAMPLE.ALREADY_LINKED']);
        for (const kind of ['person', 'household', 'achievement', 'case']) {
          expect(await refusedOf('example.link', { kind, targetId: NOTHING }, id)).toEqual(['EXAMPLE.UNKNOWN_TARGET']);
        }
        const { id: about } = await rig.anExampleOfAPerson();
        const caseId = await aCase(personId);
        const [row] = await rig.world.rows<{ achievementId: string }>(
          'SELECT achievement_id AS "achievementId" FROM award_cases WHERE id = ?',
          [caseId],
        );
        const achievementId = row?.achievementId ?? '';
        await rig.accepted('example.link', { kind: 'case', targetId: caseId }, about, rig.officer);
        await rig.accepted('example.link', { kind: 'achievement', targetId: achievementId }, about, rig.officer);
        const idsBy = async (filter: string): Promise<readonly string[] | undefined> =>
          (await rig.get<Listed<{ id: string }>>(`examples?${filter}`))?.items.map((each) => each.id);
        expect(await idsBy(`subjectId=${personId}`)).toEqual([id]);
        expect(await idsBy(`caseId=${caseId}`)).toEqual([about]);
        expect(await idsBy(`achievementId=${achievementId}`)).toEqual([about]);
        expect(await idsBy(`caseId=${achievementId}`)).toEqual([]);
        expect(await rig.get(`examples/${id}`)).toMatchObject({ links: [link] });
        await rig.accepted('example.unlink', link, id, rig.officer);
        expect(await refusedOf('example.unlink', link, id)).toEqual(['EXAMPLE.NO_SUCH_LINK']);
        expect(await idsBy(`subjectId=${personId}`)).toEqual([]);
      });

      it('are shown to the unit and to those above, and decided by the office alone', async () => {
        const id = await rig.find({ title: 'Mô hình camera an ninh' });
        const { token } = rig.of('B', 'unitOfficer');
        expect(await rig.get(`examples/${id}`, { ...rig.of('B', 'unitOfficer'), token })).toBeUndefined();
        const ofB = await rig.get<Listed<object>>('examples?search=camera', rig.of('B', 'unitOfficer'));
        expect(ofB?.items).toEqual([]);
        const ofA = await rig.get<Listed<object>>('examples?search=CAMERA', rig.of('A', 'unitOfficer'));
        expect(ofA?.items).toMatchObject([{ id, kindLabel: { vi: 'Mô hình' } }]);
        await expect(rig.send('example.propose', {}, id, rig.of('B', 'unitOfficer').actor)).rejects.toMatchObject({
          code: 'PLATFORM.NOT_FOUND',
        });
        await rig.accepted('example.propose', {}, id, rig.officer);
        expect(await rig.send('example.accept', REASON, id, rig.officer)).toMatchObject({ outcome: 'forbidden' });
        const possible = await rig.get<Listed<{ type: string; isPossible: boolean }>>(
          `examples/${id}/commands`,
          rig.of('A', 'unitOfficer'),
        );
        expect(possible?.items.filter(({ isPossible }) => isPossible).map(({ type }) => type)).toEqual([
          'example.link',
          'example.unlink',
        ]);
      });

      it('are erased with the person, also with one who is merged, whatever is being written meanwhile', async () => {
        const { id, personId } = await rig.anExampleOfAPerson();
        await rig.accepted('example.noteConsent', GIVEN, id, rig.officer);
        await rig.accept(id);
        await rig.accepted('example.publish', { ...PUBLICATION, link: 'https://example.vn/ten' }, id, rig.officer);
        const kept = await rig.aPerson();
        await rig.accepted('person.merge', { intoId: kept }, personId, SYSTEM_ACTOR);
        const found = await rig.get<Listed<{ id: string }>>(`examples?subjectId=${kept}`);
        expect(found?.items.map((each) => each.id)).toEqual([id]);
        await Promise.all([
          rig.accepted('person.erase', {}, kept, SYSTEM_ACTOR),
          ...TEN.map((index) => {
            const note = { ...GIVEN, note: `Ghi chú riêng tư ${index}` };
            return rig.send('example.noteConsent', note, id, rig.officer);
          }),
        ]);
        expect(await rig.get(`examples/${id}`)).toMatchObject({
          ...{ isErased: true, subjectName: '', account: null, review: null, consentNote: null, state: 'published' },
          publications: [{ link: null }],
        });
        expect(await refusedOf('example.publish', { ...PUBLICATION, channel: 'press' }, id)).toEqual([
          'EXAMPLE.ERASED',
        ]);
        await rig.accepted('example.withdraw', { reason: 'Người được nêu gương đã xóa dữ liệu' }, id, rig.office);
        expect(await rig.get(`examples/${id}`)).toMatchObject({ state: 'withdrawn', withdrawal: null });
      });

      it('have one publication of ten that are noted at once', async () => {
        const id = await rig.find();
        await rig.accept(id);
        const results = await Promise.all(TEN.map(() => rig.send('example.publish', PUBLICATION, id, rig.officer)));
        expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
      });

      it('are counted by what is asked, and targets are judged by them', async () => {
        const campaignId = await rig.aCampaign();
        for (const [field, unit, foundOn] of [
          ['economy', 'A', '2024-02-01'],
          ['economy', 'A', '2023-12-31'],
          ['health', 'B', '2024-03-01'],
        ] as const) {
          const found = rig.example({ campaignId, field, foundOn, unitId: rig.unit(unit) });
          const id = await rig.accepted('example.find', found, undefined, rig.of(unit, 'unitOfficer').actor);
          if (unit === 'B') await rig.accepted('example.withdraw', REASON, id, rig.office);
        }
        const counts = (query: string): Promise<unknown> =>
          rig.get(`examples/counts?campaignId=${campaignId}&${query}`);
        const none = { accepted: 0, published: 0, declined: 0 };
        expect(await counts('by=field')).toEqual({
          isCut: false,
          items: [
            { key: 'economy', found: 2, withdrawn: 0, ...none },
            { key: 'health', found: 0, withdrawn: 1, ...none },
          ],
        });
        expect(await counts(`by=year&unitId=${rig.unit('A')}`)).toMatchObject({
          items: [{ key: '2023' }, { key: '2024' }],
        });
        expect(await counts('by=unit&field=health')).toMatchObject({ items: [{ key: rig.unit('B'), withdrawn: 1 }] });
        expect(await counts('year=2024&kind=model')).toMatchObject({ items: [{ key: 'model', found: 1 }] });

        const target = {
          name: 'Ít nhất 2 mô hình',
          unitId: rig.unit('district'),
          campaignId,
          kinds: ['model', 'person'],
        };
        const set = (more: object): Promise<string> =>
          rig.accepted('exampleTarget.set', { ...target, stage: 'found', ...more }, undefined, rig.office);
        const ids = [
          await set({ direction: 'atLeast', value: 2 }),
          await set({ direction: 'moreThan', value: 2 }),
          await set({ direction: 'exactly', value: 1, year: 2023, field: 'economy' }),
          await set({ direction: 'atLeast', value: 1, stage: 'accepted' }),
          await set({ direction: 'atLeast', value: 1, kinds: ['household'] }),
        ];
        const list = await rig.get<Listed<{ id: string; count: number; status: string }>>(
          `example-targets?campaignId=${campaignId}`,
        );
        const byId = new Map(list?.items.map((each) => [each.id, `${each.count} ${each.status}`]));
        expect(ids.map((id) => byId.get(id))).toEqual(['2 reached', '2 missed', '1 reached', '0 missed', '0 missed']);
        const [first = ''] = ids;
        await rig.accepted('exampleTarget.drop', REASON, first, rig.office);
        expect(await refusedOf('exampleTarget.drop', REASON, first, rig.office)).toEqual(['EXAMPLE_TARGET.DROPPED']);
        const unknown = { ...target, stage: 'found', direction: 'atLeast', value: 1, campaignId: NOTHING };
        expect(await refusedOf('exampleTarget.set', unknown, undefined, rig.office)).toEqual([
          'EXAMPLE.UNKNOWN_CAMPAIGN',
        ]);
      });
    });

    const piece = (code: string, more: object): object => {
      const charged = { chargedUnitId: rig.unit('A') };
      return { code, content: `Nội dung ${code}`, channel: 'press', cadence: 'once', ...charged, ...more };
    };
    const aPlan = async (): Promise<string> =>
      rig.accepted('publicity.plan', { campaignId: await rig.aCampaign() }, undefined, rig.office);
    const add = (id: string, code: string, more: object): Promise<string> =>
      rig.accepted('publicity.addPiece', piece(code, more), id, rig.office);
    const report = (code: string, asOf: string, value: string, from?: string): object => {
      return { code, asOf, value, reference: '12/BC-UBND', ...(from === undefined ? {} : { from }) };
    };

    describe('publicity plans', () => {
      it('are one of a campaign, whoever plans at the same time', async () => {
        const campaignId = await rig.aCampaign();
        const all = await Promise.all(TEN.map(() => rig.send('publicity.plan', { campaignId }, undefined, rig.office)));
        expect(all.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
        const again = await refusedOf('publicity.plan', { campaignId }, undefined, rig.office);
        expect(again).toEqual(['PUBLICITY.ALREADY_PLANNED']);
        await expect(rig.send('publicity.plan', { campaignId }, undefined, rig.officer)).rejects.toMatchObject({
          code: 'PLATFORM.NOT_FOUND',
        });
      });

      it('judge "over 100 a day" and "15 of 15" exactly', async () => {
        const id = await aPlan();
        const over = { unit: 'tin, bài', direction: 'moreThan', value: '100' };
        const days = { cadence: 'perDay', startsOn: '2024-09-01', dueOn: '2024-10-31' };
        await add(id, 'TIN', { ...days, figure: over });
        const wards = { unit: 'phường', direction: 'kOfN', value: '15', outOf: 15 };
        const outside = { chargedUnitId: undefined, chargedBody: 'Báo thành phố' };
        await add(id, 'PHUONG', { ...outside, dueOn: '2024-10-20', figure: wards });
        await rig.accepted('publicity.report', report('TIN', '2024-09-30', '3000', '2024-09-01'), id, rig.officer);
        await rig.accepted('publicity.report', report('TIN', '2024-10-01', '201', '2024-10-01'), id, rig.officer);
        const status = async (): Promise<unknown> =>
          (
            await rig.get<Listed<{ code: string; value: string; status: string; overdueCount: number }>>(
              `publicity-plans/${id}/pieces`,
            )
          )?.items.map(({ code, value, status: each, overdueCount }) => [code, value, each, overdueCount]);
        expect(await status()).toEqual([
          ['PHUONG', null, 'notReported', 1],
          ['TIN', '3201', 'reached', 1],
        ]);
        const reports = await rig.get<Listed<object>>(`publicity-plans/${id}/reports?code=TIN`);
        expect(reports?.items).toMatchObject([{ asOf: '2024-10-01', status: 'reached' }, { status: 'missed' }]);
        await rig.accepted('publicity.withdrawReport', { code: 'TIN', asOf: '2024-10-01', ...REASON }, id, rig.officer);
        await rig.accepted('publicity.report', report('PHUONG', '2024-10-20', '14'), id, rig.office);
        expect(await status()).toEqual([
          ['PHUONG', '14', 'missed', 0],
          ['TIN', '3000', 'missed', 1],
        ]);
        await rig.accepted('publicity.report', report('PHUONG', '2024-11-10', '15'), id, rig.office);
        expect(await status()).toContainEqual(['PHUONG', '15', 'reached', 0]);
      });

      it('say every reason why a piece or a report is not taken', async () => {
        const id = await aPlan();
        const refusedPiece = (more: object): Promise<readonly string[]> =>
          refusedOf('publicity.addPiece', piece('X', { dueOn: '2024-10-20', ...more }), id, rig.office);
        const bad = { unit: 'phường', direction: 'kOfN', value: '16', outOf: 15 };
        expect(await refusedPiece({ chargedBody: 'Báo', figure: bad, startsOn: '2024-10-01' })).toEqual([
          'PUBLICITY.ONE_IN_CHARGE',
          'PUBLICITY.BAD_FIGURE',
          'PUBLICITY.START_WITHOUT_MEANING',
        ]);
        expect(await refusedPiece({ chargedUnitId: NOTHING })).toEqual(['PUBLICITY.UNKNOWN_UNIT']);
        const huge = { unit: 'tin', direction: 'atLeast', value: '999999999999999' };
        expect(await refusedPiece({ figure: huge })).toEqual(['PUBLICITY.BAD_FIGURE']);
        const wards = { ...bad, value: '15' };
        const daily = { cadence: 'perDay', startsOn: '2024-10-01' };
        expect(await refusedPiece({ ...daily, figure: wards })).toEqual(['PUBLICITY.BAD_FIGURE']);
        expect(await refusedPiece({ cadence: 'perMonth', startsOn: '2024-10-01' })).toEqual([
          'PUBLICITY.NOT_WHOLE_MONTHS',
        ]);
        await add(id, 'X', { ...daily, dueOn: '2024-12-31' });
        expect(await refusedPiece({})).toEqual(['PUBLICITY.CODE_TAKEN']);
        const refusedReport = (...said: Parameters<typeof report>): Promise<readonly string[]> =>
          refusedOf('publicity.report', report(...said), id);
        expect(await refusedReport('Y', '2024-10-02', '1')).toEqual(['PUBLICITY.UNKNOWN_PIECE']);
        expect(await refusedReport('X', '2024-11-16', '-1', '2024-11-01')).toEqual([
          'PUBLICITY.BAD_VALUE',
          'PUBLICITY.DATED_IN_THE_FUTURE',
        ]);
        expect(await refusedReport('X', '2024-10-02', '1')).toEqual(['PUBLICITY.SPAN_MISSING']);
        expect(await refusedReport('X', '2024-10-02', '1000000001', '2024-10-01')).toEqual(['PUBLICITY.BAD_VALUE']);
        const october = report('X', '2024-10-31', '10', '2024-10-01');
        const all = await Promise.all(TEN.map(() => rig.send('publicity.report', october, id, rig.officer)));
        expect(all.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
        expect(await refusedReport('X', '2024-11-01', '1', '2024-10-31')).toEqual(['PUBLICITY.ALREADY_REPORTED']);
        const backwards = { code: 'X', dueOn: '2024-09-30', ...REASON };
        expect(await refusedOf('publicity.extendPiece', backwards, id, rig.office)).toEqual([
          'PUBLICITY.ENDS_BEFORE_START',
          'PUBLICITY.REPORTED_BEYOND',
        ]);
        const shorter = { code: 'X', dueOn: '2024-10-15', ...REASON };
        expect(await refusedOf('publicity.extendPiece', shorter, id, rig.office)).toEqual([
          'PUBLICITY.REPORTED_BEYOND',
        ]);
        const never = { code: 'X', asOf: '2024-10-30', ...REASON };
        expect(await refusedOf('publicity.withdrawReport', never, id)).toEqual(['PUBLICITY.UNKNOWN_REPORT']);
        await rig.accepted('publicity.dropPiece', { code: 'X', ...REASON }, id, rig.office);
        expect(await refusedReport('X', '2024-11-01', '1', '2024-11-01')).toEqual(['PUBLICITY.UNKNOWN_PIECE']);
      });

      it('are planned by the office, reported on by whoever is in charge, and end with the campaign', async () => {
        const id = await aPlan();
        await add(id, 'TIN', { dueOn: '2024-10-20' });
        const other = rig.of('B', 'unitOfficer');
        const attempt = await rig.send('publicity.addPiece', piece('X', { dueOn: '2024-10-20' }), id, rig.officer);
        expect(attempt).toMatchObject({ outcome: 'forbidden' });
        const foreign = rig.send('publicity.report', report('TIN', '2024-10-20', '1'), id, other.actor);
        await expect(foreign).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
        expect(await rig.get(`publicity-plans/${id}`, other)).toMatchObject({ id });
        const shown = await rig.get<Listed<object>>(`publicity-plans/${id}/pieces`, other);
        expect(shown?.items).toEqual([]);
        const { campaignId } = (await rig.get<{ campaignId: string }>(`publicity-plans/${id}`)) ?? { campaignId: '' };
        const { actor: authority } = rig.of('district', 'decidingAuthority');
        await rig.accepted('campaign.cancel', { reason: 'Dừng phong trào' }, campaignId, authority);
        const late = piece('MUON', { dueOn: '2024-12-20' });
        expect(await refusedOf('publicity.addPiece', late, id, rig.office)).toEqual(['PUBLICITY.CAMPAIGN_OVER']);
        const moved = { code: 'TIN', dueOn: '2024-12-20', ...REASON };
        expect(await refusedOf('publicity.extendPiece', moved, id, rig.office)).toEqual(['PUBLICITY.CAMPAIGN_OVER']);
        await rig.accepted('publicity.dropPiece', { code: 'TIN', ...REASON }, id, rig.office);
        const draft = await rig.accepted(
          'publicity.plan',
          { campaignId: await rig.aCampaign(false) },
          undefined,
          rig.office,
        );
        expect(await rig.get(`publicity-plans/${draft}`, other)).toBeUndefined();
      });

      it('are found out by verify when rows are changed behind their back', async () => {
        const id = await aPlan();
        await add(id, 'TIN', { dueOn: '2024-12-20' });
        await rig.damage(`UPDATE publicity_pieces SET due_on = '2024-12-21' WHERE plan_id = ?`, [id]);
        const { id: exampleId } = await rig.anExampleOfAPerson();
        await rig.damage(`UPDATE examples SET state = 'published' WHERE id = ?`, [exampleId]);
        expect(await rig.broken()).toEqual([
          'examples-published: is published and was never reviewed',
          'examples-published: is published nowhere',
          'examples-published: is published without consent',
          'publicity-deadlines: has other deadlines than the reports it owes',
        ]);
        await rig.damage(`UPDATE publicity_pieces SET due_on = '2024-12-20' WHERE plan_id = ?`, [id]);
        await rig.damage(`UPDATE examples SET state = 'found' WHERE id = ?`, [exampleId]);
      });

      it('remind whoever is in charge until they have reported, and nobody once the campaign is cancelled', async () => {
        const [id, cancelled] = [await aPlan(), await aPlan()];
        await add(cancelled, 'HUY', { dueOn: '2024-11-20' });
        await add(cancelled, 'NGOAI', { chargedUnitId: undefined, chargedBody: 'Báo thành phố', dueOn: '2024-11-20' });
        const plan = await rig.get<{ campaignId: string }>(`publicity-plans/${cancelled}`);
        const { actor: authority } = rig.of('district', 'decidingAuthority');
        await rig.accepted('campaign.cancel', { reason: 'Dừng phong trào' }, plan?.campaignId ?? '', authority);
        await add(id, 'HAN', { dueOn: '2024-11-20' });
        await add(id, 'XONG', { dueOn: '2024-11-20' });
        await rig.accepted('publicity.report', report('XONG', TODAY, '1'), id, rig.officer);
        await rig.passTo(instant('2024-11-20T03:00:00.000Z'));
        const told = await rig.world.rows<{ vi: string }>(
          `SELECT message_vi AS vi FROM notices WHERE kind LIKE 'publicity.%'`,
        );
        expect(told.map(({ vi }) => vi)).toEqual([
          'Nhắc muộn (của ngày 20/11/2024): Hôm nay là hạn báo cáo nội dung tuyên truyền "Nội dung HAN" (20/11/2024).',
        ]);
        await rig.passTo(instant('2024-11-21T03:00:00.000Z'));
        expect(await rig.get(`publicity-plans/${id}/overdue`)).toMatchObject({
          items: [{ code: 'HAN', dueOn: '2024-11-20', chargedUnitId: rig.unit('A') }],
        });
        expect(await rig.get(`publicity-plans/${cancelled}/overdue`)).toMatchObject({ items: [] });
        expect(await rig.get(`publicity-plans/${cancelled}/pieces`)).toMatchObject({
          items: [{ overdueCount: 0 }, { overdueCount: 0 }],
        });
        const untold = await rig.world.rows(
          `SELECT DISTINCT o.status, o.note FROM occurrences o JOIN deadlines d ON d.id = o.deadline_id
           JOIN publicity_pieces p ON p.id = d.stream_id WHERE p.plan_id = ? AND o.offset_days = 0`,
          [cancelled],
        );
        expect(untold).toEqual([{ status: 'skipped', note: 'settled' }]);
        const moved = { code: 'HAN', dueOn: '2024-12-20', reason: 'Lùi thời hạn' };
        await rig.accepted('publicity.extendPiece', moved, id, rig.office);
        expect(await rig.get(`publicity-plans/${id}/overdue`)).toMatchObject({ items: [] });
      });
    });

    describe('what is wrong is refused, whatever the command', () => {
      it('of examples that are not where a command begins, that are erased, and of days and units', async () => {
        const { unitId: _, kind: __, ...details } = rig.example({}) as Record<string, unknown>;
        const ahead = { ...details, campaignId: NOTHING, foundOn: '2025-01-01' };
        const person = { kind: 'person', targetId: NOTHING };
        const { id, personId } = await rig.anExampleOfAPerson();
        const tomorrow = { consent: 'given', on: '2025-01-01' };
        expect(await refusedOf('example.correct', ahead, id)).toEqual([
          'EXAMPLE.UNKNOWN_CAMPAIGN',
          'EXAMPLE.DATED_IN_THE_FUTURE',
        ]);
        expect(await refusedOf('example.noteConsent', tomorrow, id)).toEqual(['EXAMPLE.DATED_IN_THE_FUTURE']);
        await rig.accepted('person.erase', {}, personId, SYSTEM_ACTOR);
        const everything = [
          ['example.correct', details],
          ['example.propose', {}],
          ['example.accept', REASON],
          ['example.decline', REASON],
          ['example.noteConsent', GIVEN],
          ['example.publish', PUBLICATION],
          ['example.link', person],
        ] as const;
        for (const [type, input] of everything) {
          expect(await refusedOf(type, input, id, rig.office)).toContain('EXAMPLE.ERASED');
        }
        await rig.accepted('example.withdraw', REASON, id, rig.office);
        for (const [type, input] of [...everything, ['example.unlink', person] as const]) {
          expect(await refusedOf(type, input, id, rig.office)).toContain('EXAMPLE.NOT_IN_STATE');
        }
        const gone = await aUnit(rig.world, 'Phường Cũ', 'commune', rig.unit('district'));
        await rig.accepted('unit.dissolve', { on: '2024-11-01', document: '1/NQ' }, gone, SYSTEM_ACTOR);
        const late = rig.example({ unitId: gone, campaignId: undefined });
        expect(await refusedOf('example.find', late, undefined, rig.office)).toEqual(['EXAMPLE.UNIT_ENDED']);
        const target = { name: 'Mô hình', kinds: ['model'], stage: 'found', direction: 'atLeast', value: 1 };
        const set = (unitId: string): Promise<readonly string[]> =>
          refusedOf('exampleTarget.set', { ...target, unitId }, undefined, rig.office);
        expect(await set(NOTHING)).toEqual(['EXAMPLE.UNKNOWN_UNIT']);
        expect(await set(gone)).toEqual(['EXAMPLE.UNIT_ENDED']);
      });

      it('of examples and plans that are full', async () => {
        const [id, plan] = [await rig.find(), await aPlan()];
        const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)`;
        await rig.damage(
          `${numbers} INSERT INTO example_links (example_id, kind, target_id)
           SELECT CAST(? AS text), 'case', 'full' || i FROM n WHERE i <= 200`,
          [id],
        );
        const link = { kind: 'person', targetId: await rig.aPerson() };
        expect(await refusedOf('example.link', link, id)).toEqual(['EXAMPLE.TOO_MANY_LINKS']);
        const many = `${numbers} INSERT INTO examples (id, kind, title, title_folded, unit_id, unit_path, field, found_on,
            found_year, evidence, account, state, consent, version)
          SELECT 'many' || i || ?, kind, title, title_folded, 'many' || i || ?, unit_path, 'other', found_on, found_year,
            evidence, '', state, consent, version FROM n JOIN examples ON id = ?`;
        for (const part of ['a', 'b', 'c']) await rig.damage(many, [part, part, id]);
        const counts = await rig.get<Listed<object> & { isCut: boolean }>('examples/counts?by=unit&field=other');
        expect([counts?.items.length, counts?.isCut]).toEqual([1_000, true]);
        await rig.damage(`DELETE FROM examples WHERE id LIKE 'many%'`);
        await rig.damage(
          `${numbers} INSERT INTO publicity_pieces (id, plan_id, code, content, channel, charged_path, cadence, due_on,
             dropped_at) SELECT 'full' || i, CAST(? AS text), 'full' || i, 'x', 'press', '/', 'once', '2024-10-20',
             created_at FROM n JOIN publicity_plans ON id = ?`,
          [plan, plan],
        );
        expect(await refusedOf('publicity.addPiece', piece('X', { dueOn: '2024-10-20' }), plan, rig.office)).toEqual([
          'PUBLICITY.TOO_MANY_PIECES',
        ]);
      });

      it('of pieces and reports that do not fit their days', async () => {
        const id = await aPlan();
        const ofPlan = (type: string, input: object): Promise<readonly string[]> =>
          refusedOf(`publicity.${type}`, input, id, rig.office);
        const daily = { cadence: 'perDay', dueOn: '2024-10-20' };
        expect(await ofPlan('addPiece', piece('X', daily))).toEqual(['PUBLICITY.START_MISSING']);
        const backwards = { ...daily, startsOn: '2024-10-21' };
        expect(await ofPlan('addPiece', piece('X', backwards))).toEqual(['PUBLICITY.ENDS_BEFORE_START']);
        const ages = { ...daily, startsOn: '2000-01-01' };
        expect(await ofPlan('addPiece', piece('X', ages))).toEqual(['PUBLICITY.TOO_LONG']);
        for (const [type, more] of [
          ['extendPiece', { dueOn: '2024-10-20', ...REASON }],
          ['dropPiece', REASON],
          ['withdrawReport', { asOf: '2024-10-20', ...REASON }],
        ] as const) {
          expect(await ofPlan(type, { code: 'X', ...more })).toEqual(['PUBLICITY.UNKNOWN_PIECE']);
        }
        await add(id, 'THANG', { cadence: 'perMonth', startsOn: '2024-09-01', dueOn: '2024-10-31' });
        await add(id, 'MOT', { dueOn: '2024-10-20' });
        const extend = (dueOn: string): Promise<readonly string[]> =>
          ofPlan('extendPiece', { code: 'THANG', dueOn, ...REASON });
        expect(await extend('2024-11-29')).toEqual(['PUBLICITY.NOT_WHOLE_MONTHS']);
        expect(await extend('2064-11-30')).toEqual(['PUBLICITY.TOO_LONG']);
        const said = (...of: Parameters<typeof report>): Promise<readonly string[]> => ofPlan('report', report(...of));
        expect(await said('THANG', '2024-09-29', '1', '2024-09-01')).toEqual(['PUBLICITY.NOT_WHOLE_MONTHS']);
        expect(await said('THANG', '2024-09-30', '1', '2024-08-01')).toEqual(['PUBLICITY.OUTSIDE_TERM']);
        expect(await said('MOT', '2024-09-30', '1', '2024-09-01')).toEqual(['PUBLICITY.SPAN_WITHOUT_MEANING']);
        const campaignId = await rig.aCampaign();
        const { actor: authority } = rig.of('district', 'decidingAuthority');
        await rig.accepted('campaign.cancel', { reason: 'Dừng phong trào' }, campaignId, authority);
        expect(await refusedOf('publicity.plan', { campaignId }, undefined, rig.office)).toEqual([
          'PUBLICITY.CAMPAIGN_OVER',
        ]);
      });
    });

    it('are refused with what their forms declare, and declare nothing that never happens', () => {
      expect(refusals.undeclared()).toEqual([]);
      expect(refusals.neverGiven()).toEqual([]);
    });

    /** A case in a draft of a dossier of ward A. */
    async function aCase(subjectId: string): Promise<string> {
      const head = { unitId: rig.unit('A'), authorityUnitId: rig.unit('district'), number: 'TTr-1', datedOn: TODAY };
      const dossierId = await rig.accepted(
        'dossier.draft',
        { ...head, signerTitle: 'Chủ tịch' },
        undefined,
        rig.officer,
      );
      const nomination = {
        ...{ dossierId, subject: { kind: 'person', id: subjectId }, tier: 'GK', commendation: 'merit' },
        ...{ achievementId: NOTHING, achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
      };
      return rig.accepted('award.draft', nomination, undefined, rig.officer);
    }
  });
}

describeSqlite('examples and publicity on SQLite', examplesContract);
describePostgresDatabase('examples and publicity on PostgreSQL', examplesContract);
