import { CaseEligibilityQueries } from '../../src/awards/cases/case-eligibility.queries';
import { CaseFacts } from '../../src/awards/cases/case-facts';
import { CasesQueries } from '../../src/awards/cases/cases.queries';
import { DossiersQueries } from '../../src/awards/dossiers/dossiers.queries';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { ReadDatabase, type RowReader } from '../../src/platform/persistence';
import type { FactQuestion } from '../../src/platform/runner/feature-workflow';
import { loadWorkflowRows } from '../../src/platform/runner/workflow-row';
import { Awards } from '../factories/awards';
import { codesOf, named } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const FROM = { completeFrom: '2020-01-01' };

function eligibilityContract(database: DatabaseOf): void {
  describe('the rules and a case', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const rated = async (rating: string): Promise<string> => {
      const id = await awards.aPerson();
      const about = { subjectKind: 'person', subjectId: id, period: 'calendarYear', year: 2023 };
      await awards.accepted('rating.record', { ...about, rating, ratedBy: 'UBND phường' });
      return id;
    };
    /** A case for LDTT of 2023 of somebody who was rated so, under appraisal. */
    const underAppraisal = async (...ratings: readonly string[]): Promise<readonly string[]> => {
      const dossier = await awards.aDossier();
      const cases: string[] = [];
      for (const rating of ratings) {
        const subject = { kind: 'person', id: await rated(rating) };
        const period = { achievedFrom: '2023-01-01', achievedTo: '2023-12-31' };
        cases.push(await awards.aCase(dossier, { tier: 'LDTT', subject, ...period }));
      }
      await awards.complete(dossier);
      for (const id of cases) {
        await awards.accepted('award.assign', { officerId: named('expert') }, { actor: awards.office, id });
      }
      return cases;
    };
    const appraise = (id: string, input: object, comment?: string) =>
      awards.send('award.appraise', input, { actor: awards.office, id, ...(comment ? { comment } : {}) });
    const seenBy = (role: 'unitOfficer' | 'standingOffice', id: string) => {
      const path =
        role === 'unitOfficer' ? [awards.city, awards.district, awards.ward] : [awards.city, awards.district];
      return awards.get(CaseEligibilityQueries).of(awards.seat(role, ...path), id, {});
    };

    it('count what the officer found of conditions that no register proves', async () => {
      const [id = ''] = await underAppraisal('completed');
      const conditions = [{ condition: 'productiveWork', finding: 'notMet' }];
      expect((await appraise(id, { finding: 'notMet', eligible: false, conditions, ...FROM })).outcome).toBe(
        'accepted',
      );
      expect((await seenBy('standingOffice', id)).appraisal?.computed).toMatchObject({ finding: 'notMet' });
      const met = { finding: 'met', eligible: true };
      // Without what the officer had stated nobody has said that the other way to the title is closed.
      expect((await appraise(id, met)).outcome).toBe('accepted');
      const { appraisal } = await awards.get(CaseEligibilityQueries).of(SYSTEM_ACTOR, id, {});
      expect(appraisal).toMatchObject({ finding: 'met', computed: { finding: 'notProven', regime: 'R2' } });
      expect(appraisal?.computed?.open).toContainEqual({
        ...{ condition: 'ratedAtLeast', finding: 'notMet' },
        citation: { text: 'Luật 06/2022/QH15, Điều 24 khoản 1', status: 'verified' },
      });
    });

    it('refuse a finding against what is not met, with its citation, unless the officer says why', async () => {
      const [id = ''] = await underAppraisal('good');
      const [{ subjectId }] = (await awards.rows('SELECT subject_id AS "subjectId" FROM award_cases WHERE id = ?', [
        id,
      ])) as [{ subjectId: string }];
      const award = { subjectKind: 'person', subjectId, tier: 'LDTT' };
      const period = { achievedFrom: '2023-01-01', achievedTo: '2023-12-31' };
      const head = { number: awards.next('9'), symbol: 'QĐ-UBND', issuer: 'UBND quận', issuedOn: '2024-01-10' };
      await awards.accepted('decisionRecord.enter', { ...head, awards: [{ ...award, ...period }] });
      const refused = await appraise(id, { finding: 'met', eligible: true });
      expect(refused).toMatchObject({
        reasons: [
          {
            code: 'AWARD.FINDING_DIFFERS_FROM_RULES',
            citation: { text: 'Nghị định 98/2023/NĐ-CP, Điều 30 khoản 9', status: 'secondary' },
          },
        ],
      });
      const why = 'Quyết định trước ghi nhầm năm';
      expect((await appraise(id, { finding: 'met', eligible: true }, why)).outcome).toBe('accepted');
      expect((await seenBy('standingOffice', id)).appraisal).toMatchObject({
        ...{ finding: 'met', eligible: true },
        computed: { finding: 'notMet', open: expect.arrayContaining([expect.objectContaining({ finding: 'notMet' })]) },
      });
      expect(await awards.rows('SELECT body FROM events WHERE body LIKE ?', [`%${why}%`])).toEqual([]);
    });

    it('leave no trace of what the rules said where everybody reads the case', async () => {
      const [id = ''] = await underAppraisal('good');
      await awards.accepted('award.appraise', { finding: 'met', eligible: true }, { actor: awards.office, id });
      expect((await awards.get(CasesQueries).one(SYSTEM_SCOPE, id)).appraisal).not.toHaveProperty('computed');
      expect((await seenBy('standingOffice', id)).appraisal).toHaveProperty('computed');
      const byUnit = await seenBy('unitOfficer', id);
      expect(byUnit).toMatchObject({ isDisciplineSeen: false, rulebook: { regime: 'R2' }, answer: { tier: 'LDTT' } });
      expect(byUnit.appraisal).not.toHaveProperty('computed');
      const stranger = awards.seat('unitOfficer', awards.city, awards.district, awards.otherWard);
      // Evidence is not for every seat that covers the case: a member of the council reads the case alone.
      const member = awards.seat('councilMember', awards.city, awards.district);
      for (const other of [stranger, member]) {
        await expect(awards.get(CaseEligibilityQueries).of(other, id, {})).rejects.toThrow(NotFoundError);
      }
    });

    it('are asked about many cases with as many statements as about two', async () => {
      const cases = await underAppraisal(...Array.from({ length: 8 }, () => 'good'));
      const counted = async (ids: readonly string[]): Promise<number> => {
        let statements = 0;
        const reads = awards.get(ReadDatabase);
        const rows: RowReader = {
          dialect: reads.dialect,
          rows: (sql, params) => {
            statements += 1;
            return reads.rows(sql, params);
          },
        };
        const stored = await loadWorkflowRows(rows, 'award_cases', ids);
        statements = 0;
        const questions = stored.map((row): FactQuestion => {
          const input = { finding: 'met', eligible: true };
          return {
            type: 'award.appraise',
            instanceId: row.id,
            input,
            actor: awards.office,
            at: awards.clock.now(),
            row,
          };
        });
        const facts = await awards.get(CaseFacts).ofMany(rows, questions);
        expect([...facts.values()].map(({ rulesFinding }) => rulesFinding?.regime)).toEqual(ids.map(() => 'R2'));
        return statements;
      };
      expect(await counted(cases)).toBe(await counted(cases.slice(0, 2)));
    });

    it('show a dossier what its checklist asks for, and find it complete only with all of it', async () => {
      const dossier = await awards.aDossier({}, ['BAO_CAO']);
      await awards.aCase(dossier);
      await awards.all(awards.officer, dossier, 'dossier.submit');
      await awards.all(awards.office, dossier, 'dossier.receive');
      const complete = await awards.send('dossier.markComplete', {}, { actor: awards.office, id: dossier });
      expect(codesOf(complete)).toEqual(['DOSSIER.CHECKLIST_INCOMPLETE']);
      const shown = await awards.get(DossiersQueries).one(SYSTEM_SCOPE, dossier);
      expect(shown.warnings).toEqual([]);
      expect(shown.checklist.map(({ code, isThere }) => [code, isThere])).toEqual([
        ...[['TO_TRINH', true] as const, ['BAO_CAO', true] as const],
        ...[['BIEN_BAN', false] as const, ['CHUNG_NHAN', false] as const],
      ]);
    });
  });
}

describeSqlite('on SQLite', eligibilityContract);
describePostgresDatabase('on PostgreSQL', eligibilityContract);
