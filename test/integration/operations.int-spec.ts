import { LongJobKinds, LongJobSteps, LongJobs, type LongJobStep } from '../../src/operations';
import { SYSTEM_ACTOR, type Actor } from '../../src/platform/auth/actor';
import { derivedId } from '../../src/platform/ids/derived-id';
import { VerifyService } from '../../src/platform/invariants';
import { UnitOfWork } from '../../src/platform/persistence';
import type { AccessApp, Answer } from '../factories/access-app';
import { codesOf, History } from '../factories/history';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

interface Job {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly error: string | null;
  readonly revision: number;
}

interface Preview {
  readonly count: number;
  readonly acceptedCount: number;
  readonly refusedCount: number;
  readonly refused: readonly { readonly id: string; readonly reasons: readonly { readonly code: string }[] }[];
  readonly token: string;
}

function operationsContract(database: DatabaseOf): void {
  describe('long work', () => {
    let history: History;
    let world: AccessApp;
    /** What a step of the sample does; a test puts its own in. */
    let step: (after: number) => Promise<LongJobStep> = (after) =>
      Promise.resolve({ next: after + 1 < 3 ? String(after + 1) : null, done: 1, counts: { accepted: 1 } });
    const ordinaryStep = step;

    beforeAll(async () => {
      history = await History.open(database());
      world = history.world;
      world.get(LongJobKinds).register({ kind: 'sample', take: ({ progress }) => step(Number(progress ?? 0)) });
    });
    afterAll(() => world.close());
    afterEach(() => {
      step = ordinaryStep;
    });

    const office = () => history.of('standingOffice', 'A');
    const aJob = async (requestedBy: Actor = office().actor): Promise<string> => {
      const id = derivedId('job', world.next(''));
      const [unit] = await world.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [history.wardA]);
      const asked = { id, kind: 'sample', requestedBy: requestedBy.id, unitPath: unit?.path ?? '', total: 3 };
      const request = { ...asked, input: {}, result: `jobs/${id}/rows` };
      await world.get(UnitOfWork).run((tx) => world.get(LongJobs).request(tx, request, world.clock.now()));
      return id;
    };
    const jobOf = (id: string): Promise<Job | undefined> => history.get<Job>(`jobs/${id}`);

    it('is done step by step, each recorded with how far it got', async () => {
      const id = await aJob();
      expect(await jobOf(id)).toMatchObject({ state: 'queued', done: 0, total: 3 });
      const once = (work: Parameters<UnitOfWork['run']>[0]) => world.get(UnitOfWork).run(work);
      await world.get(LongJobSteps).take({ jobId: id, step: 1 }, once);
      expect(await jobOf(id)).toMatchObject({ state: 'running', done: 1, counts: { accepted: 1 } });
      await world.drain();
      expect(await jobOf(id)).toMatchObject({ state: 'done', done: 3, counts: { accepted: 3 } });
    });

    it('records a step once, however many take it at once', async () => {
      const id = await aJob();
      const once = (work: Parameters<UnitOfWork['run']>[0]) => world.get(UnitOfWork).run(work);
      const takes = Array.from({ length: 10 }, () => world.get(LongJobSteps).take({ jobId: id, step: 1 }, once));
      await Promise.all(takes);
      expect(await jobOf(id)).toMatchObject({ done: 1, counts: { accepted: 1 } });
      await world.drain();
      expect(await jobOf(id)).toMatchObject({ state: 'done', done: 3 });
    });

    it('tells its progress as events until it ends, from the one that was seen last', async () => {
      const id = await aJob();
      const headers = { authorization: `Bearer ${office().token}` };
      const url = `/api/v1/jobs/${id}/events`;
      const watching = world.app.inject({ method: 'GET', url, headers });
      await world.drain();
      const { headers: sent, body } = await watching;
      expect(sent['content-type']).toBe('text/event-stream; charset=utf-8');
      expect(body).toMatch(/event: end\ndata: \{.*"state":"done".*\}\n\n$/);
      const last = /id: (\d+)\nevent: end/.exec(body)?.[1] ?? '';
      expect(last).toBe(String((await jobOf(id))?.revision));
      const again = await world.app.inject({ method: 'GET', url, headers: { ...headers, 'last-event-id': last } });
      expect(again.body).toBe('');
    });

    it('is cancelled with what is left, by who asked for it or by the office', async () => {
      const [own, others] = [await aJob(), await aJob(SYSTEM_ACTOR)];
      for (const id of [own, others]) await history.accepted('job.cancel', {}, id);
      await world.drain();
      expect(await jobOf(own)).toMatchObject({ state: 'cancelled', done: 0 });
      expect(codesOf(await history.send('job.cancel', {}, own))).toEqual(['LONG_JOB.OVER']);
      expect(codesOf(await history.send('job.resume', {}, own))).toEqual(['LONG_JOB.NOT_FAILED']);
    });

    it('keeps what a step did that was under way when somebody cancelled', async () => {
      const id = await aJob();
      let recorded = 0;
      step = async () => {
        if ((await jobOf(id))?.state !== 'cancelled') await history.accepted('job.cancel', {}, id);
        const record = (): Promise<void> => Promise.resolve(void (recorded += 1));
        return { next: '1', done: 1, counts: { accepted: 1 }, record };
      };
      const once = (work: Parameters<UnitOfWork['run']>[0]) => world.get(UnitOfWork).run(work);
      const takes = [1, 2, 3].map(() => world.get(LongJobSteps).take({ jobId: id, step: 1 }, once));
      await Promise.allSettled(takes);
      await world.drain();
      expect(await jobOf(id)).toMatchObject({ state: 'cancelled', done: 1, counts: { accepted: 1 } });
      expect(recorded).toBe(1);
    });

    it('is not there for other units, nor for those of the unit who did not ask for it', async () => {
      const id = await aJob();
      for (const { token, actor } of [history.of('standingOffice', 'B'), history.of('unitOfficer', 'A')]) {
        for (const path of [`jobs/${id}`, `jobs/${id}/rows`, `jobs/${id}/events`]) {
          expect((await world.call(token, 'GET', `/api/v1/${path}`)).status).toBe(404);
        }
        expect((await world.call(token, 'GET', '/api/v1/jobs')).text).not.toContain(id);
        await expect(world.send('job.cancel', {}, id, actor)).rejects.toThrow(/not|longJob/i);
      }
      expect((await world.call(office().token, 'GET', '/api/v1/jobs')).text).toContain(id);
      await world.drain();
    });

    it('stops after five failures in a row, says why, and goes on when it is resumed', async () => {
      const id = await aJob();
      const steps = world.get(LongJobSteps);
      const once = (work: Parameters<UnitOfWork['run']>[0]) => world.get(UnitOfWork).run(work);
      step = () => Promise.reject(new Error('the disk is on fire'));
      for (let failure = 1; failure <= 4; failure += 1) {
        await expect(steps.take({ jobId: id, step: 1 }, once)).rejects.toThrow('on fire');
      }
      await steps.take({ jobId: id, step: 1 }, once);
      expect(await jobOf(id)).toMatchObject({ state: 'failed', done: 0, error: 'PLATFORM.FAULT' });
      step = ordinaryStep;
      await history.accepted('job.resume', {}, id);
      await world.drain();
      expect(await jobOf(id)).toMatchObject({ state: 'done', done: 3, error: null });
    });

    it('is found out by verify when it stands still', async () => {
      const only = ['long-jobs-go-on', 'event-chain', 'no-private-text'];
      const id = await aJob();
      expect((await world.get(VerifyService).run({ only })).ok).toBe(true);
      await history.damage('UPDATE long_jobs SET step = step + 1 WHERE id = ?', [id]);
      const { checks } = await world.get(VerifyService).run({ only });
      expect(checks.flatMap(({ violations }) => violations.map(({ subject }) => subject))).toEqual([`job ${id}`]);
      await history.damage('UPDATE long_jobs SET step = step - 1 WHERE id = ?', [id]);
      await world.drain();
    });

    describe('of a bulk command', () => {
      const post = (url: string, body: object, token = office().token): Promise<Answer> =>
        world.call(token, 'POST', `/api/v1/${url}`, body);
      const previewed = async (url: string, body: object): Promise<Preview> => {
        const { status, text } = await post(url, body);
        expect([status, text]).toEqual([200, expect.anything()]);
        return JSON.parse(text) as Preview;
      };
      /** What every command leaves behind. */
      const trace = (): Promise<object[]> =>
        world.rows(
          `SELECT (SELECT COUNT(*) FROM events) AS events, (SELECT COUNT(*) FROM private_texts) AS texts,
             (SELECT COUNT(*) FROM outbox) AS messages, (SELECT COUNT(*) FROM processed_messages) AS answers,
             (SELECT SUM(version) FROM award_cases) AS versions`,
        );
      /** Cases of a dossier of the ward that was received. */
      const someCases = async (
        count: number,
      ): Promise<{ readonly dossierId: string; readonly ids: readonly string[] }> => {
        const officer = history.of('unitOfficer', 'A').actor;
        const head = { unitId: history.wardA, authorityUnitId: history.wardA, number: world.next('TTr-') };
        const dossier = { ...head, datedOn: '2024-11-10', signerTitle: 'Chủ tịch UBND phường' };
        const dossierId = await history.accepted('dossier.draft', dossier, undefined, officer);
        for (const code of ['BAO_CAO', 'BIEN_BAN']) {
          const paper = { title: 'Giấy tờ', code, number: '45/BC', issuer: 'UBND phường', date: '2024-11-10' };
          await history.accepted('dossier.addPaper', paper, dossierId, officer);
        }
        const ids: string[] = [];
        for (let each = 0; each < count; each += 1) {
          const nomination = {
            ...{ dossierId, subject: { kind: 'person', id: await history.aPerson() }, tier: 'GK' },
            ...{ commendation: 'merit', achievementId: derivedId('achievement', world.next('')) },
            ...{ achievedFrom: '2024-01-01', achievedTo: '2024-10-31' },
          };
          ids.push(await history.accepted('award.draft', nomination, undefined, officer));
        }
        await history.accepted('dossier.submit', {}, dossierId, officer);
        for (const type of ['dossier.receive', 'dossier.markComplete']) await history.accepted(type, {}, dossierId);
        await world.drain();
        return { dossierId, ids: ids.sort() };
      };

      it('is previewed without a trace, started with the token of the preview, and tells the fate of each', async () => {
        const { dossierId, ids } = await someCases(4);
        const held = ids[1] ?? '';
        await history.accepted('award.withdraw', {}, held, history.of('unitOfficer', 'A').actor);
        const body = { type: 'award.assign', input: { officerId: derivedId('expert') }, filter: { dossierId } };
        const before = await trace();
        const preview = await previewed('cases/bulk', body);
        expect(preview).toMatchObject({ count: 4, acceptedCount: 3, refusedCount: 1, refused: [{ id: held }] });
        expect(preview.refused[0]?.reasons).toMatchObject([{ code: 'AWARD.NOT_IN_STATE' }]);
        expect(await trace()).toEqual(before);
        const started = await post('cases/bulk', { ...body, token: preview.token });
        expect(started.status).toBe(202);
        const [, job = ''] = String(started.headers.location).split('/api/v1/');
        await world.drain();
        expect(await history.get(job)).toMatchObject({ state: 'done', counts: { accepted: 3, refused: 1 } });
        const rows = await history.get<{ items: readonly object[] }>(`${job}/rows?fate=refused`);
        expect(rows?.items).toMatchObject([{ id: held, fate: 'refused', reasons: [{ code: 'AWARD.NOT_IN_STATE' }] }]);
        const [row] = await world.rows('SELECT state FROM award_cases WHERE id = ?', [ids[0] ?? '']);
        expect(row).toEqual({ state: 'underAppraisal' });
      });

      it('is not started when something has changed since the preview, and passes over what changes after', async () => {
        const { ids } = await someCases(2);
        const body = { type: 'award.hold', input: { reason: 'Đơn thư đang xác minh' }, ids };
        const { token } = await previewed('cases/bulk', body);
        const assign = { officerId: derivedId('expert') };
        await history.accepted('award.assign', assign, ids[0]);
        const stale = await post('cases/bulk', { ...body, token });
        expect([stale.status, JSON.parse(stale.text)]).toMatchObject([409, { code: 'BULK.STALE_PREVIEW' }]);
        const fresh = await previewed('cases/bulk', body);
        const other = await post('cases/bulk', { ...body, input: { reason: 'Khác' }, token: fresh.token });
        expect(other.status).toBe(409);
        const started = await post('cases/bulk', { ...body, token: fresh.token });
        await history.accepted('award.assign', assign, ids[1]);
        await world.drain();
        const [, job = ''] = String(started.headers.location).split('/api/v1/');
        expect(await history.get(job)).toMatchObject({ state: 'done', counts: { accepted: 1, stale: 1 } });
        const jobs = await world.rows('SELECT input FROM long_jobs');
        expect(JSON.stringify(jobs)).not.toContain('Đơn thư');
      });

      it('moves people, and names those that are out of sight', async () => {
        const [one, two] = [await history.aPerson(), await history.aPerson({ unitId: history.wardB })];
        const ids = [one, two];
        const body = { type: 'person.move', input: { unitId: history.wardA }, ids };
        expect(await previewed('people/bulk', body)).toMatchObject({ count: 1, acceptedCount: 0, refusedCount: 2 });
      });

      it.each([
        ['cases', { type: 'award.assign' }, 'BULK.IDS_OR_FILTER'],
        ['cases', { type: 'pledge.accept', filter: { state: 'received' } }, 'BULK.NOT_OF_COLLECTION'],
        ['people', { type: 'person.move', filter: { tier: 'GK' } }, 'BULK.NOT_OF_COLLECTION'],
        ['pledges', { type: 'pledge.accept', filter: { state: 'nowhere' } }, 'BULK.NOTHING'],
      ])('to %s with %j is refused with %s', async (collection, body, code) => {
        const { status, text } = await post(`${collection}/bulk`, body);
        expect([status, JSON.parse(text)]).toMatchObject([409, { code }]);
      });

      it('is for those whose seats allow its commands', async () => {
        const officer = history.of('unitOfficer', 'A');
        const { ids } = await someCases(1);
        const body = { type: 'award.assign', input: { officerId: derivedId('expert') }, ids };
        const { text } = await post('cases/bulk', body, officer.token);
        expect(JSON.parse(text)).toMatchObject({
          acceptedCount: 0,
          refused: [{ reasons: [{ code: 'BULK.FORBIDDEN' }] }],
        });
        expect((await post('people/bulk', body, officer.token)).status).toBe(403);
      });
    });
  });
}

describeSqlite('operations on SQLite', operationsContract);
describePostgresDatabase('operations on PostgreSQL', operationsContract);
