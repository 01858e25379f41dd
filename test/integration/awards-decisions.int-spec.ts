import { scopeOf } from '../../src/platform/auth/scope';
import { DecisionsQueries } from '../../src/awards/decisions/decisions.queries';
import type { DecisionResponse } from '../../src/awards/decisions/dto/decision.response';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { Awards } from '../factories/awards';
import { codesOf, named, TODAY, type SendOptions } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const REASON = { reason: 'Kê khai không đúng thành tích' };
const NUMBER = { symbol: 'QĐ-UBND', year: 2024 };

function decisionsContract(database: DatabaseOf): void {
  describe('decisions', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const by = (id: string, role: 'office' | 'authority' = 'office'): SendOptions => ({ actor: awards[role], id });
    const seen = (id: string): Promise<DecisionResponse> =>
      awards.get(DecisionsQueries).one(scopeOf(awards.office), id);
    const states = (ids: readonly string[]): Promise<string[]> => Promise.all(ids.map((id) => awards.stateOf(id)));

    /** Delivers every job of this name that was ever asked for, once more. */
    const deliverAgain = async (job: string): Promise<void> => {
      const jobs = await awards.rows<{ id: string; payload: string }>('SELECT id, payload FROM outbox WHERE job = ?', [
        job,
      ]);
      const { run } = awards.get(JobExecutor);
      for (const { id, payload } of jobs) await run({ id, name: job, payload: JSON.parse(payload) as object });
    };

    it('decide all their cases, each once, even when the job comes again', async () => {
      const cases = await awards.recommended(3);
      const id = await awards.issued(cases);
      expect((await seen(id)).isSettled).toBe(false);
      await awards.drain();
      await deliverAgain('decide-cases');
      expect(await states(cases)).toEqual(['decided', 'decided', 'decided']);
      expect(await seen(id)).toMatchObject({ state: 'issued', caseCount: 3, isSettled: true, conflicts: [] });
      const marks = cases.map(() => '?').join(', ');
      const [count] = await awards.rows(
        `SELECT COUNT(*) AS count FROM events WHERE type = 'award.decide' AND stream_id IN (${marks})`,
        cases,
      );
      expect(count).toEqual({ count: 3 });
    });

    it('list the cases that could not follow, and decide the others', async () => {
      const cases = await awards.recommended(3);
      const id = await awards.issued(cases);
      const held = cases[1] ?? '';
      await awards.accepted('award.hold', REASON, { actor: awards.office, id: held });
      await awards.drain();
      expect(await states(cases)).toEqual(['decided', 'onHold.recommended', 'decided']);
      expect(await seen(id)).toMatchObject({
        isSettled: true,
        conflictCount: 1,
        conflicts: [{ caseId: held, command: 'award.decide', reasons: [{ code: 'AWARD.NOT_IN_STATE' }] }],
      });
    });

    it('take their awards back when they are revoked, and free what these rested on', async () => {
      const achievementId = named('revoked once');
      const cases = await awards.recommended(1, { achievementId });
      const id = await awards.issued(cases);
      await awards.drain();
      await awards.accepted('award.present', { presentedOn: TODAY }, { actor: awards.office, id: cases[0] ?? '' });
      await awards.accepted('decision.revoke', REASON, by(id, 'authority'));
      await awards.drain();
      await deliverAgain('revoke-cases');
      expect(await states(cases)).toEqual(['revoked']);
      expect(await seen(id)).toMatchObject({ state: 'revoked', isSettled: true, conflictCount: 0 });
      expect(await awards.recommended(1, { achievementId })).toHaveLength(1);
    });

    it('decide nothing when they are revoked before their cases were told', async () => {
      const cases = await awards.recommended(2);
      const id = await awards.issued(cases);
      await awards.accepted('decision.revoke', REASON, by(id, 'authority'));
      await awards.drain();
      expect(await states(cases)).toEqual(['recommended', 'recommended']);
      expect(await seen(id)).toMatchObject({ isSettled: true });
      expect(codesOf(await awards.send('decision.revoke', REASON, by(id, 'authority')))).toEqual([
        'DECISION.NOT_IN_STATE',
      ]);
      await awards.signed(cases);
    });

    it('have a case one at a time', async () => {
      const cases = await awards.recommended(2);
      const draft = { authorityUnitId: awards.district, caseIds: cases };
      const first = await awards.accepted('decision.draft', draft, { actor: awards.office });
      const again = (): Promise<unknown> => awards.send('decision.draft', draft, { actor: awards.office });
      expect(await again()).toMatchObject({ reasons: [{ code: 'DECISION.CASE_HELD' }] });
      await awards.accepted('decision.revise', { caseIds: cases.slice(1) }, by(first));
      const second = await awards.accepted(
        'decision.draft',
        { ...draft, caseIds: cases.slice(0, 1) },
        { actor: awards.office },
      );
      const back = await awards.send('decision.revise', { caseIds: cases }, by(first));
      expect(codesOf(back)).toEqual(['DECISION.CASE_HELD']);
      await awards.accepted('decision.cancelDraft', REASON, by(second));
      await awards.accepted('decision.revise', { caseIds: cases }, by(first));
      expect(await seen(first)).toMatchObject({ caseCount: 2 });
    });

    it('take only cases that are recommended, of their own units, and of tiers that are theirs to decide', async () => {
      const listed = await awards.listed();
      const draft = { authorityUnitId: awards.district, caseIds: [listed] };
      const early = await awards.accepted('decision.draft', draft, { actor: awards.office });
      expect(codesOf(await awards.send('decision.sendForSignature', {}, by(early)))).toEqual([
        'DECISION.CASES_NOT_READY',
      ]);
      const other = awards.seat('standingOffice', awards.city, awards.district, awards.otherWard);
      const foreign = { authorityUnitId: awards.otherWard, caseIds: [listed] };
      expect(codesOf(await awards.send('decision.draft', foreign, { actor: other }))).toEqual([
        'DECISION.UNKNOWN_CASE',
      ]);
      await awards.review('startReview', listed);
      await awards.review('recommend', listed, { votesFor: 9, base: 10, needed: 6 });
      await awards.accepted('decision.cancelDraft', REASON, by(early));
      const commune = awards.seat('standingOffice', awards.city, awards.district, awards.ward);
      // Its own case, but submitted to the district.
      const submittedUp = { authorityUnitId: awards.ward, caseIds: [listed] };
      expect(codesOf(await awards.send('decision.draft', submittedUp, { actor: commune }))).toEqual([
        'DECISION.UNKNOWN_CASE',
      ]);
      const kept = await awards.aCase(await awards.aDossier({ authorityUnitId: awards.ward }));
      const own = { authorityUnitId: awards.ward, caseIds: [kept] };
      const below = await awards.accepted('decision.draft', own, { actor: commune });
      // The head of a commune does not decide on GK under Decree 98/2023.
      expect(await awards.send('decision.sendForSignature', {}, { actor: commune, id: below })).toMatchObject({
        reasons: [
          { code: 'DECISION.CASES_NOT_READY' },
          { code: 'DECISION.BEYOND_AUTHORITY', citation: { text: expect.stringContaining('Điều') } },
        ],
      });
    });

    it('are signed by whoever signs them and numbered once, in any spelling of the symbol', async () => {
      const [one = '', two = ''] = await awards.recommended(2);
      const first = await awards.signed([one]);
      expect((await seen(first)).signing).toEqual({
        ...{ capacity: 'self', signerUserId: awards.authority.id, title: 'Chủ tịch', principal: null },
      });
      await awards.accepted('decision.number', { ...NUMBER, number: '900' }, by(first));
      const second = await awards.signed([two]);
      const number = (input: object): Promise<unknown> =>
        awards.send('decision.number', { ...NUMBER, ...input }, by(second));
      expect(await number({ number: '900' })).toMatchObject({ reasons: [{ code: 'DECISION.NUMBER_TAKEN' }] });
      expect(await number({ number: '900', symbol: 'qđ-ubnd' })).toMatchObject({
        reasons: [{ code: 'DECISION.NUMBER_TAKEN' }],
      });
      await awards.accepted('decision.cancelDraft', REASON, by(first));
      expect(await number({ number: '900' })).toMatchObject({ reasons: [{ code: 'DECISION.NUMBER_TAKEN' }] });
      await expect(number({ number: '0901' })).rejects.toMatchObject({ code: 'HTTP.INVALID_REQUEST' });
      expect(await number({ number: '900', symbol: 'QĐ-CT' })).toMatchObject({ outcome: 'accepted' });
    });

    it('are corrected for a case that they name, and its unit hears of it', async () => {
      const userId = await awards.accepted('user.add', { login: 'can.bo' });
      const seat = { role: 'unitOfficer', unitId: awards.ward, validFrom: '2020-01-01' };
      await awards.accepted('user.giveSeat', seat, { id: userId });
      const [caseId = '', stranger = ''] = await awards.recommended(2);
      const id = await awards.issued([caseId]);
      await awards.drain();
      const correct = (input: object): Promise<unknown> =>
        awards.send(
          'decision.correct',
          {
            ...{ field: 'subject', shouldRead: 'Người mẫu 01', reason: 'Ghi đúng họ và tên' },
            ...{ number: '950', symbol: 'QĐ-UBND', correctedOn: TODAY, ...input },
          },
          by(id),
        );
      expect(await correct({ caseId: stranger })).toMatchObject({ reasons: [{ code: 'DECISION.CASE_NOT_LISTED' }] });
      expect(await correct({ caseId })).toMatchObject({ outcome: 'accepted', state: 'corrected' });
      await awards.drain();
      expect(await awards.rows('SELECT kind, subject_id FROM notices WHERE user_id = ?', [userId])).toEqual([
        { kind: 'decision.corrected', subject_id: caseId },
      ]);
    });

    it('keep every promise that data can show', async () => {
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', decisionsContract);
describePostgresDatabase('on PostgreSQL', decisionsContract);
