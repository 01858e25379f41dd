import { JobExecutor } from '../../src/platform/queue/job-executor';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { Awards } from '../factories/awards';
import { codesOf, named } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const RUNNERS = 20;

function racesContract(database: DatabaseOf): void {
  describe('races', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const times = async <Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> => {
      const made: Value[] = [];
      for (let index = 0; index < count; index += 1) made.push(await make(index));
      return made;
    };
    /** What the winners and the losers were told. */
    const outcomes = (results: readonly CommandResult[]): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const code of results.flatMap(codesOf)) counts[code] = (counts[code] ?? 0) + 1;
      return counts;
    };

    it('lets one of twenty cases have an achievement', async () => {
      const achievementId = named('wanted by twenty');
      const cases = await times(RUNNERS, async () => {
        const dossier = await awards.aDossier();
        const id = await awards.aCase(dossier, { achievementId });
        await awards.accepted('dossier.submit', {}, { actor: awards.officer, id: dossier });
        return id;
      });
      const results = await Promise.all(
        cases.map((id) => awards.send('award.submit', {}, { actor: awards.officer, id })),
      );
      expect(outcomes(results)).toEqual({ accepted: 1, 'AWARD.ACHIEVEMENT_USED': RUNNERS - 1 });
      await awards.drain();
    });

    it('gives a number to one of twenty decisions', async () => {
      const cases = await awards.recommended(RUNNERS);
      const decisions = await times(RUNNERS, (index) => awards.signed([cases[index] ?? '']));
      const number = { number: '77', symbol: 'QĐ-UBND', year: 2024 };
      const results = await Promise.all(
        decisions.map((id) => awards.send('decision.number', number, { actor: awards.office, id })),
      );
      expect(outcomes(results)).toEqual({ accepted: 1, 'DECISION.NUMBER_TAKEN': RUNNERS - 1 });
    });

    it('puts a case on one of twenty decisions', async () => {
      const cases = await awards.recommended(3);
      const results = await Promise.all(
        Array.from({ length: RUNNERS }, (_, index) => {
          // Each in another order, so that they meet in the middle.
          const caseIds = index % 2 === 0 ? cases : [...cases].reverse();
          return awards.send('decision.draft', { authorityUnitId: awards.district, caseIds }, { actor: awards.office });
        }),
      );
      expect(outcomes(results)).toEqual({ accepted: 1, 'DECISION.CASE_HELD': RUNNERS - 1 });
    });

    it('decides each case once when a job is delivered many times at once', async () => {
      const cases = await awards.recommended(5);
      await awards.issued(cases);
      const [job] = await awards.rows<{ id: string; payload: string }>(
        `SELECT id, payload FROM outbox WHERE job = 'decide-cases' AND done_at IS NULL`,
      );
      const { run } = awards.get(JobExecutor);
      const delivery = { id: job?.id ?? '', name: 'decide-cases', payload: JSON.parse(job?.payload ?? '{}') as object };
      await Promise.all(Array.from({ length: 5 }, () => run(delivery)));
      await awards.drain();
      const decided = await awards.rows(
        `SELECT stream_id FROM events WHERE type = 'award.decide' AND stream_id IN (${cases.map(() => '?').join(', ')})`,
        cases,
      );
      expect(decided).toHaveLength(cases.length);
      expect(await awards.broken()).toEqual([]);
    });

    it('leaves no award behind when a decision is revoked while its cases are decided', async () => {
      const cases = await awards.recommended(5);
      const id = await awards.issued(cases);
      const revoke = awards.send('decision.revoke', { reason: 'Ban hành nhầm' }, { actor: awards.authority, id });
      const [result] = await Promise.all([revoke, awards.drain()]);
      expect(result.outcome).toBe('accepted');
      await awards.drain();
      const states = new Set(await Promise.all(cases.map((each) => awards.stateOf(each))));
      expect([...states].every((state) => state === 'revoked' || state === 'recommended')).toBe(true);
      expect(await awards.broken()).toEqual([]);
    });
  });
}

describeSqlite('on SQLite', racesContract);
describePostgresDatabase('on PostgreSQL', racesContract);
