import { CaseBatches } from '../../src/awards/cases/case-batches.service';
import type { Actor } from '../../src/platform/auth/actor';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { instanceIdsOf, type WorkflowEffectsPayload } from '../../src/platform/runner/workflow-effects.payload';
import { Awards } from '../factories/awards';
import { named } from '../factories/awards-words';
import { describeSqlite } from '../support/database';

describeSqlite('a dossier and a decision with more cases than a batch', (database) => {
  let awards: Awards;
  beforeAll(async () => {
    awards = await Awards.open(database());
  });
  afterAll(() => awards.close());

  describe('in batches of two', () => {
    beforeEach(() => jest.replaceProperty(awards.get(CaseBatches), 'size', 2));

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

    it('leave nothing behind for the next batch of a dossier that another one took along', async () => {
      const [one, other] = [await awards.aDossier(), await awards.aDossier()];
      for (const dossier of [one, other]) {
        await awards.aCase(dossier);
        await awards.accepted('dossier.submit', {}, { actor: awards.officer, id: dossier });
      }
      await awards.drain();
      const states = await awards.rows(`SELECT c.state, c.version FROM award_cases c WHERE c.dossier_id IN (?, ?)`, [
        one,
        other,
      ]);
      expect(states).toEqual([
        { state: 'submitted', version: 2 },
        { state: 'submitted', version: 2 },
      ]);
    });
  });

  describe('together', () => {
    const many = (
      type: string,
      actor: Actor,
      each: readonly { readonly id?: string; readonly input?: object }[],
    ): Promise<readonly CommandResult[]> =>
      awards.get(CommandDispatcher).dispatchMany(
        each.map(({ id, input = {} }) => ({
          ...{ actor, type, input, commandId: awards.next('many-') },
          ...(id === undefined ? {} : { instanceId: id }),
        })),
      );

    const draft = async (dossierIds: readonly string[], input: object = {}): Promise<readonly string[]> => {
      const nominations = dossierIds.map((dossierId) => ({ input: { dossierId, ...awards.nomination(input) } }));
      const results = await many('award.draft', awards.officer, nominations);
      return results.map((result) => (result.outcome === 'accepted' ? result.id : JSON.stringify(result)));
    };

    it('are drafted, submitted and received with a message for each batch and one notice for each dossier', async () => {
      const [one, other, third] = [await awards.aDossier(), await awards.aDossier(), await awards.aDossier()];
      const cases = await draft([one, one, one, other, other, third]);
      await awards.damage('DELETE FROM outbox');
      await awards.damage('DELETE FROM notices');
      for (const id of [one, other, third]) await awards.accepted('dossier.submit', {}, { actor: awards.officer, id });
      await awards.drain();
      for (const id of cases) expect(await awards.stateOf(id)).toBe('submitted');
      const messages = await awards.rows<{ payload: string }>(
        "SELECT payload FROM outbox WHERE job = 'tally-campaign' ORDER BY id",
      );
      const told = messages.map(({ payload }) => JSON.parse(payload) as WorkflowEffectsPayload);
      expect(told.flatMap(instanceIdsOf).sort()).toEqual([...cases].sort());
      // The first may be on its way before the others; the second takes the third along.
      expect(told.length).toBeLessThan(3);
      expect(await awards.rows('SELECT COUNT(*) AS count FROM notices')).toEqual(
        await awards.rows('SELECT COUNT(DISTINCT subject_id) AS count FROM notices'),
      );
      await awards.all(awards.office, one, 'dossier.receive', 'dossier.markComplete');
      await awards.drain();
      expect(await awards.stateOf(cases[0] ?? '')).toBe('received');
      expect(await awards.stateOf(cases[4] ?? '')).toBe('submitted');
      expect(await awards.broken()).toEqual([]);
    });

    it('have one achievement once, and say in words why the other stays', async () => {
      const dossier = await awards.aDossier();
      const cases = await draft([dossier, dossier, dossier], { achievementId: named('wanted twice') });
      await awards.accepted('dossier.submit', {}, { actor: awards.officer, id: dossier });
      await awards.drain();
      const states = await Promise.all(cases.map((id) => awards.stateOf(id)));
      expect([...states].sort()).toEqual(['draft', 'draft', 'submitted']);
      const left = cases.filter((_, index) => states[index] === 'draft').map((id) => ({ id }));
      expect(await many('award.submit', awards.officer, left)).toMatchObject(
        left.map(() => ({ outcome: 'refused', reasons: [{ code: 'AWARD.ACHIEVEMENT_USED' }] })),
      );
    });

    it('are refused for the reasons for which one alone is refused', async () => {
      const dossier = await awards.aDossier();
      const wrong = { dossierId: dossier, ...awards.nomination({ subject: { kind: 'person', id: named('nobody') } }) };
      const right = { dossierId: dossier, ...awards.nomination() };
      const results = await many('award.draft', awards.officer, [{ input: right }, { input: wrong }]);
      const alone = await awards.send('award.draft', wrong, { actor: awards.officer });
      expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused']);
      expect(results[1]).toEqual(alone);
    });

    it('are received by the office that they go to, not by that of their own unit', async () => {
      const dossier = await awards.aDossier();
      const cases = await draft([dossier, dossier]);
      await awards.accepted('dossier.submit', {}, { actor: awards.officer, id: dossier });
      await awards.drain();
      const each = cases.map((id) => ({ id }));
      const own = awards.seat('standingOffice', awards.city, awards.district, awards.ward);
      const beside = awards.seat('standingOffice', awards.city, awards.district, awards.otherWard);
      expect((await many('award.receive', own, each)).map(({ outcome }) => outcome)).toEqual([
        'forbidden',
        'forbidden',
      ]);
      await expect(many('award.receive', beside, each)).rejects.toThrow(NotFoundError);
      expect((await many('award.receive', awards.office, each)).map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'accepted',
      ]);
    });
  });
});
