import { scopeOf, type Scope } from '../../src/platform/auth/scope';
import { DecisionDocuments } from '../../src/awards/decisions/decision-documents.service';
import { DecisionPreviews } from '../../src/awards/decisions/decision-preview.service';
import type { DecisionDocumentResponse } from '../../src/awards/decisions/dto/decision-document.response';
import { VerificationsQueries } from '../../src/awards/decisions/verifications.queries';
import { CaseListsQueries } from '../../src/awards/presentations/case-lists.queries';
import { RecoveriesQueries } from '../../src/awards/recoveries/recoveries.queries';
import { FundQueries } from '../../src/fund/fund.queries';
import type { FundSummaryResponse } from '../../src/fund/dto/fund.response';
import type { PageQuery } from '../../src/platform/http/pages/page-query.request';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { Awards } from '../factories/awards';
import { codesOf, named, TODAY } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const RUNNERS = 20;
const REASON = { reason: 'Kê khai không đúng thành tích' };
const PAGE = { limit: 50 } as PageQuery;
/** LDTT of a person: 0.3 × 2,340,000 = 702,000, rounded up to 10,000 (Decree 98/2023 by the salary of 2024). */
const PRIZE = '710000';

function decisionsContract(database: DatabaseOf): void {
  describe('decisions, presentations and the fund', () => {
    let awards: Awards;
    let scope: Scope;
    beforeAll(async () => {
      awards = await Awards.open(database());
      scope = scopeOf(awards.office);
    });
    afterAll(() => awards.close());

    const office = (type: string, id: string, input: object = {}): Promise<CommandResult> =>
      awards.send(type, input, { actor: awards.office, id });
    const done = (type: string, id: string, input: object = {}): Promise<string> =>
      awards.accepted(type, input, { actor: awards.office, id });
    const opened = (type: string, input: object): Promise<string> =>
      awards.accepted(type, input, { actor: awards.office });
    const document = (id: string): Promise<DecisionDocumentResponse> => awards.get(DecisionDocuments).of(scope, id);
    const linesOf = async (id: string) => (await document(id)).annexes.flatMap(({ lines }) => lines);
    const states = (ids: readonly string[]): Promise<string[]> => Promise.all(ids.map((id) => awards.stateOf(id)));
    const fund = (year = 2024): Promise<FundSummaryResponse> =>
      awards.get(FundQueries).summary(scope, awards.district, year);
    const drafted = (caseIds: readonly string[], input: object = {}): Promise<string> =>
      opened('decision.draft', { authorityUnitId: awards.district, caseIds, ...input });
    const decided = async (count: number, input: object = {}): Promise<readonly [string, readonly string[]]> => {
      const cases = await awards.recommended(count, input);
      const id = await awards.issued(cases);
      await awards.drain();
      return [id, cases];
    };

    it('are drafted for a campaign that is there, and their lists change while they are drafted', async () => {
      const [one = '', two = '', three = ''] = await awards.recommended(3);
      const unknown = { authorityUnitId: awards.district, caseIds: [one], campaignId: named('no campaign') };
      expect(codesOf(await awards.send('decision.draft', unknown, { actor: awards.office }))).toEqual([
        'DECISION.UNKNOWN_CAMPAIGN',
      ]);
      const id = await drafted([one]);
      const other = await drafted([three]);
      expect(codesOf(await office('decision.addCases', id, { caseIds: [two, three] }))).toEqual(['DECISION.CASE_HELD']);
      await done('decision.addCases', id, { caseIds: [one, two] });
      expect(codesOf(await office('decision.addCases', id, { caseIds: [named('no case')] }))).toEqual([
        'DECISION.UNKNOWN_CASE',
      ]);
      expect(codesOf(await office('decision.removeCases', id, { caseIds: [three] }))).toEqual([
        'DECISION.NOT_ON_THE_LIST',
      ]);
      expect(codesOf(await office('decision.removeCases', id, { caseIds: [one, two] }))).toEqual([
        'DECISION.LIST_WOULD_BE_EMPTY',
      ]);
      await done('decision.removeCases', id, { caseIds: [one] });
      await done('decision.addCases', other, { caseIds: [one] });
      expect((await linesOf(id)).map(({ caseId }) => caseId)).toEqual([two]);
      expect((await linesOf(other)).map(({ caseId }) => caseId)).toEqual([three, one]);
      for (const each of [id, other]) await done('decision.cancelDraft', each, REASON);
    });

    it('say beforehand which cases could not follow them, and why', async () => {
      const frozen = await awards.aPerson();
      const subject = { kind: 'person', id: frozen };
      const [bad = ''] = await awards.recommended(1, { subject });
      const [good = '', held = ''] = await awards.recommended(2);
      const id = await drafted([good, bad, held]);
      const freeze = { subjectKind: 'person', subjectId: frozen, startsOn: TODAY, reason: 'Đang xem xét kỷ luật' };
      const freezeId = await opened('subject.freeze', freeze);
      await done('award.hold', held, REASON);
      expect(await awards.get(DecisionPreviews).of(scope, id)).toMatchObject({
        caseCount: 3,
        conflictCount: 2,
        conflicts: [
          { caseId: bad, reasons: [{ code: 'AWARD.FROZEN' }] },
          { caseId: held, reasons: [{ code: 'AWARD.NOT_IN_STATE' }] },
        ],
      });
      await done('subject.unfreeze', freezeId);
      await done('decision.cancelDraft', id, REASON);
    });

    it('are signed in whatever capacity, go back with a reason, and print the mark', async () => {
      const id = await drafted(await awards.recommended(1));
      await done('decision.sendForSignature', id);
      const sign = { capacity: 'deputyFor', title: 'Phó Chủ tịch' };
      const authority = { actor: awards.authority, id };
      expect(codesOf(await awards.send('decision.sign', sign, authority))).toEqual(['DECISION.PRINCIPAL_MISSING']);
      await awards.accepted('decision.return', REASON, authority);
      await done('decision.sendForSignature', id);
      await awards.accepted('decision.sign', { ...sign, principal: 'Chủ tịch' }, authority);
      expect(await document(id)).toMatchObject({
        isPrinted: false,
        signingLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        verificationCode: null,
      });
      await done('decision.cancelDraft', id, REASON);
    });

    it('are printed with what was true on their day: names, amounts and how these were worked out', async () => {
      const subjectId = await awards.accepted('person.add', { name: 'Thành viên 01', unitId: awards.ward });
      const [id] = await decided(1, { subject: { kind: 'person', id: subjectId } });
      await awards.accepted('person.correct', { name: 'Thành viên 01 đổi tên' }, { id: subjectId });
      const { annexes, ...head } = await document(id);
      expect(head).toMatchObject({ isPrinted: true, authorityName: 'Quận', caseCount: 1, total: PRIZE });
      expect(annexes).toMatchObject([
        {
          tier: 'LDTT',
          tierName: { vi: expect.stringContaining('tiên tiến') },
          total: PRIZE,
          prizes: [{ amount: PRIZE, baseSalary: '2340000', coefficient: '0.3', multiplier: '1', roundedUpTo: 10_000 }],
          lines: [{ ordinal: 1, name: 'Thành viên 01', unitName: 'Phường Một', amount: PRIZE, isRevoked: false }],
        },
      ]);
      await awards.accepted('person.erase', {}, { id: subjectId });
      expect(await linesOf(id)).toMatchObject([{ name: null }]);
    });

    it('are corrected on paper and not in the register, and can be verified by anybody with the code', async () => {
      const subjectId = await awards.accepted('person.add', { name: 'Thanh viên 02', unitId: awards.ward });
      const [id, [caseId = '']] = await decided(1, { subject: { kind: 'person', id: subjectId } });
      const [line] = await linesOf(id);
      const code = line?.verificationCode ?? '';
      const verified = (typed: string) => awards.get(VerificationsQueries).one(typed);
      expect(await verified(code.toLowerCase())).toEqual({
        ...{ code, kind: 'award', title: expect.anything(), subjectName: 'Thanh viên 02', standing: 'stands' },
        ...{ number: expect.stringContaining('/QĐ-UBND'), issuedOn: TODAY, authorityName: 'Quận' },
      });
      const number = { number: '801', symbol: 'QĐ-UBND' };
      const right = { field: 'subject', shouldRead: 'Thành viên 02', ...REASON, correctedOn: TODAY, ...number };
      expect(codesOf(await office('decision.correct', id, { ...right, caseId, correctedOn: '2024-11-16' }))).toEqual([
        'DECISION.CORRECTED_IN_THE_FUTURE',
      ]);
      await done('decision.correct', id, { ...right, caseId });
      const again = { ...right, caseId, shouldRead: 'Thành viên 03' };
      expect(codesOf(await office('decision.correct', id, again))).toEqual(['DECISION.NUMBER_TAKEN']);
      await awards.drain();
      expect(await document(id)).toMatchObject({
        state: 'corrected',
        annexes: [{ lines: [{ name: 'Thành viên 02' }] }],
        corrections: [{ caseId, number: '801', formerly: 'Thanh viên 02', shouldRead: 'Thành viên 02' }],
      });
      expect(await verified(code)).toMatchObject({ subjectName: 'Thành viên 02', standing: 'corrected' });
      const [person] = await awards.rows('SELECT name FROM people WHERE id = ?', [subjectId]);
      expect(person).toEqual({ name: 'Thanh viên 02' });
      await awards.accepted('person.erase', {}, { id: subjectId });
      expect(await verified(code)).toMatchObject({ subjectName: null });
      expect(await document(id)).toMatchObject({ corrections: [{ formerly: null, shouldRead: null }] });
      for (const wrong of ['', 'nonsense', `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`]) {
        await expect(verified(wrong)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
      }
      const paper = await document(id);
      expect(await verified(paper.verificationCode ?? '')).toMatchObject({
        ...{ kind: 'decision', title: null, subjectName: null, standing: 'corrected' },
      });
    });

    it('take back one award and stand for the others; artefact and money come back, and the books know', async () => {
      const [id, cases] = await decided(2);
      const [taken = '', kept = ''] = cases;
      await done('award.pay', taken, { paidOn: TODAY });
      await done('award.present', taken, { presentedOn: TODAY });
      await awards.drain();
      const before = await fund();
      const revoke = (caseIds: readonly string[]): Promise<CommandResult> =>
        awards.send('decision.revokeCases', { caseIds, ...REASON }, { actor: awards.authority, id });
      expect(await revoke([taken])).toMatchObject({ outcome: 'accepted', state: 'issued' });
      expect(codesOf(await revoke([taken, kept]))).toEqual(['DECISION.CASE_NOT_STANDING']);
      await awards.drain();
      expect(await states(cases)).toEqual(['revoked', 'decided']);
      const [line] = await linesOf(id);
      expect(line).toMatchObject({ caseId: taken, isRevoked: true });
      const verified = await awards.get(VerificationsQueries).one(line?.verificationCode ?? '');
      expect(verified).toMatchObject({ standing: 'revoked' });
      const due = async () => (await awards.get(RecoveriesQueries).list(scope, { limit: 50, caseId: taken })).items[0];
      const recoveryId = (await due())?.id ?? '';
      expect(await due()).toMatchObject({
        ...{ caseId: taken, isArtefactDue: true, moneyDue: PRIZE, moneyRecovered: '0', isComplete: false },
      });
      const recover = (amount: string, recoveredOn: string = TODAY): Promise<CommandResult> =>
        office('recovery.recoverMoney', recoveryId, { amount, recoveredOn });
      expect(codesOf(await recover('710001'))).toEqual(['RECOVERY.MORE_THAN_DUE']);
      expect(codesOf(await recover('0', '2024-11-16'))).toEqual(['RECOVERY.IN_THE_FUTURE', 'RECOVERY.MORE_THAN_DUE']);
      expect(codesOf(await recover('1', '2024-11-14'))).toEqual(['RECOVERY.BEFORE_REVOCATION']);
      for (const amount of ['700000', '10000']) expect(await recover(amount)).toMatchObject({ outcome: 'accepted' });
      await done('recovery.returnArtefact', recoveryId, { returnedOn: TODAY });
      expect(codesOf(await office('recovery.returnArtefact', recoveryId, { returnedOn: TODAY }))).toEqual([
        'RECOVERY.ARTEFACT_NOT_DUE',
      ]);
      await awards.drain();
      expect(await due()).toMatchObject({ moneyRecovered: PRIZE, isComplete: true });
      expect(BigInt((await fund()).balance) - BigInt(before.balance)).toBe(BigInt(PRIZE));
      await awards.accepted('decision.revoke', REASON, { actor: awards.authority, id });
      await awards.drain();
      expect(await states(cases)).toEqual(['revoked', 'revoked']);
    });

    it('are presented and paid by lists, each case with its own outcome, one without the other', async () => {
      const [, cases] = await decided(3);
      const [first = '', second = '', third = ''] = cases;
      const place = { heldOn: TODAY, place: 'Hội trường', presenter: 'Chủ tịch UBND quận' };
      const ceremony = await opened('ceremony.plan', { unitId: awards.district, ...place });
      const payment = await opened('payment.plan', { unitId: awards.district, paidOn: TODAY, paper: '15/DS' });
      expect(codesOf(await office('ceremony.present', ceremony))).toEqual(['CASE_LIST.EMPTY']);
      expect(codesOf(await office('ceremony.list', ceremony, { caseIds: [named('no case')] }))).toEqual([
        'CASE_LIST.UNKNOWN_CASE',
      ]);
      await done('ceremony.list', ceremony, { caseIds: [first, second] });
      await done('award.present', second, { presentedOn: TODAY });
      const lines = async (kind: 'ceremony' | 'payment', id: string) =>
        (await awards.get(CaseListsQueries).linesOf(kind, scope, id, PAGE)).items.map(
          ({ caseId, outcome, reasons }) => [...[caseId, outcome], ...reasons.map(({ code }) => code)],
        );
      expect(await lines('ceremony', ceremony)).toEqual([
        [first, 'expected'],
        [second, 'wouldBeRefused', 'AWARD.NOT_IN_STATE'],
      ]);
      await done('ceremony.present', ceremony);
      await done('payment.list', payment, { caseIds: [third, first] });
      await done('payment.pay', payment);
      await awards.drain();
      expect(await lines('ceremony', ceremony)).toEqual([
        [first, 'done'],
        [second, 'refused', 'AWARD.NOT_IN_STATE'],
      ]);
      expect(await lines('payment', payment)).toEqual([
        [third, 'done'],
        [first, 'done'],
      ]);
      expect(await states(cases)).toEqual(['presented', 'presented', 'decided']);
      expect(await awards.get(CaseListsQueries).one('ceremony', scope, ceremony)).toMatchObject({
        ...{ state: 'done', presenter: 'Chủ tịch UBND quận', place: 'Hội trường', caseCount: 2 },
      });
      expect(codesOf(await office('payment.list', payment, { caseIds: [second] }))).toEqual(['CASE_LIST.NOT_OPEN']);
      const later = await opened('payment.plan', { unitId: awards.district, paidOn: '2024-11-16', paper: '16/DS' });
      await done('payment.list', later, { caseIds: [second] });
      expect(codesOf(await office('payment.pay', later))).toEqual(['CASE_LIST.IN_THE_FUTURE']);
    });

    it('lets nobody else carry out a list or keep the books', async () => {
      const ward = awards.seat('standingOffice', awards.city, awards.district, awards.ward);
      const plan = { unitId: awards.district, paidOn: TODAY, paper: '1' };
      expect(await awards.send('payment.plan', plan, { actor: ward })).toMatchObject({ outcome: 'forbidden' });
      const payment = await opened('payment.plan', plan);
      await expect(awards.send('payment.pay', {}, { actor: ward, id: payment })).rejects.toMatchObject({
        code: 'PLATFORM.NOT_FOUND',
      });
      await expect(awards.send('ceremony.present', {}, { actor: awards.office, id: payment })).rejects.toMatchObject({
        code: 'PLATFORM.NOT_FOUND',
      });
      const books = { unitId: awards.district, year: 2024 };
      expect(await awards.send('fund.open', books, { actor: ward })).toMatchObject({ outcome: 'forbidden' });
      await expect(awards.get(FundQueries).summary(scopeOf(ward), awards.district, 2024)).rejects.toMatchObject({
        code: 'PLATFORM.NOT_FOUND',
      });
    });

    it('keep books of a fund that never hide what is missing, and refuse it where the keeper says so', async () => {
      const { id, balance, isOverdrawn, isOpened } = await fund();
      expect({ isOverdrawn, isOpened }).toEqual({ isOverdrawn: BigInt(balance) < 0n, isOpened: false });
      const receive = { source: 'budget', amount: '50000000', bookedOn: TODAY, paper: '1/QĐ' };
      expect(codesOf(await office('fund.receive', id, receive))).toEqual(['FUND.NOT_OPEN']);
      const open = { unitId: awards.district, year: 2024, refusesOverdraft: true };
      expect(await opened('fund.open', open)).toBe(id);
      expect(codesOf(await awards.send('fund.open', open, { actor: awards.office }))).toEqual(['FUND.ALREADY_OPEN']);
      await done('fund.receive', id, receive);
      const wrong = { ...receive, amount: '0', bookedOn: '2025-01-01' };
      expect(codesOf(await office('fund.receive', id, wrong))).toEqual(['FUND.NOTHING', 'FUND.OTHER_YEAR']);
      const spend = { purpose: 'organising', amount: '60000000', bookedOn: TODAY, paper: '2/QĐ' };
      expect(codesOf(await office('fund.spend', id, spend))).toEqual(['FUND.OVERDRAWN']);
      await done('fund.spend', id, { ...spend, amount: '20000000' });
      expect(BigInt((await fund()).balance) - BigInt(balance)).toBe(30_000_000n);
      expect(codesOf(await office('fund.close', id))).toEqual(['FUND.YEAR_NOT_OVER']);
      const { items } = await awards.get(FundQueries).entries(scope, awards.district, 2024, PAGE);
      expect(items).toContainEqual(expect.objectContaining({ direction: 'out', source: 'organising', paper: '2/QĐ' }));
    });

    it('books a payment once, however many deliver it at once', async () => {
      const [, [caseId = '']] = await decided(1);
      await done('award.pay', caseId, { paidOn: TODAY });
      const [job] = await awards.rows<{ id: string; payload: string }>(
        `SELECT id, payload FROM outbox WHERE job = 'book-payment' AND payload LIKE ?`,
        [`%${caseId}%`],
      );
      const { run } = awards.get(JobExecutor);
      const payload = JSON.parse(job?.payload ?? '{}') as object;
      // Under ids of their own, as if the message had been lost and made again: the entry is what is booked once.
      await Promise.all(
        Array.from({ length: RUNNERS }, (_, index) =>
          run({ id: index === 0 ? (job?.id ?? '') : named(`again ${caseId} ${index}`), name: 'book-payment', payload }),
        ),
      );
      await awards.drain();
      const entries = await awards.rows('SELECT source FROM fund_entries WHERE case_id = ?', [caseId]);
      expect(entries).toEqual([{ source: 'payment' }]);
    });

    it('issues twenty decisions at once, each once, under numbers and codes of their own', async () => {
      const cases = await awards.recommended(RUNNERS);
      const decisions: string[] = [];
      for (const [index, caseId] of cases.entries()) {
        const id = await awards.signed([caseId]);
        await done('decision.number', id, { number: String(600 + index), symbol: 'QĐ-CT', year: 2024 });
        decisions.push(id);
      }
      // Each is asked for twice.
      const results = await Promise.all(
        [...decisions, ...decisions].map((id) => office('decision.issue', id, { issuedOn: TODAY })),
      );
      const codes = results.flatMap(codesOf);
      expect(codes.filter((code) => code === 'accepted')).toHaveLength(RUNNERS);
      expect(codes.filter((code) => code === 'DECISION.NOT_IN_STATE')).toHaveLength(RUNNERS);
      await awards.drain();
      expect(new Set(await states(cases))).toEqual(new Set(['decided']));
      const printed = await awards.rows<{ code: string }>(
        `SELECT code FROM decision_prints WHERE decision_id IN (${decisions.map(() => '?').join(', ')})`,
        decisions,
      );
      expect(new Set(printed.map(({ code }) => code)).size).toBe(RUNNERS);
    });

    it('closes the books of a year, and books what comes late in the next one', async () => {
      const [, [caseId = '']] = await decided(1);
      awards.passDays(60);
      const { id } = await fund();
      await done('fund.close', id);
      const late = { source: 'other', amount: '1', bookedOn: '2024-12-31', paper: '3/QĐ' };
      expect(codesOf(await office('fund.receive', id, late))).toEqual(['FUND.CLOSED']);
      const before = await fund();
      await done('award.pay', caseId, { paidOn: '2024-12-31' });
      await awards.drain();
      expect(await fund()).toEqual(before);
      expect(await fund(2025)).toMatchObject({
        spent: PRIZE,
        balance: `-${PRIZE}`,
        isOverdrawn: true,
        isOpened: false,
      });
    });

    it('keep every promise that data can show, and are found out when they do not', async () => {
      expect(await awards.broken()).toEqual([]);
      const checks = ['decision-papers', 'payments-booked-once', 'recoveries-equal-books', 'decision-ledgers'];
      await awards.damage(`UPDATE fund_entries SET amount = amount + 1 WHERE source IN ('payment', 'recovery')`);
      await awards.damage(`UPDATE decision_prints SET amount = '1', code = 'A'||substr(code, 2)`);
      await awards.damage(`UPDATE decision_corrections SET should_read = formerly WHERE field = 'subject'`);
      await awards.damage(`DELETE FROM decision_numbers WHERE number = '801'`);
      const broken = await awards.broken(...checks);
      expect(new Set(broken.map((message) => message.split(':')[0]))).toEqual(new Set(checks));
    });
  });
}

describeSqlite('on SQLite', decisionsContract);
describePostgresDatabase('on PostgreSQL', decisionsContract);
