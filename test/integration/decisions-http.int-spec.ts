import type { Role } from '../../src/platform/auth/permission';
import { AccessApp } from '../factories/access-app';
import { aUnit, settle, type Place } from '../factories/access-place';
import { describeSqlite } from '../support/database';

const DAY = '2024-11-15';

describeSqlite('decisions over HTTP', (database) => {
  describe('from the draft to the books', () => {
    let world: AccessApp;
    let place: Place;
    beforeAll(async () => {
      world = await AccessApp.open(database());
      const root = await aUnit(world, 'TINH', 'province');
      place = await settle(world, { mark: 'QUAN', unitId: await aUnit(world, 'QUAN', 'district', root) });
    });
    afterAll(() => world.close());

    const id = (kind: string): string => place.ids[kind]?.[0] ?? '';
    const get = async (url: string, role?: Role): Promise<Record<string, unknown>> => {
      const { status, text } = await world.call(role ? place.tokens[role] : '', 'GET', `/api/v1/${url}`);
      return { status, ...(JSON.parse(text) as object) };
    };
    const send = async (url: string, type: string, input: object, role: Role = 'standingOffice'): Promise<void> => {
      const body = { type, input };
      const { status, text } = await world.call(place.tokens[role], 'POST', `/api/v1/${url}/commands`, body);
      expect([type, status, text]).toEqual([type, 200, expect.anything()]);
    };

    it('shows a stranger what a code was given for, and nothing without one', async () => {
      const decision = `decisions/${id('decisions')}`;
      expect(await get(`${decision}/preview`, 'unitOfficer')).toMatchObject({ caseCount: 1, conflictCount: 0 });
      await send(decision, 'decision.sendForSignature', {});
      const signing = { capacity: 'onBehalf', title: 'Chủ tịch', principal: 'Ủy ban nhân dân' };
      await send(decision, 'decision.sign', signing, 'decidingAuthority');
      await send(decision, 'decision.number', { number: '125', symbol: 'QĐ-UBND', year: 2024 });
      await send(decision, 'decision.issue', { issuedOn: DAY });
      await world.drain();
      const document = await get(`${decision}/document`, 'unitOfficer');
      expect(document).toMatchObject({
        ...{ status: 200, isPrinted: true, number: '125/QĐ-UBND', issuedOn: DAY },
        signingLines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      });
      const [annex] = document.annexes as readonly {
        readonly lines: readonly { readonly verificationCode: string }[];
      }[];
      const code = annex?.lines[0]?.verificationCode ?? '';
      const { title, ...rest } = await get(`verifications/${code}`);
      expect(title).toMatchObject({ vi: expect.any(String), en: expect.any(String) });
      expect(rest).toEqual({
        ...{ status: 200, code, kind: 'award', subjectName: 'Người QUAN 3', number: '125/QĐ-UBND', issuedOn: DAY },
        ...{ authorityName: 'Đơn vị QUAN', standing: 'stands' },
      });
      expect(await get('verifications/7KQM-2XNP-9RTW-4HJC')).toMatchObject({ status: 404 });
      expect(await get('verifications')).toMatchObject({ status: 404 });
    });

    it('carries out a ceremony and a payment, and shows the fund', async () => {
      for (const [list, command] of [
        [`ceremonies/${id('ceremonies')}`, 'ceremony'],
        [`payment-lists/${id('payment-lists')}`, 'payment'],
      ] as const) {
        const [plan] = await world.rows<{ kind: string }>('SELECT kind FROM case_lists WHERE kind = ?', [command]);
        expect(plan).toEqual({ kind: command });
        expect(await get(`${list}/cases`, 'standingOffice')).toMatchObject({ items: [{ outcome: 'wouldBeRefused' }] });
      }
      const url = await world.call(place.tokens.standingOffice, 'POST', '/api/v1/payment-lists', {
        ...{ unitId: place.unitId, paidOn: DAY, paper: '15/DS' },
      });
      const { id: paymentId } = JSON.parse(url.text) as { readonly id: string };
      await send(`payment-lists/${paymentId}`, 'payment.list', { caseIds: [id('cases')] });
      await send(`payment-lists/${paymentId}`, 'payment.pay', {});
      await world.drain();
      expect(await get(`payment-lists/${paymentId}/cases`, 'unitOfficer')).toMatchObject({
        items: [{ outcome: 'done' }],
      });
      expect(await get(`payment-lists/${paymentId}`, 'unitOfficer')).toMatchObject({ state: 'done', paidOn: DAY });
      const books = `fund/${place.unitId}/2024`;
      const paid = expect.objectContaining({ direction: 'out', source: 'payment', count: 1 });
      expect(await get(books, 'auditor')).toMatchObject({
        ...{ received: '1000000', isOverdrawn: false, sums: expect.arrayContaining([paid]) },
      });
      expect(await get(`${books}/entries?limit=1`, 'auditor')).toMatchObject({ items: [{ caseId: id('cases') }] });
      expect(await get(books, 'unitOfficer')).toMatchObject({ status: 403 });
      expect(await get(`fund/${place.unitId}/soon`, 'auditor')).toMatchObject({ status: 400 });
      expect(await get(`recoveries?caseId=${id('cases')}`, 'unitOfficer')).toMatchObject({
        items: [{ isComplete: false }],
      });
    });
  });
});
