import { CasesQueries } from '../../src/awards/cases/cases.queries';
import { OverlapsQueries } from '../../src/awards/cases/overlaps.queries';
import { ConsolidationsQueries } from '../../src/awards/consolidations/consolidations.queries';
import { ConsultationsQueries } from '../../src/awards/consultations/consultations.queries';
import { DossierWorkQueries } from '../../src/awards/dossiers/dossier-work.queries';
import { HistoryQueries } from '../../src/awards/history/history.queries';
import type { Actor } from '../../src/platform/auth/actor';
import { scopeOf, SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { Awards } from '../factories/awards';
import { codesOf, named, TODAY } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const PAGE = { limit: 50 };

function widerContract(database: DatabaseOf): void {
  describe('a dossier of many names', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const codes = async (
      type: string,
      id: string,
      input: object = {},
      actor = awards.office,
    ): Promise<readonly string[]> => codesOf(await awards.send(type, input, { actor, id }));
    const states = async (dossierId: string): Promise<readonly string[]> =>
      (await awards.rows<{ state: string }>('SELECT state FROM award_cases WHERE dossier_id = ?', [dossierId])).map(
        ({ state }) => state,
      );

    it('makes a case of each line, and says of each line why it became none', async () => {
      const dossierId = await awards.aDossier();
      const wrong = awards.nomination({ tier: 'NO_SUCH' });
      const lines = [awards.nomination(), wrong, awards.nomination()];
      await awards.accepted('dossier.addCases', { lines }, { actor: awards.officer, id: dossierId });
      expect(await codes('dossier.submit', dossierId, {}, awards.officer)).toEqual([
        'DOSSIER.NO_CASES',
        'DOSSIER.LINES_WAITING',
      ]);
      await awards.drain();
      const page = await awards.get(DossierWorkQueries).lines(scopeOf(awards.officer), dossierId, PAGE);
      expect(
        page.items.map(({ ordinal, state, reasons }) => [ordinal, state, reasons.map(({ code }) => code)]),
      ).toEqual([
        [1, 'drafted', []],
        [2, 'refused', ['AWARD.TIER_UNKNOWN']],
        [3, 'drafted', []],
      ]);
      expect(await states(dossierId)).toEqual(['draft', 'draft']);
      await awards.complete(dossierId);
      expect(await codes('dossier.addCases', dossierId, { lines }, awards.officer)).toEqual(['DOSSIER.NOT_IN_STATE']);
    });

    it('assigns the whole dossier or some of its lines to an officer', async () => {
      const dossierId = await awards.aDossier();
      const [one, two] = [await awards.aCase(dossierId), await awards.aCase(dossierId)];
      const officerId = named('expert');
      expect(await codes('dossier.assign', dossierId, { officerId })).toEqual(['DOSSIER.NOT_IN_STATE']);
      await awards.complete(dossierId);
      const elsewhere = { officerId, caseIds: [await awards.aCase(await awards.aDossier())] };
      expect(await codes('dossier.assign', dossierId, elsewhere)).toEqual(['DOSSIER.CASE_ELSEWHERE']);
      await awards.accepted('dossier.assign', { officerId, caseIds: [one] }, { actor: awards.office, id: dossierId });
      await awards.drain();
      expect([await awards.stateOf(one), await awards.stateOf(two)]).toEqual(['underAppraisal', 'received']);
      await awards.accepted('dossier.assign', { officerId }, { actor: awards.office, id: dossierId });
      await awards.drain();
      expect(await states(dossierId)).toEqual(['underAppraisal', 'underAppraisal']);
    });

    it('is not complete while something is missing; then the clock runs to the last day', async () => {
      const dossierId = await awards.aDossier();
      const caseId = await awards.aCase(dossierId);
      await awards.all(awards.officer, dossierId, 'dossier.submit');
      await awards.drain();
      await awards.all(awards.office, dossierId, 'dossier.receive');
      const missing = { caseId, text: 'Thiếu giấy chứng nhận sáng kiến' };
      await awards.accepted('dossier.noteGap', missing, { actor: awards.office, id: dossierId });
      expect(await codes('dossier.markComplete', dossierId)).toEqual(['DOSSIER.GAPS_OPEN']);
      const [gap] = (await awards.get(DossierWorkQueries).gaps(scopeOf(awards.officer), dossierId, PAGE)).items;
      expect(gap).toMatchObject({ ...missing, settledAt: null });
      await awards.accepted('dossier.settleGap', { gapId: gap?.id }, { actor: awards.office, id: dossierId });
      expect(await codes('dossier.settleGap', dossierId, { gapId: gap?.id })).toEqual(['DOSSIER.NO_SUCH_GAP']);
      const late = { appraisalDueOn: '2024-11-01' };
      expect(await codes('dossier.markComplete', dossierId, late)).toEqual(['DOSSIER.DUE_IN_THE_PAST']);
      const due = { appraisalDueOn: '2024-12-05' };
      await awards.accepted('dossier.markComplete', due, { actor: awards.office, id: dossierId });
      expect(await awards.rows('SELECT kind, due_on, status FROM deadlines WHERE stream_id = ?', [dossierId])).toEqual([
        { kind: 'dossier.appraisalDue', due_on: '2024-12-05', status: 'armed' },
      ]);
      expect(await awards.rows('SELECT body FROM events WHERE body LIKE ?', ['%giấy chứng nhận%'])).toEqual([]);
    });

    it('keeps what was found condition by condition, with the notes apart, and the evidence of the achievement', async () => {
      const dossierId = await awards.aDossier();
      const achievementId = named('with evidence');
      const paper = { title: 'Quyết định công nhận', number: '7/QĐ', issuer: 'UBND quận', date: TODAY, achievementId };
      await awards.accepted('dossier.addPaper', paper, { actor: awards.officer, id: dossierId });
      const id = await awards.aCase(dossierId, { achievementId });
      await awards.complete(dossierId);
      await awards.accepted('award.assign', { officerId: named('expert') }, { actor: awards.office, id });
      const conditions = [
        { condition: 'Sáng kiến', finding: 'notProven', note: 'Chưa có xác nhận của ông Mẫu' },
        { condition: 'Hoàn thành nhiệm vụ', finding: 'met' },
      ];
      expect(await codes('award.appraise', id, { finding: 'met', eligible: true, conditions })).toEqual([
        'AWARD.FINDING_NOT_OF_CONDITIONS',
      ]);
      const found = { finding: 'notProven', eligible: true, conditions };
      await awards.accepted('award.appraise', found, { actor: awards.office, id });
      await awards.all(awards.office, id, 'award.list');
      const shown = await awards.get(CasesQueries).one(SYSTEM_SCOPE, id);
      expect(shown.appraisal?.conditions).toMatchObject([
        { condition: 'Sáng kiến', finding: 'notProven' },
        { finding: 'met' },
      ]);
      expect(shown.evidence).toEqual([paper]);
      expect(await awards.rows('SELECT body FROM events WHERE body LIKE ?', ['%ông Mẫu%'])).toEqual([]);
      const history = await awards.get(HistoryQueries).of(awards.office, 'award', id, PAGE);
      expect(history.items.map(({ type }) => type)).toEqual([
        ...['award.list', 'award.appraise', 'award.assign', 'award.receive', 'award.submit', 'award.draft'],
      ]);
      expect(history.items[1]?.texts).toEqual({ note1: 'Chưa có xác nhận của ông Mẫu' });
      const member = awards.seat('councilMember', awards.city, awards.district);
      const seen = await awards.get(HistoryQueries).of(member, 'award', id, { limit: 2 });
      expect(seen.items.map(({ texts }) => texts)).toEqual([{}, {}]);
      expect(seen.nextCursor).not.toBeNull();
      const stranger = awards.seat('unitOfficer', awards.city, awards.district, awards.otherWard);
      await expect(awards.get(HistoryQueries).of(stranger, 'award', id, PAGE)).rejects.toMatchObject({
        code: 'PLATFORM.NOT_FOUND',
      });
    });

    it('shows cases that may be about the same, and adds nothing up', async () => {
      const subject = { kind: 'person', id: await awards.aPerson() };
      const achievementId = named('in two dossiers');
      const one = await awards.aCase(await awards.aDossier(), { subject, achievementId });
      const other = await awards.aCase(await awards.aDossier(), { subject, achievementId, tier: 'LDTT' });
      const again = await awards.aCase(await awards.aDossier(), { subject });
      const { overlaps } = await awards.get(CasesQueries).one(SYSTEM_SCOPE, one);
      expect([...overlaps].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
        { caseId: other, kind: 'sameAchievement', tier: 'LDTT', state: 'draft' },
        { caseId: again, kind: 'samePeriod', tier: 'GK', state: 'draft' },
      ]);
      const pages = awards.get(OverlapsQueries);
      const listed = (await pages.list(scopeOf(awards.office), PAGE)).items.map(({ caseId }) => caseId);
      expect(listed).toEqual(expect.arrayContaining([one, other, again]));
      const stranger = awards.seat('unitOfficer', awards.city, awards.district, awards.otherWard);
      expect((await pages.list(scopeOf(stranger), PAGE)).items).toEqual([]);
    });

    it('shows that two cases may be about the same when their subjects turn out to be one person', async () => {
      const [kept, twin, third] = [await awards.aPerson(), await awards.aPerson(), await awards.aPerson()];
      const cases: string[] = [];
      for (const id of [kept, twin, third])
        cases.push(await awards.aCase(await awards.aDossier(), { subject: { kind: 'person', id } }));
      const [ofKept = '', ofTwin = '', ofThird = ''] = cases;
      const pages = awards.get(OverlapsQueries);
      const overlapping = async (caseId: string): Promise<readonly string[]> =>
        ((await pages.ofCases(SYSTEM_SCOPE, cases)).get(caseId) ?? []).map((overlap) => overlap.caseId);
      expect(await overlapping(ofKept)).toEqual([]);
      for (const id of [twin, third]) await awards.accepted('person.merge', { intoId: kept }, { id });
      expect(await overlapping(ofKept)).toEqual([ofTwin, ofThird].sort());
      expect(await overlapping(ofTwin)).toEqual([ofKept, ofThird].sort());
      const listed = (await pages.list(scopeOf(awards.office), PAGE)).items.map(({ caseId }) => caseId);
      expect(listed).toEqual(expect.arrayContaining(cases));
    });

    it('is decided in two days by the simple procedure, without a campaign', async () => {
      const dossierId = await awards.aDossier();
      const draft = { dossierId, ...awards.nomination({ tier: 'LDTT', commendation: 'sudden', simple: true }) };
      const refused = await awards.send('award.draft', draft, { actor: awards.officer });
      expect(codesOf(refused)).toEqual(['AWARD.NO_SIMPLE_PROCEDURE']);
      const id = await awards.aCase(dossierId, { commendation: 'sudden', simple: true });
      await awards.complete(dossierId);
      await awards.appraise(id);
      expect(await codes('award.list', id)).toEqual(['AWARD.NO_COUNCIL_NEEDED']);
      await awards.all(awards.office, id, 'award.recommendWithoutCouncil');
      awards.passDays(1);
      await awards.issued([id]);
      await awards.drain();
      expect(await awards.stateOf(id)).toBe('decided');
    });

    it('waits for the public comment, the agencies and the Party committee where they were asked', async () => {
      const day = (days: number): string => `2024-11-${String(16 + days)}`;
      const id = await awards.listed();
      const ask = (input: object): Promise<string> =>
        awards.accepted('consultation.open', { caseId: id, opensOn: day(0), ...input }, { actor: awards.office });
      const open = async (input: object): Promise<readonly string[]> =>
        codesOf(await awards.send('consultation.open', { opensOn: day(0), ...input }, { actor: awards.office }));
      const comment = { kind: 'publicComment', askedBody: 'Nhân dân địa phương', place: 'Trụ sở UBND', dueOn: day(1) };
      expect(await open(comment)).toEqual(['CONSULTATION.ONE_TARGET']);
      expect(await open({ ...comment, caseId: id, dueOn: undefined })).toEqual(['CONSULTATION.TERM_MISSING']);
      expect(await open({ ...comment, caseId: id, dueOn: '2024-11-01' })).toEqual(['CONSULTATION.ENDS_BEFORE_START']);
      const published = await ask(comment);
      const agency = await ask({ kind: 'agencyOpinion', askedBody: 'Công an quận', dueOn: day(1) });
      const party = { kind: 'partyOpinion', askedBody: 'Đảng ủy' };
      const committee = await ask(party);
      expect(await open({ ...party, caseId: id })).toEqual(['CONSULTATION.ALREADY_ASKED']);
      expect(codesOf(await awards.review('startReview', id))).toEqual([
        'AWARD.PUBLIC_COMMENT_OPEN',
        'AWARD.AGENCY_OPINION_OPEN',
      ]);
      const objection = { text: 'Đề nghị xem lại', receivedOn: day(0) };
      await awards.accepted('consultation.recordObjection', objection, { actor: awards.office, id: published });
      awards.passDays(2);
      expect(await codes('consultation.close', published)).toEqual(['CONSULTATION.OBJECTIONS_OPEN']);
      const queries = awards.get(ConsultationsQueries);
      const [recorded] = (await queries.one(scopeOf(awards.office), published)).objections ?? [];
      expect(recorded).toMatchObject({ text: 'Đề nghị xem lại', answer: null });
      // Whoever objects is protected from the office that nominated: it learns neither what was said nor that anything was.
      const nominating = awards.seat('standingOffice', awards.city, awards.district, awards.ward);
      expect(await queries.one(scopeOf(nominating), published)).toMatchObject({ id: published, objections: null });
      const asSeen = async (actor: Actor): Promise<readonly string[]> =>
        (await queries.commandsOf(actor, published)).items.flatMap(({ reasons }) => reasons.map(({ code }) => code));
      expect(await asSeen(awards.office)).toContain('CONSULTATION.OBJECTIONS_OPEN');
      expect(await asSeen(nominating)).not.toContain('CONSULTATION.OBJECTIONS_OPEN');
      const answer = { objectionId: recorded?.id, answer: 'Đã xác minh' };
      await awards.accepted('consultation.answerObjection', answer, { actor: awards.office, id: published });
      expect(await codes('consultation.answerObjection', published, answer)).toEqual([
        'CONSULTATION.NO_SUCH_OBJECTION',
      ]);
      await awards.all(awards.office, published, 'consultation.close');
      expect(await codes('consultation.close', published)).toEqual(['CONSULTATION.ENDED']);
      expect((await queries.one(SYSTEM_SCOPE, agency)).isSilent).toBe(true);
      await awards.review('startReview', id);
      expect(await awards.review('recommend', id, { votesFor: 9, base: 10, needed: 6 })).toMatchObject({
        state: 'recommended',
      });
      const said = { answer: 'against', number: '31-CV/ĐU', answeredOn: day(1) };
      expect(await codes('consultation.close', committee)).toEqual(['CONSULTATION.OTHER_KIND']);
      await awards.accepted('consultation.recordAnswer', said, { actor: awards.office, id: committee });
      await awards.issued([id]);
      await awards.drain();
      expect(await awards.stateOf(id)).toBe('recommended');
      const anew = await ask(party);
      const agreed = { ...said, answer: 'inFavour' };
      await awards.accepted('consultation.recordAnswer', agreed, { actor: awards.office, id: anew });
      expect((await queries.list(scopeOf(awards.office), { ...PAGE, caseId: id })).items).toHaveLength(4);
    });

    it('goes with cases of other dossiers on one list at a time', async () => {
      const cases = [await awards.listed(), await awards.listed()];
      const draft = (caseIds: readonly string[], more: object = {}): Promise<unknown> =>
        awards.send(
          'consolidation.draft',
          { authorityUnitId: awards.district, caseIds, ...more },
          { actor: awards.office },
        );
      const notReady = [await awards.aCase(await awards.aDossier())];
      expect(await draft(notReady)).toMatchObject({ reasons: [{ code: 'CONSOLIDATION.CASES_NOT_READY' }] });
      expect(await draft(cases, { tier: 'LDTT' })).toMatchObject({
        reasons: [{ code: 'CONSOLIDATION.CASES_NOT_READY' }],
      });
      const drafts = await Promise.all(Array.from({ length: 5 }, () => draft(cases)));
      const [list] = drafts.flatMap((each) => ((each as { id?: string }).id ?? []) as readonly string[]);
      expect(drafts.filter((each) => (each as { outcome: string }).outcome === 'accepted')).toHaveLength(1);
      const id = list ?? '';
      expect(await codes('consolidation.sendUp', id, {}, awards.authority)).toEqual(['CONSOLIDATION.NOT_IN_STATE']);
      const paper = { number: '21/DS', datedOn: TODAY, signerTitle: 'Thường trực Hội đồng' };
      expect(await codes('consolidation.issue', id, { ...paper, datedOn: '2030-01-01' })).toEqual([
        'CONSOLIDATION.DATED_IN_THE_FUTURE',
      ]);
      await awards.accepted('consolidation.issue', paper, { actor: awards.office, id });
      const shown = await awards.get(ConsolidationsQueries).one(scopeOf(awards.office), id);
      expect(shown).toMatchObject({ ...paper, state: 'issued', caseCount: 2 });
      expect(shown.cases.map(({ ordinal, caseId }) => [ordinal, caseId])).toEqual(
        cases.map((each, at) => [at + 1, each]),
      );
      await awards.accepted('consolidation.dissolve', { reason: 'Lập lại' }, { actor: awards.office, id });
      expect(await draft(cases)).toMatchObject({ outcome: 'accepted' });
    });

    it('keeps every promise that data can show', async () => {
      await awards.drain();
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', widerContract);
describePostgresDatabase('on PostgreSQL', widerContract);
