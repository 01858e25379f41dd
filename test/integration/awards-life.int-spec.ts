import { DataSource } from 'typeorm';
import { FreezesQueries } from '../../src/awards/freezes/freezes.queries';
import { AwardCaseWorkflow } from '../../src/awards/cases/award-case.workflow';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { CommandAvailability } from '../../src/platform/runner/command-availability';
import { Awards } from '../factories/awards';
import { codesOf, named, TODAY } from '../factories/awards-words';
import { schemaDrift } from '../migrations/schema-drift';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const REASON = { reason: 'Thiếu hồ sơ' };
const WON = { votesFor: 9, base: 10, needed: 6 };

function lifeContract(database: DatabaseOf): void {
  describe('the life of a case', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    it('has the tables that the entities say', async () => {
      expect(await schemaDrift(awards.app.get(DataSource))).toEqual([]);
    });

    it('leads from the dossier to the award, without a council', async () => {
      const [id = ''] = await awards.recommended();
      const decisionId = await awards.issued([id]);
      await awards.drain();
      expect(await awards.stateOf(id)).toBe('decided');
      await awards.accepted('award.present', { presentedOn: TODAY }, { actor: awards.office, id });
      await awards.accepted('award.pay', { paidOn: TODAY }, { actor: awards.office, id });
      const columns = 'state, tier, family, decision_id, decided_on, presented_on, paid_on, amount';
      // 0.3 of the base salary of 2,340,000 đồng is 702,000, rounded up to the next 10,000.
      expect(await awards.rows(`SELECT ${columns} FROM award_cases WHERE id = ?`, [id])).toEqual([
        {
          state: 'presented',
          tier: 'LDTT',
          family: 'state',
          decision_id: decisionId,
          decided_on: TODAY,
          presented_on: TODAY,
          paid_on: TODAY,
          amount: '710000',
        },
      ]);
    });

    it('leads through the council where the tier asks for one', async () => {
      const id = await awards.listed();
      expect(codesOf(await awards.review('recommend', id, WON))).toEqual(['AWARD.NOT_IN_STATE']);
      expect(await awards.review('startReview', id)).toMatchObject({ outcome: 'accepted', state: 'inReview' });
      const lost = await awards.review('recommend', id, { ...WON, votesFor: 5 });
      expect(codesOf(lost)).toEqual(['AWARD.VOTES_TOO_FEW']);
      const elsewhere = await awards.review('recommend', id, { ...WON, itemId: named('another item') });
      expect(codesOf(elsewhere)).toEqual(['AWARD.OTHER_REVIEW']);
      expect(await awards.review('recommend', id, WON)).toMatchObject({ state: 'recommended' });
      await awards.issued([id]);
      await awards.drain();
      expect(await awards.stateOf(id)).toBe('decided');
    });

    it('is put in review by the review round alone: nobody names a sitting that does not have it', async () => {
      const id = await awards.listed();
      const place = { reviewId: named('no review'), itemId: named('no item') };
      expect(await awards.send('award.startReview', place, { actor: awards.office, id })).toEqual({
        outcome: 'forbidden',
        permissions: ['system'],
      });
      expect(await awards.stateOf(id)).toBe('listed');
    });

    it('frees the achievement when the council declines, and takes it again when the case is reopened', async () => {
      const achievementId = named('declined once');
      const id = await awards.listed({ achievementId });
      await awards.review('startReview', id);
      await awards.review('decline', id, { ...WON, votesFor: 5 });
      expect(await awards.rows('SELECT case_id FROM achievement_uses WHERE case_id = ?', [id])).toEqual([]);
      const other = await awards.listed({ achievementId });
      const reopen = await awards.send('award.reopen', REASON, { actor: awards.office, id });
      expect(reopen).toMatchObject({
        reasons: [{ code: 'AWARD.ACHIEVEMENT_USED', citation: { text: expect.stringContaining('Điều 5') } }],
      });
      await awards.all(awards.officer, other, 'award.withdraw');
      await awards.accepted('award.reopen', REASON, { actor: awards.office, id });
      expect(await awards.stateOf(id)).toBe('underAppraisal');
    });

    it('sends up what a higher level decides, and records the answer', async () => {
      const id = await awards.listed({ tier: 'BK_TINH' });
      await awards.review('startReview', id);
      await awards.review('recommend', id, WON);
      const draft = { authorityUnitId: awards.district, caseIds: [id] };
      const decision = await awards.accepted('decision.draft', draft, { actor: awards.office });
      const sent = await awards.send('decision.sendForSignature', {}, { actor: awards.office, id: decision });
      expect(sent).toMatchObject({ reasons: [{ code: 'DECISION.BEYOND_AUTHORITY', citation: expect.anything() }] });
      await awards.all(awards.authority, id, 'award.sendUp');
      const answer = { issuer: 'Chủ tịch UBND thành phố', number: '125/QĐ-UBND', date: TODAY, signer: 'Người Ký' };
      const grant = { ...answer, amount: '3510000' };
      await awards.accepted('award.recordGrantedAbove', grant, { actor: awards.office, id });
      expect(await awards.rows('SELECT state, decided_on, amount FROM award_cases WHERE id = ?', [id])).toEqual([
        { state: 'grantedAbove', decided_on: TODAY, amount: '3510000' },
      ]);
      expect(await awards.rows('SELECT body FROM events WHERE body LIKE ?', ['%Người Ký%'])).toEqual([]);
    });

    it('stops while something about the subject is pending', async () => {
      const subjectId = await awards.aPerson();
      const id = await awards.listed({ subject: { kind: 'person', id: subjectId } });
      const pending = { subjectKind: 'person', subjectId, startsOn: TODAY, reason: 'Đang xác minh đơn tố cáo' };
      const keeper = { actor: awards.office };
      const backwards = await awards.send('subject.freeze', { ...pending, endsOn: '2024-11-01' }, keeper);
      expect(codesOf(backwards)).toEqual(['FREEZE.ENDS_BEFORE_START']);
      const freeze = await awards.accepted('subject.freeze', pending, keeper);
      expect(await awards.review('startReview', id)).toMatchObject({
        // Decree 152/2025 did not exist in 2024: what held then was not seen, and the refusal says so.
        reasons: [
          { code: 'AWARD.FROZEN', citation: { text: expect.stringContaining('98/2023'), status: 'unverified' } },
        ],
      });
      await awards.accepted('award.hold', REASON, { actor: awards.office, id });
      expect(codesOf(await awards.send('award.release', {}, { actor: awards.office, id }))).toEqual(['AWARD.FROZEN']);
      await awards.accepted('subject.unfreeze', {}, { ...keeper, id: freeze });
      expect(codesOf(await awards.send('subject.unfreeze', {}, { ...keeper, id: freeze }))).toEqual([
        'FREEZE.ALREADY_LIFTED',
      ]);
      await awards.all(awards.office, id, 'award.release');
      expect(await awards.stateOf(id)).toBe('listed');
    });

    it.each(['stays', 'goes'])(
      'stops as well for what is pending about the row of the same person that %s',
      async (which) => {
        const [nominated, other] = [await awards.aPerson(), await awards.aPerson()];
        const id = await awards.listed({ subject: { kind: 'person', id: nominated } });
        const keeper = { actor: awards.office };
        const [from, into] = which === 'stays' ? [nominated, other] : [other, nominated];
        const pending = { subjectKind: 'person', startsOn: TODAY, reason: 'Đang xác minh đơn tố cáo' };
        await awards.accepted('subject.freeze', { ...pending, subjectId: other }, keeper);
        await awards.accepted('person.merge', { intoId: into }, { ...keeper, id: from });
        expect(codesOf(await awards.review('startReview', id))).toEqual(['AWARD.FROZEN']);
        const about = { subjectId: nominated, limit: 10 };
        const { items } = await awards.app.get(FreezesQueries).list(SYSTEM_SCOPE, about);
        expect(items).toMatchObject([{ subjectId: other }]);
      },
    );

    it('refuses a nomination that the rules do not know, with every reason', async () => {
      const dossierId = await awards.aDossier();
      const draft = async (input: object): Promise<readonly string[]> =>
        codesOf(
          await awards.send('award.draft', { dossierId, ...awards.nomination(input) }, { actor: awards.officer }),
        );
      const wrong = { tier: 'NO_SUCH', subject: { kind: 'person', id: named('nobody') }, achievedTo: '2023-01-01' };
      expect(await draft(wrong)).toEqual([
        'AWARD.NO_SUCH_SUBJECT',
        'AWARD.TIER_UNKNOWN',
        'AWARD.ACHIEVEMENT_PERIOD_OUT_OF_ORDER',
      ]);
      expect(await draft({ tier: 'GK_DANG' })).toEqual(['AWARD.TIER_UNKNOWN']);
      expect(await draft({ tier: 'TTLDTT' })).toEqual(['AWARD.TIER_NOT_FOR_SUBJECT']);
      expect(await awards.rows('SELECT id FROM award_cases WHERE dossier_id = ?', [dossierId])).toEqual([]);
    });

    it('steps down to a lower tier and is appraised anew', async () => {
      const id = await awards.listed({ tier: 'CSTDCS' });
      const retier = (tier: string): Promise<unknown> =>
        awards.send('award.retier', { tier }, { actor: awards.office, id });
      expect(await retier('CSTDCS')).toMatchObject({ reasons: [{ code: 'AWARD.TIER_UNCHANGED' }] });
      expect(await retier('TTLDTT')).toMatchObject({ reasons: [{ code: 'AWARD.TIER_NOT_LOWER' }] });
      expect(await retier('LDTT')).toMatchObject({ outcome: 'accepted', state: 'underAppraisal' });
      expect(codesOf(await awards.send('award.list', {}, { actor: awards.office, id }))).toEqual([
        'AWARD.NO_COUNCIL_NEEDED',
        'AWARD.NOT_FOUND_ELIGIBLE',
      ]);
    });

    it('says what each seat can do now, and why not', async () => {
      const id = await awards.aCase(await awards.aDossier());
      const availability = awards.get(CommandAvailability);
      const workflow = awards.get(AwardCaseWorkflow);
      const { items } = await availability.of(workflow, awards.officer, id);
      const submit = items.find(({ type }) => type === 'award.submit');
      expect(submit).toMatchObject({ isPermitted: true, isPossible: true, reasons: [] });
      const seen = await availability.of(workflow, awards.office, id);
      expect(seen.items.every(({ isPermitted }) => !isPermitted)).toBe(true);
      const stranger = awards.seat('unitOfficer', awards.city, awards.district, awards.otherWard);
      await expect(availability.of(workflow, stranger, id)).rejects.toMatchObject({ code: 'PLATFORM.NOT_FOUND' });
    });

    it('lets nobody act beyond their seat', async () => {
      const dossierId = await awards.aDossier();
      const id = await awards.aCase(dossierId);
      const stranger = awards.seat('unitOfficer', awards.city, awards.district, awards.otherWard);
      for (const [type, target] of [
        ['award.withdraw', id],
        ['dossier.submit', dossierId],
      ] as const) {
        await expect(awards.send(type, {}, { actor: stranger, id: target })).rejects.toMatchObject({
          code: 'PLATFORM.NOT_FOUND',
        });
      }
      expect(codesOf(await awards.send('award.withdraw', {}, { actor: awards.office, id }))).toEqual(['forbidden']);
      const decide = { decisionId: named('decision'), decidedOn: TODAY, amount: null };
      expect(await awards.stateOf(id)).toBe('draft');
      const [ready = ''] = await awards.recommended();
      expect(codesOf(await awards.send('award.decide', decide, { actor: awards.authority, id: ready }))).toEqual([
        'forbidden',
      ]);
      expect(codesOf(await awards.send('award.decide', decide, { id: ready }))).toEqual([
        'AWARD.DECISION_NOT_IN_FORCE',
      ]);
    });

    it('keeps every promise that data can show', async () => {
      await awards.drain();
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', lifeContract);
describePostgresDatabase('on PostgreSQL', lifeContract);
