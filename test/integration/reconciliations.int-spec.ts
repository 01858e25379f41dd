import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { KeyReusedError } from '../../src/platform/runner/answered-commands';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { AccessApp, type Answer } from '../factories/access-app';
import { aUnit } from '../factories/access-place';
import { describeSqlite } from '../support/database';

const HEAD = { title: 'Bản tin năm 2023', source: 'Bản tin quận', asOf: '2024-01-19', axis: 'achievement' };

/** Figures as the bulletin of a district prints them; every name is made up. */
const CONTENT = {
  figures: [
    { code: 'badges', label: 'Huy hiệu', value: '52', parts: ['b1', 'b2', 'b3', 'b4'] },
    ...['1', '12', '39', '1'].map((value, index) => ({ code: `b${index + 1}`, label: `Đợt ${index + 1}`, value })),
    {
      ...{ code: 'persons', label: 'Cá nhân', value: '85' },
      counts: { stage: 'decided', number: 'awards', family: 'state', subjectKind: 'person', tier: 'GK' },
    },
  ],
  lists: [{ code: 'sites', label: 'Dự án', items: ['Dự án 1', 'Dự án 2', 'Dự án 1'] }],
  periods: [{ code: 'age', label: 'Thời gian', from: '2004-01-01', to: '2021-06-30', claim: 'moreThan', months: 216 }],
};

const STATEMENT = { ...HEAD, ...CONTENT };

describeSqlite('published statements over HTTP', (database) => {
  describe('statements', () => {
    let app: AccessApp;
    let unitId: string;
    let otherId: string;
    const tokens: Record<string, string> = {};
    const post = (who: string, path: string, body: object): Promise<Answer> =>
      app.call(tokens[who] ?? '', 'POST', `/api/v1/statements${path}`, body);
    const get = async (who: string, path: string): Promise<{ readonly status: number; readonly body: never }> => {
      const { status, text } = await app.call(tokens[who] ?? '', 'GET', `/api/v1/statements${path}`);
      return { status, body: JSON.parse(text) as never };
    };
    const published = async (more: object = {}): Promise<string> => {
      const { status, text } = await post('office', '', { ...STATEMENT, unitId, ...more });
      expect(status).toBe(201);
      return (JSON.parse(text) as { id: string }).id;
    };
    const codesOf = ({ text }: Answer): string[] =>
      (JSON.parse(text) as { failedGuards?: { code: string }[]; errors?: { code: string }[] }).failedGuards?.map(
        ({ code }) => code,
      ) ?? [];

    beforeAll(async () => {
      app = await AccessApp.open(database());
      const root = await aUnit(app, 'TP', 'province');
      [unitId, otherId] = [await aUnit(app, 'Q1', 'district', root), await aUnit(app, 'Q2', 'district', root)];
      const user = async (name: string, role: 'standingOffice' | 'auditor' | 'unitOfficer', at: string) => {
        tokens[name] = (await app.aToken(await app.aUser(name, at, [{ role, unitId: at }]))).token;
      };
      await user('office', 'standingOffice', unitId);
      await user('auditor', 'auditor', unitId);
      await user('officer', 'unitOfficer', unitId);
      await user('stranger', 'standingOffice', otherId);
    });
    afterAll(() => app.close());

    it('are checked with themselves and with our records; what adds up is silent', async () => {
      const id = await published();
      const { status, body } = await get('auditor', `/${id}/reconciliation`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        statementId: id,
        withItself: [
          { kind: 'sumDiffers', code: 'badges', details: { stated: '52', found: '53', agreesWithout: ['b1', 'b4'] } },
          { kind: 'listedTwice', code: 'sites', details: { item: 'Dự án 1', places: [1, 3] } },
          { kind: 'periodDiffers', code: 'age', details: { found: { years: 17, months: 6, days: 0 } } },
        ],
        withRecords: [
          {
            ...{ kind: 'recordsDiffer', code: 'persons' },
            message: { vi: '"Cá nhân" ghi 85, số liệu trong hệ thống là 0.' },
          },
        ],
        counted: [{ code: 'persons', stated: '85', found: '0' }],
      });
    });

    it('are kept as they are printed, listed, found by their title, and revised', async () => {
      const id = await published({ title: 'Báo cáo cũ' });
      expect((await get('auditor', `/${id}`)).body).toMatchObject({ ...CONTENT, title: 'Báo cáo cũ', version: 1 });
      const revised = { ...HEAD, title: 'Báo cáo mới', figures: [{ code: 'a', label: 'A', value: '1' }] };
      expect((await post('office', `/${id}/commands`, { type: 'statement.revise', input: revised })).status).toBe(200);
      const { body } = await get('auditor', '?search=bao%20cao%20moi');
      expect(body).toMatchObject({ items: [{ id, title: 'Báo cáo mới', version: 2, state: 'published' }] });
      expect((await get('auditor', `/${id}/reconciliation`)).body).toMatchObject({ withItself: [], counted: [] });
    });

    it('hold no name in any event', async () => {
      const id = await published({ lists: [{ code: 'l', label: 'Cá nhân', items: ['Người Mẫu Tên Riêng'] }] });
      const events = await app.rows<{ body: string }>('SELECT * FROM events WHERE stream_id = ?', [id]);
      expect(events).toHaveLength(1);
      expect(JSON.stringify(events)).not.toContain('Người Mẫu');
      expect((await get('auditor', `/${id}`)).body).toMatchObject({ lists: [{ items: ['Người Mẫu Tên Riêng'] }] });
    });

    it('are refused with everything that keeps them from being checked', async () => {
      const figures = [
        { code: 'a', label: 'A', value: '1', parts: ['a', 'x'] },
        { code: 'a', label: 'B', value: '2' },
      ];
      const periods = [{ ...CONTENT.periods[0], to: '2003-12-31' }];
      const wrong = await post('office', '', { ...HEAD, unitId, figures, periods });
      expect(wrong.status).toBe(409);
      expect(codesOf(wrong).sort()).toEqual([
        'STATEMENT.CODE_REPEATED',
        'STATEMENT.ENDS_BEFORE_START',
        'STATEMENT.FIGURE_UNKNOWN',
        'STATEMENT.PART_OF_ITSELF',
      ]);
      const campaignId = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f';
      expect(codesOf(await post('office', '', { ...STATEMENT, unitId, campaignId }))).toEqual([
        'STATEMENT.UNKNOWN_CAMPAIGN',
      ]);
      expect(codesOf(await post('office', '', { ...STATEMENT, unitId: otherId }))).toEqual(['STATEMENT.UNKNOWN_UNIT']);
      expect(
        (await post('office', '', { ...STATEMENT, unitId, figures: [{ code: 'a', label: 'A', value: 1 }] })).status,
      ).toBe(400);
      expect((await post('office', '', { ...STATEMENT, unitId, more: 1 })).status).toBe(400);
    });

    it('may speak of the last day that is taken, and of none beyond', async () => {
      const to = (day: string): object => ({ periods: [{ ...CONTENT.periods[0], to: day }] });
      const id = await published(to('2199-12-31'));
      expect((await get('auditor', `/${id}/reconciliation`)).status).toBe(200);
      expect((await post('office', '', { ...STATEMENT, unitId, ...to('2200-12-31') })).status).toBe(400);
    });

    it('name each part of a sum once', async () => {
      const figures = [
        { code: 'a', label: 'A', value: '2', parts: ['b', 'b'] },
        { code: 'b', label: 'B', value: '1' },
      ];
      expect((await post('office', '', { ...HEAD, unitId, figures })).status).toBe(400);
    });

    it('are two where one key comes with two titles, which is a mistake of whoever sends them', async () => {
      const keyed = { ...{ actor: SYSTEM_ACTOR, commandId: 'one key', type: 'statement.publish' } };
      const send = (title: string): Promise<CommandResult> =>
        app.get(CommandDispatcher).dispatch({ ...keyed, input: { ...STATEMENT, unitId, title } });
      expect(await send('Bản tin')).toMatchObject({ outcome: 'accepted', isRepeat: false });
      expect(await send('Bản tin')).toMatchObject({ outcome: 'accepted', isRepeat: true });
      await expect(send('Bản tin khác')).rejects.toThrow(KeyReusedError);
    });

    it('are withdrawn once, and then left as they are', async () => {
      const id = await published();
      const send = (type: string, input: object): Promise<Answer> => post('office', `/${id}/commands`, { type, input });
      expect((await send('statement.withdraw', { reason: 'Nhập nhầm' })).status).toBe(200);
      for (const [type, input] of [
        ['statement.withdraw', { reason: 'Lần nữa' }],
        ['statement.revise', STATEMENT],
      ] as const) {
        const again = await send(type, input);
        expect([again.status, codesOf(again)]).toEqual([409, ['STATEMENT.WITHDRAWN']]);
      }
      expect((await get('auditor', `/${id}`)).body).toMatchObject({ state: 'withdrawn', version: 2 });
    });

    it('are for those who may, and are not there for strangers', async () => {
      const id = await published();
      expect((await post('officer', '', { ...STATEMENT, unitId })).status).toBe(403);
      expect((await get('officer', `/${id}`)).status).toBe(403);
      expect((await get('stranger', `/${id}`)).status).toBe(404);
      expect((await get('stranger', `/${id}/reconciliation`)).status).toBe(404);
      const withdraw = { type: 'statement.withdraw', input: { reason: 'x' } };
      expect((await post('stranger', `/${id}/commands`, withdraw)).status).toBe(404);
      expect((await get('stranger', '')).body).toMatchObject({ items: [] });
    });
  });
});
