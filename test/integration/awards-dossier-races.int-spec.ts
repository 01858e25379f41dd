import { AsyncResource } from 'node:async_hooks';
import { CaseBatches } from '../../src/awards/cases/case-batches.service';
import { CaseConditions } from '../../src/awards/cases/case-conditions';
import { ReadDatabase } from '../../src/platform/persistence';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import type { CommandRequest } from '../../src/platform/runner/command-request';
import { Awards } from '../factories/awards';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { untilSomebodyWaitsForALock } from '../support/lock-waits';

function dossierRacesContract(database: DatabaseOf): void {
  describe('a dossier and its cases', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());

    const aDossierWith = async (count: number): Promise<{ dossier: string; cases: readonly string[] }> => {
      const dossier = await awards.aDossier();
      const cases: string[] = [];
      for (let each = 0; each < count; each += 1) cases.push(await awards.aCase(dossier));
      return { dossier, cases };
    };
    const statesIn = async (dossier: string): Promise<readonly string[]> => {
      const rows = await awards.rows<{ state: string }>('SELECT state FROM award_cases WHERE dossier_id = ?', [
        dossier,
      ]);
      return [...new Set(rows.map(({ state }) => state))];
    };
    /** Has something done when the first case of the next batch is through. */
    const afterTheFirstCase = (door: 'together' | 'oneByOne', interrupt: () => Promise<void>): void => {
      const batches = awards.get(CaseBatches);
      const send = batches[door].bind(batches);
      jest.spyOn(batches, door).mockImplementationOnce(async ([first, ...others]: readonly CommandRequest[]) => {
        const before = first ? await send([first]) : [];
        await interrupt();
        return [...before, ...(await send(others))];
      });
    };

    /** What a second worker does meanwhile: the jobs of this name that nobody has taken yet. */
    const workOff = async (name: string): Promise<void> => {
      const jobs = await awards.rows<{ id: string; payload: string }>(
        'SELECT id, payload FROM outbox WHERE job = ? AND dispatched_at IS NULL',
        [name],
      );
      expect(jobs).toHaveLength(1);
      for (const { id, payload } of jobs) {
        await awards.get(JobExecutor).run({ id, name, payload: JSON.parse(payload) as object });
      }
    };

    it('sends every case on its way that was drafted while the dossier was submitted', async () => {
      const { dossier } = await aDossierWith(1);
      const drafts = Array.from({ length: 20 }, () =>
        awards.send('award.draft', { dossierId: dossier, ...awards.nomination() }, { actor: awards.officer }),
      );
      const submitted = awards.send('dossier.submit', {}, { actor: awards.officer, id: dossier });
      const results = await Promise.all(drafts);
      expect((await submitted).outcome).toBe('accepted');
      await awards.drain();
      expect(await statesIn(dossier)).toEqual(['submitted']);
      const count = results.filter(({ outcome }) => outcome === 'accepted').length + 1;
      expect(await awards.rows('SELECT id FROM award_cases WHERE dossier_id = ?', [dossier])).toHaveLength(count);
    });

    it('receives all cases of a dossier that is received while they are being submitted', async () => {
      const { dossier } = await aDossierWith(3);
      await awards.all(awards.officer, dossier, 'dossier.submit');
      afterTheFirstCase('together', async () => {
        await awards.all(awards.office, dossier, 'dossier.receive');
        await workOff('receive-cases');
      });
      await awards.drain();
      expect(await statesIn(dossier)).toEqual(['received']);
    });

    it('submits all cases of a dossier that is submitted again while they are being returned', async () => {
      const { dossier } = await aDossierWith(3);
      await awards.all(awards.officer, dossier, 'dossier.submit');
      await awards.drain();
      await awards.accepted('dossier.return', { reason: 'Thiếu biên bản' }, { actor: awards.office, id: dossier });
      afterTheFirstCase('oneByOne', async () => {
        await awards.all(awards.officer, dossier, 'dossier.submit');
        await workOff('submit-cases');
      });
      await awards.drain();
      expect(await statesIn(dossier)).toEqual(['submitted']);
    });

    it('lets no case slip into a dossier behind the back of its submission', async () => {
      const { dossier } = await aDossierWith(1);
      // Outside the unit of work that is interrupted: a second worker.
      const submit = AsyncResource.bind(async () => {
        await awards.all(awards.officer, dossier, 'dossier.submit');
        await workOff('submit-cases');
      });
      let submitted: Promise<void> | undefined;
      const conditions = awards.get(CaseConditions);
      const refusalsOf = conditions.refusalsOf.bind(conditions);
      jest.spyOn(conditions, 'refusalsOf').mockImplementationOnce(async (tx, change) => {
        const reasons = await refusalsOf(tx, change);
        submitted = submit();
        await Promise.race([submitted, untilSomebodyWaitsForALock(awards.get(ReadDatabase))]);
        return reasons;
      });
      await awards.aCase(dossier);
      await submitted;
      await awards.drain();
      expect(await statesIn(dossier)).toEqual(['submitted']);
    });

    it('takes twenty papers at once', async () => {
      const { dossier } = await aDossierWith(0);
      const paper = { title: 'Phụ lục', number: '46/BC-UBND', issuer: 'UBND phường', date: '2024-11-01' };
      const results = await Promise.all(
        Array.from({ length: 20 }, () =>
          awards.send('dossier.addPaper', paper, { actor: awards.officer, id: dossier }),
        ),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'accepted'));
    });
  });
}

describeSqlite('on SQLite', dossierRacesContract);
describePostgresDatabase('on PostgreSQL', dossierRacesContract);
