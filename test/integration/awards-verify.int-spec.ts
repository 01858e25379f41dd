import { Awards } from '../factories/awards';
import { named } from '../factories/awards-words';
import { describeSqlite } from '../support/database';

describeSqlite('the checks of dossiers, cases and decisions', (database) => {
  describe('on damaged data', () => {
    let awards: Awards;
    let caseId = '';
    let decisionId = '';
    beforeAll(async () => {
      awards = await Awards.open(database());
      [caseId = ''] = await awards.recommended();
      decisionId = await awards.issued([caseId]);
      await awards.drain();
    });
    afterAll(() => awards.close());

    /** What the checks say while the data is damaged; mended afterwards. */
    const whenBroken = async (damage: string, mend: string, only: string): Promise<readonly string[]> => {
      await awards.damage(damage);
      const broken = await awards.broken(only);
      await awards.damage(mend);
      return broken;
    };

    it('find nothing before', async () => {
      expect(await awards.broken()).toEqual([]);
    });

    it('find an award that has lost its achievement, and an achievement that nobody has', async () => {
      const lost = `UPDATE achievement_uses SET case_id = '${named('gone')}' WHERE case_id = '${caseId}'`;
      const found = `UPDATE achievement_uses SET case_id = '${caseId}' WHERE case_id = '${named('gone')}'`;
      expect(await whenBroken(lost, found, 'achievements-used-once')).toEqual([
        expect.stringContaining('is decided without having its achievement'),
        expect.stringContaining('which does not exist'),
      ]);
    });

    it('find an award without its decision, and a decision without its award', async () => {
      const check = 'decided-cases-have-decisions';
      const setState = (state: string): string => `UPDATE decisions SET state = '${state}' WHERE id = '${decisionId}'`;
      expect(await whenBroken(setState('signed'), setState('issued'), check)).toEqual([
        expect.stringContaining('is decided without a decision in force'),
      ]);
      const setDecision = (id: string): string => `UPDATE award_cases SET decision_id = ${id} WHERE id = '${caseId}'`;
      expect(await whenBroken(setDecision('NULL'), setDecision(`'${decisionId}'`), check)).toEqual([
        expect.stringContaining('is decided without a decision in force'),
        expect.stringContaining('no conflict says why'),
      ]);
    });

    it('find a number that is not in the ledger, and a case that is not held', async () => {
      const check = 'decision-ledgers';
      const renumber = (from: string, to: string): string =>
        `UPDATE decision_numbers SET number = '${to}' WHERE number = '${from}'`;
      const [used] = await awards.rows<{ number: string }>('SELECT number FROM decision_numbers');
      const number = used?.number ?? '';
      expect(await whenBroken(renumber(number, '999'), renumber('999', number), check)).toEqual([
        expect.stringContaining(`has the number ${number}, the ledger another one`),
      ]);
      const drop = `DELETE FROM decision_holds WHERE case_id = '${caseId}'`;
      const put = `INSERT INTO decision_holds (case_id, decision_id) VALUES ('${caseId}', '${decisionId}')`;
      expect(await whenBroken(drop, put, check)).toEqual([expect.stringContaining('with 1 cases and holds 0')]);
    });

    it('find a column that says another thing than the snapshot', async () => {
      const check = 'award-columns-equal-snapshots';
      const pay = (amount: string): string => `UPDATE award_cases SET amount = '${amount}' WHERE id = '${caseId}'`;
      expect(await whenBroken(pay('710001'), pay('710000'), check)).toEqual([expect.stringContaining('column amount')]);
      const count = (cases: number): string => `UPDATE decisions SET case_count = ${cases} WHERE id = '${decisionId}'`;
      expect(await whenBroken(count(2), count(1), check)).toEqual([expect.stringContaining('column case_count')]);
    });

    it('find nothing after', async () => {
      expect(await awards.broken()).toEqual([]);
    });
  });
});
