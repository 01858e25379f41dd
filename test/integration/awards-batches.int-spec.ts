import { CaseBatches } from '../../src/awards/cases/case-batches.service';
import { Awards } from '../factories/awards';
import { describeSqlite } from '../support/database';

describeSqlite('a dossier and a decision with more cases than a batch', (database) => {
  describe('in batches of two', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    beforeEach(() => jest.replaceProperty(awards.get(CaseBatches), 'size', 2));
    afterAll(() => awards.close());

    const jobs = (...names: readonly string[]): Promise<unknown> =>
      awards.rows(
        `SELECT job, COUNT(*) AS count FROM outbox WHERE job IN (${names.map(() => '?').join(', ')})
         GROUP BY job ORDER BY job`,
        names,
      );

    // Five cases are two batches and a half; four are two and an empty one, which nobody could foresee.
    it.each([
      [5, 3],
      [4, 3],
    ])('take %i cases along and decide and revoke each once', async (count, batches) => {
      await awards.damage('DELETE FROM outbox');
      const cases = await awards.recommended(count);
      expect(await jobs('receive-cases', 'submit-cases')).toEqual([
        { job: 'receive-cases', count: expect.any(Number) },
        { job: 'submit-cases', count: batches },
      ]);
      const id = await awards.issued(cases);
      await awards.drain();
      const states = (): Promise<unknown> =>
        awards.rows(
          `SELECT state, version, COUNT(*) AS count FROM award_cases WHERE decision_id = ? GROUP BY state, version`,
          [id],
        );
      expect(await states()).toEqual([{ state: 'decided', version: 7, count }]);
      await awards.accepted('decision.revoke', { reason: 'Ban hành nhầm' }, { actor: awards.authority, id });
      await awards.drain();
      expect(await states()).toEqual([{ state: 'revoked', version: 8, count }]);
      expect(await jobs('decide-cases', 'revoke-cases')).toEqual([
        { job: 'decide-cases', count: batches },
        { job: 'revoke-cases', count: batches },
      ]);
      expect(await awards.broken('award-columns-equal-snapshots', 'decided-cases-have-decisions')).toEqual([]);
    });
  });
});
