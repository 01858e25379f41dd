import { addMilliseconds, localDateOf, MS_PER_DAY } from '../../workflows/kernel';
import { CasesQueries } from '../../src/awards/cases/cases.queries';
import { AnswersFromAbove } from '../../src/awards/successors/answers-from-above.service';
import type { AnswerParentPayload } from '../../src/awards/successors/dto/answer-parent.payload';
import { successorIdOf, Successors } from '../../src/awards/successors/successors.service';
import type { Actor } from '../../src/platform/auth/actor';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { RetryableError } from '../../src/platform/queue/job.errors';
import { Awards } from '../factories/awards';
import { codesOf, named } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const WON = { votesFor: 9, base: 10, needed: 6 };

function successorsContract(database: DatabaseOf): void {
  describe('what is sent up', () => {
    let awards: Awards;
    let above: Actor;
    let decider: Actor;
    beforeAll(async () => {
      awards = await Awards.open(database());
      const userId = await awards.accepted('user.add', { login: 'van.phong.thanh.pho', unitId: awards.city });
      const seat = { role: 'standingOffice', unitId: awards.city, validFrom: '2020-01-01' };
      await awards.accepted('user.giveSeat', seat, { id: userId });
      above = awards.seat('standingOffice', awards.city);
      decider = awards.seat('decidingAuthority', awards.city);
    });
    afterAll(() => awards.close());

    /** A case of a tier of the city, recommended by the district and sent up; the job is still to be done. */
    const sentUp = async (input: object = {}): Promise<string> => {
      const id = await awards.listed({ tier: 'BK_TINH', ...input });
      await awards.review('startReview', id);
      await awards.review('recommend', id, WON);
      await awards.all(awards.authority, id, 'award.sendUp');
      return id;
    };
    const dossierOf = async (id: string): Promise<string> => {
      const [row] = await awards.rows<{ id: string }>('SELECT dossier_id AS id FROM award_cases WHERE id = ?', [id]);
      return row?.id ?? '';
    };
    /** Takes the case above as far as the recommendation of the council there. */
    const recommendedAbove = async (id: string): Promise<void> => {
      await awards.all(above, await dossierOf(id), 'dossier.receive', 'dossier.markComplete');
      await awards.drain();
      await awards.accepted('award.assign', { officerId: named('expert above') }, { actor: above, id });
      await awards.accepted('award.appraise', { finding: 'met', eligible: true }, { actor: above, id });
      await awards.all(above, id, 'award.list');
      await awards.review('startReview', id);
      await awards.review('recommend', id, WON);
    };

    it('becomes one case there, which shares the achievement, and its decision comes back', async () => {
      const id = await sentUp();
      await awards.drain();
      const child = successorIdOf(id);
      expect(await awards.stateOf(child)).toBe('submitted');
      const shown = await awards.get(CasesQueries).one(SYSTEM_SCOPE, id);
      expect(shown).toMatchObject({ successorCaseId: child, overlaps: [] });
      expect(await awards.get(CasesQueries).one(SYSTEM_SCOPE, child)).toMatchObject({
        ...{ parentCaseId: id, achievementId: shown.achievementId, campaignId: null, unitId: awards.district },
      });
      const byHand = { issuer: 'UBND thành phố', number: '1/QĐ', date: '2024-11-15' };
      const recorded = await awards.send('award.recordGrantedAbove', byHand, { actor: awards.office, id });
      expect(codesOf(recorded)).toEqual(['AWARD.ANSWERED_BY_MESSAGE']);
      const officer = awards.seat('unitOfficer', awards.city, awards.district);
      expect(codesOf(await awards.send('award.withdraw', {}, { actor: officer, id: child }))).toEqual([
        'AWARD.LED_FROM_BELOW',
      ]);
      await recommendedAbove(child);
      const draft = { authorityUnitId: awards.city, caseIds: [child] };
      const decision = await awards.accepted('decision.draft', draft, { actor: above });
      await awards.all(above, decision, 'decision.sendForSignature');
      await awards.accepted('decision.sign', { capacity: 'self', title: 'Chủ tịch' }, { actor: decider, id: decision });
      const number = { number: '125', symbol: 'QĐ-UBND', year: 2024 };
      await awards.accepted('decision.number', number, { actor: above, id: decision });
      await awards.accepted('decision.issue', { issuedOn: '2024-11-15' }, { actor: above, id: decision });
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['decided', 'grantedAbove']);
      expect(await awards.get(CasesQueries).one(SYSTEM_SCOPE, id)).toMatchObject({
        above: { issuer: 'Thành phố', number: '125/QĐ-UBND', date: '2024-11-15' },
        // The money is paid where it was decided, and once.
        ...{ amount: null, decidedOn: '2024-11-15' },
      });
      await awards.accepted('award.revoke', { reason: 'Kê khai gian dối' }, { actor: decider, id: child });
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['revoked', 'revoked']);
    });

    it('opens one case above, however often its job is delivered', async () => {
      const id = await sentUp();
      const [job] = await awards.rows<{ id: string; payload: string }>(
        `SELECT id, payload FROM outbox WHERE job = 'open-successor-case' AND done_at IS NULL`,
      );
      const { run } = awards.get(JobExecutor);
      const payload = JSON.parse(job?.payload ?? '{}') as object;
      const delivery = { id: job?.id ?? '', name: 'open-successor-case', payload };
      await Promise.all(Array.from({ length: 5 }, () => run(delivery)));
      await awards.drain();
      const children = await awards.rows('SELECT id, state FROM award_cases WHERE parent_case_id = ?', [id]);
      expect(children).toEqual([{ id: successorIdOf(id), state: 'submitted' }]);
    });

    it('comes back when it is returned, and goes up again as the same case', async () => {
      const id = await sentUp();
      await awards.drain();
      const child = successorIdOf(id);
      const dossierId = await dossierOf(child);
      const back = { actor: above, id: dossierId };
      await awards.accepted('dossier.return', { reason: 'Thiếu biên bản của Hội đồng' }, back);
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['returned', 'returnedFromAbove']);
      await awards.all(awards.authority, id, 'award.sendUp');
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['submitted', 'sentUp']);
    });

    it('is refused for good when it is refused above', async () => {
      const id = await sentUp();
      await awards.drain();
      const child = successorIdOf(id);
      await recommendedAbove(child);
      await awards.accepted('award.refuse', { reason: 'Chưa tiêu biểu' }, { actor: decider, id: child });
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['refused', 'refusedAbove']);
      const reopened = await awards.send('award.reopen', { reason: 'Xét lại' }, { actor: above, id: child });
      expect(codesOf(reopened)).toEqual(['AWARD.LED_FROM_BELOW']);
    });

    it('is answered on the day of the answer, however late the message comes and however often', async () => {
      const id = await sentUp();
      await awards.drain();
      const child = successorIdOf(id);
      await recommendedAbove(child);
      await awards.accepted('award.refuse', { reason: 'Chưa tiêu biểu' }, { actor: decider, id: child });
      const day = localDateOf(awards.clock.now());
      const [job] = await awards.rows<{ id: string; payload: string }>(
        `SELECT id, payload FROM outbox WHERE job = 'answer-parent-case' AND done_at IS NULL`,
      );
      const payload = JSON.parse(job?.payload ?? '{}') as AnswerParentPayload;
      const answers = awards.get(AnswersFromAbove);
      for (let late = 1; late <= 2; late += 1) {
        awards.clock.set(addMilliseconds(awards.clock.now(), MS_PER_DAY));
        await answers.pass(payload, job?.id ?? '');
      }
      await awards.drain();
      expect(await awards.get(CasesQueries).one(SYSTEM_SCOPE, id)).toMatchObject({
        ...{ state: 'refusedAbove', above: { date: day } },
      });
    });

    it('waits for the news of the award when the news of its end comes first', async () => {
      const id = await sentUp();
      await awards.drain();
      const early = { caseId: successorIdOf(id), parentCaseId: id, answer: 'award.revoke' } as const;
      await expect(awards.get(AnswersFromAbove).pass(early, named('early'))).rejects.toThrow(RetryableError);
      expect(await awards.stateOf(id)).toBe('sentUp');
    });

    it('goes up with its list, in one dossier under the number of the list', async () => {
      const cases = [await awards.listed({ tier: 'BK_TINH' }), await awards.listed({ tier: 'BK_TINH' })];
      for (const id of cases) {
        await awards.review('startReview', id);
        await awards.review('recommend', id, WON);
      }
      const draft = { authorityUnitId: awards.district, caseIds: cases };
      const list = await awards.accepted('consolidation.draft', draft, { actor: awards.office });
      const paper = { number: '88/TTr-UBND', datedOn: '2024-11-15', signerTitle: 'Chủ tịch UBND quận' };
      await awards.accepted('consolidation.issue', paper, { actor: awards.office, id: list });
      await awards.all(awards.authority, list, 'consolidation.sendUp');
      await awards.drain();
      const [first = '', second = ''] = cases.map(successorIdOf);
      expect(await dossierOf(first)).toBe(await dossierOf(second));
      expect(await awards.rows('SELECT number, state FROM dossiers WHERE id = ?', [await dossierOf(first)])).toEqual([
        { number: '88/TTr-UBND', state: 'submitted' },
      ]);
    });

    it('is tried again while it cannot be handed in above, and may be answered by hand meanwhile', async () => {
      const id = await sentUp();
      const { subject } = await awards.get(CasesQueries).one(SYSTEM_SCOPE, id);
      const about = { subjectKind: subject.kind, subjectId: subject.id };
      const pending = { ...about, startsOn: localDateOf(awards.clock.now()), reason: 'Đang xác minh đơn' };
      const keeper = { actor: awards.office };
      const freeze = await awards.accepted('subject.freeze', pending, keeper);
      await expect(awards.get(Successors).open(id, named('frozen'))).rejects.toThrow(RetryableError);
      const byHand = { issuer: 'UBND thành phố', number: '1/QĐ', date: '2024-11-15' };
      await awards.accepted('award.recordReturnedFromAbove', byHand, { ...keeper, id });
      await awards.accepted('subject.unfreeze', {}, { ...keeper, id: freeze });
      await awards.all(awards.authority, id, 'award.sendUp');
      await awards.drain();
      expect(await awards.stateOf(successorIdOf(id))).toBe('submitted');
      const late = await awards.send('award.recordRefusedAbove', byHand, { ...keeper, id });
      expect(codesOf(late)).toEqual(['AWARD.ANSWERED_BY_MESSAGE']);
    });

    it('goes up again in the dossier that it went up in, though its list is done with', async () => {
      const id = await awards.listed({ tier: 'BK_TINH' });
      await awards.review('startReview', id);
      await awards.review('recommend', id, WON);
      const draft = { authorityUnitId: awards.district, caseIds: [id] };
      const list = await awards.accepted('consolidation.draft', draft, { actor: awards.office });
      const paper = { number: '89/TTr-UBND', datedOn: '2024-11-15', signerTitle: 'Chủ tịch UBND quận' };
      await awards.accepted('consolidation.issue', paper, { actor: awards.office, id: list });
      await awards.all(awards.authority, list, 'consolidation.sendUp');
      await awards.drain();
      await awards.all(awards.office, list, 'consolidation.close');
      const child = successorIdOf(id);
      const dossierId = await dossierOf(child);
      await awards.accepted('dossier.return', { reason: 'Thiếu biên bản' }, { actor: above, id: dossierId });
      await awards.drain();
      const dossiers = async () => (await awards.rows('SELECT id FROM dossiers')).length;
      const before = await dossiers();
      await awards.all(awards.authority, id, 'award.sendUp');
      await awards.drain();
      expect([await awards.stateOf(child), await awards.stateOf(id)]).toEqual(['submitted', 'sentUp']);
      expect(await awards.rows('SELECT state FROM dossiers WHERE id = ?', [dossierId])).toEqual([
        { state: 'submitted' },
      ]);
      expect(await dossiers()).toBe(before);
    });

    it('sends one achievement of two dossiers on its way once', async () => {
      const achievementId = named('one of two dossiers');
      const dossiers: string[] = [];
      for (let each = 0; each < 2; each += 1) {
        const dossierId = await awards.aDossier();
        await awards.aCase(dossierId, { achievementId });
        dossiers.push(dossierId);
      }
      await Promise.all(dossiers.map((each) => awards.all(awards.officer, each, 'dossier.submit')));
      await awards.drain();
      const states = await awards.rows<{ state: string }>('SELECT state FROM award_cases WHERE achievement_id = ?', [
        achievementId,
      ]);
      expect(states.map(({ state }) => state).sort()).toEqual(['draft', 'submitted']);
    });

    it('keeps every promise that data can show', async () => {
      await awards.drain();
      expect(await awards.broken()).toEqual([]);
      const [child] = await awards.rows<{ id: string }>('SELECT id FROM award_cases WHERE parent_case_id IS NOT NULL');
      const stray = 'UPDATE award_cases SET achievement_id = ? WHERE id = ?';
      const [kept] = await awards.rows<{ achievement: string }>(
        'SELECT achievement_id AS achievement FROM award_cases WHERE id = ?',
        [child?.id ?? ''],
      );
      await awards.damage(stray, [named('another'), child?.id ?? '']);
      expect(await awards.broken('successors-follow-their-cases')).toHaveLength(1);
      await awards.damage(stray, [kept?.achievement ?? '', child?.id ?? '']);
      await awards.damage('DELETE FROM consolidation_holds');
      expect(await awards.broken('consolidation-ledger')).toHaveLength(1);
    });
  });
}

describeSqlite('on SQLite', successorsContract);
describePostgresDatabase('on PostgreSQL', successorsContract);
