import { SubjectCaseDirectory } from '../../src/awards';
import { EvidenceDirectory } from '../../src/eligibility';
import { ReadDatabase } from '../../src/platform/persistence';
import { Awards } from '../factories/awards';
import { TODAY } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

function casesContract(database: DatabaseOf): void {
  describe('what the history of a subject has from its cases', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    it('are the awards that stand, the cases on their way, and what is pending', async () => {
      const [person, other] = [await awards.aPerson(), await awards.aPerson()];
      const subjects = [
        { kind: 'person', id: person },
        { kind: 'person', id: other },
      ] as const;
      const [decided = ''] = await awards.recommended(1, { subject: subjects[0] });
      const [onItsWay = ''] = await awards.recommended(1, { subject: subjects[1] });
      await awards.issued([decided]);
      await awards.drain();
      const freeze = { subjectKind: 'person', subjectId: other, startsOn: TODAY, reason: 'Đơn thư đang xác minh' };
      const freezeId = await awards.accepted('subject.freeze', freeze);
      const reads = awards.get(ReadDatabase);
      const cases = awards.get(SubjectCaseDirectory);
      expect(await cases.awardsOf(reads, subjects)).toMatchObject([
        {
          ...{ id: decided, subject: subjects[0], tier: 'LDTT', family: 'state', decidedOn: TODAY, amount: '710000' },
          ...{ achievedFrom: '2024-01-01', achievedTo: '2024-10-31', decision: expect.stringContaining('/QĐ-UBND') },
        },
      ]);
      const question = { subject: subjects[0], showsDiscipline: true, completeFrom: null };
      expect((await awards.get(EvidenceDirectory).of(reads, question)).awards).toMatchObject([
        {
          ...{ tier: 'LDTT', commendation: 'merit', achievementId: expect.any(String), decidedOn: TODAY },
          source: { kind: 'case', id: decided, label: expect.stringContaining('/QĐ-UBND') },
        },
      ]);
      expect(await cases.openCasesOf(reads, subjects)).toEqual([{ subject: subjects[1], caseId: onItsWay }]);
      expect(await cases.freezesOf(reads, subjects)).toEqual([
        { subject: subjects[1], freeze: { id: freezeId, from: TODAY, until: null, isLifted: false } },
      ]);
      expect(await cases.caseOf(reads, decided)).toMatchObject({ subject: subjects[0] });
      expect(await cases.caseOf(reads, person)).toBeUndefined();
    });
  });
}

describeSqlite('cases in history on SQLite', casesContract);
describePostgresDatabase('cases in history on PostgreSQL', casesContract);
