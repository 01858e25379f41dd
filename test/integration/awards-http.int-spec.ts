import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { VirtualClock } from '../../src/platform/clock';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { JobExecutor } from '../../src/platform/queue/job-executor';
import { JobQueue } from '../../src/platform/queue/job-queue.port';
import { OutboxRelay } from '../../src/platform/relay/outbox-relay';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { TokensService } from '../../src/users';
import { named, START, TODAY } from '../factories/awards-words';
import { awardsImports } from '../factories/awards-modules';
import { describeSqlite } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown> & { readonly items?: readonly Record<string, unknown>[] };
}

const LONG_AGO = '2020-01-01';

describeSqlite('dossiers, cases and decisions over HTTP', (database) => {
  describe('the routes', () => {
    const directory = useTemporaryDirectory();
    let app: NestFastifyApplication;
    let [unitId, subjectId] = ['', ''];
    const tokens: Record<string, string> = {};
    let count = 0;

    const system = async (type: string, input: object, id?: string): Promise<string> => {
      const request = { actor: SYSTEM_ACTOR, commandId: `system-${(count += 1)}`, type, input };
      const dispatcher = app.get(CommandDispatcher, { strict: false });
      const result = await dispatcher.dispatch({ ...request, ...(id ? { instanceId: id } : {}) });
      if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
      return result.id;
    };
    const call = async (who: string, path: string, payload?: object): Promise<Answer> => {
      const response = await app.inject({
        method: payload ? 'POST' : 'GET',
        url: `/api/v1/${path}`,
        headers: { authorization: `Bearer ${tokens[who] ?? ''}` },
        ...(payload ? { payload } : {}),
      });
      return { status: response.statusCode, headers: response.headers, body: response.json() };
    };
    const user = async (role: string): Promise<void> => {
      const userId = await system('user.add', { login: role.toLowerCase() });
      await system('user.giveSeat', { role, unitId, validFrom: LONG_AGO }, userId);
      const tokensService = app.get(TokensService, { strict: false });
      const issued = await tokensService.issue({ actor: SYSTEM_ACTOR, commandId: `token-${role}`, userId });
      tokens[role] = issued.token ?? '';
    };

    beforeAll(async () => {
      @Module({ imports: awardsImports(database(), new VirtualClock(START), directory()) })
      class Root {}
      const config = { http: { host: '127.0.0.1', port: 0, bodyLimitBytes: 1_000_000 }, shutdownTimeoutMs: 5_000 };
      app = await createHttpApp(Root, config, new JsonLogger('silent'));
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      await app.get(JobQueue, { strict: false }).start(app.get(JobExecutor, { strict: false }).run);
      unitId = await system('unit.add', {
        code: 'Q',
        name: 'Quận',
        kind: 'district',
        level: 'district',
        validFrom: LONG_AGO,
      });
      subjectId = await system('person.add', { name: 'Người Mẫu', unitId });
      for (const role of ['unitOfficer', 'standingOffice']) await user(role);
    });
    afterAll(async () => {
      await app.get(OutboxRelay, { strict: false }).stop();
      await app.get(JobQueue, { strict: false }).stop();
      await app.close();
    });

    it('take a dossier with a case to the standing office', async () => {
      const head = { unitId, number: '1/TTr', datedOn: TODAY, signerTitle: 'Chủ tịch UBND quận' };
      const drafted = await call('unitOfficer', 'dossiers', head);
      expect(drafted).toMatchObject({ status: 201, headers: { etag: '"1"' } });
      const id = String(drafted.body.id);
      expect(drafted.headers.location).toBe(`/api/v1/dossiers/${id}`);
      const paper = { title: 'Báo cáo thành tích', number: '45/BC', issuer: 'UBND quận', date: TODAY };
      const command = (type: string, input: object = {}): Promise<Answer> =>
        call('unitOfficer', `dossiers/${id}/commands`, { type, input });
      expect(await command('dossier.addPaper', paper)).toMatchObject({ status: 200 });
      expect(await command('dossier.submit')).toMatchObject({ status: 409, body: { code: 'DOSSIER.NO_CASES' } });
      const nomination = { achievementId: named('achievement'), achievedFrom: '2024-01-01', achievedTo: '2024-10-31' };
      const subject = { kind: 'person', id: subjectId };
      const body = { dossierId: id, subject, tier: 'GK', commendation: 'merit', ...nomination };
      const drafts = await call('unitOfficer', 'cases', body);
      expect(drafts).toMatchObject({ status: 201, body: { state: 'draft', stateLabel: { en: 'Draft' } } });
      expect((await command('dossier.submit')).status).toBe(200);
      await app.get(OutboxRelay, { strict: false }).drain();
      expect((await call('standingOffice', `dossiers/${id}`)).body).toMatchObject({
        state: 'submitted',
        papers: [paper],
        caseCounts: { submitted: 1 },
        returnReason: null,
      });
      const { body: shown } = await call('standingOffice', `cases/${String(drafts.body.id)}`);
      expect(shown).toMatchObject({ subject: { ...subject, name: 'Người Mẫu' }, state: 'submitted', officerId: null });
      const commands = await call('standingOffice', `dossiers/${id}/commands`);
      expect(commands.body.items?.find(({ type }) => type === 'dossier.receive')).toMatchObject({ isPossible: true });
      expect((await call('standingOffice', `cases?state=submitted&dossierId=${id}`)).body.items).toHaveLength(1);
      expect((await call('standingOffice', 'cases?tier=LDTT')).body.items).toEqual([]);
      expect((await call('standingOffice', `dossiers?state=draft`)).body.items).toEqual([]);
    });

    it('name every field that cannot be taken', async () => {
      const bad = { unitId: 'x', number: '', datedOn: '2024-02-30', signerTitle: 'A', extra: 1 };
      const { status, body } = await call('unitOfficer', 'dossiers', bad);
      const fields = (body.errors as readonly { field: string }[]).map(({ field }) => field);
      expect([status, fields.sort()]).toEqual([400, ['datedOn', 'extra', 'number', 'unitId']]);
      const nested = { dossierId: named('none'), subject: { kind: 'ghost', id: subjectId }, tier: 'GK' };
      const { body: wrong } = await call('unitOfficer', 'cases', nested);
      expect((wrong.errors as readonly { field: string }[]).map(({ field }) => field)).toContain('subject.kind');
    });

    it('draft and show a decision, and say why it cannot go on', async () => {
      const { body: page } = await call('standingOffice', 'cases');
      const caseIds = page.items?.map(({ id }) => id);
      const drafted = await call('standingOffice', 'decisions', { authorityUnitId: unitId, caseIds });
      expect(drafted).toMatchObject({ status: 201, body: { state: 'drafted' } });
      const id = String(drafted.body.id);
      expect((await call('standingOffice', `decisions/${id}`)).body).toMatchObject({
        caseCount: 1,
        number: null,
        signing: null,
        isSettled: true,
        conflicts: [],
      });
      const commands = await call('standingOffice', `decisions/${id}/commands`);
      expect(commands.body.items?.find(({ type }) => type === 'decision.sendForSignature')).toMatchObject({
        isPossible: false,
        reasons: [{ code: 'DECISION.CASES_NOT_READY' }],
      });
      expect((await call('standingOffice', `cases?decisionId=${id}`)).body.items).toHaveLength(1);
      expect((await call('standingOffice', 'decisions?state=drafted')).body.items).toMatchObject([{ id }]);
      expect((await call('unitOfficer', 'decisions', { authorityUnitId: unitId, caseIds })).status).toBe(403);
      expect((await call('standingOffice', `decisions/${named('none')}`)).status).toBe(404);
    });

    it('are described by valid OpenAPI 3.1, a schema for each command', async () => {
      const document = (await app.inject({ url: '/api/openapi.json' })).body;
      const file = join(directory(), 'openapi.json');
      writeFileSync(file, document);
      // The validator is an ES module, which this test runner cannot load: its own command line is run instead.
      const main = require.resolve('@seriousme/openapi-schema-validator');
      const output = execFileSync(process.execPath, [join(dirname(main), 'bin', 'validate-api-cli.js'), file]);
      expect(JSON.parse(output.toString())).toEqual({ valid: true });
      for (const name of [
        'AwardAppraiseCommand',
        'DecisionIssueCommand',
        'DossierReturnCommand',
        'SubjectUnfreezeCommand',
      ]) {
        expect(document).toContain(`"${name}"`);
      }
    });

    it('keep reports about subjects', async () => {
      const report = { subjectKind: 'person', subjectId, startsOn: TODAY, reason: 'Đang xem xét kỷ luật' };
      const frozen = await call('standingOffice', 'subject-freezes', report);
      expect(frozen.status).toBe(201);
      expect((await call('standingOffice', 'subject-freezes')).body.items).toMatchObject([
        { subjectId, liftedAt: null },
      ]);
      expect((await call('unitOfficer', 'subject-freezes')).status).toBe(403);
      const lift = { type: 'subject.unfreeze', input: {} };
      expect((await call('standingOffice', `subject-freezes/${String(frozen.body.id)}/commands`, lift)).status).toBe(
        200,
      );
    });
  });
});
