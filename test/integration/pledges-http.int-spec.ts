import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { TokensService } from '../../src/users';
import { MEETING, pledgeImports, PledgeWorld, VALUES } from '../factories/pledges';
import { describeSqlite } from '../support/database';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly items?: readonly Record<string, unknown>[] };
}

describeSqlite('on SQLite', (database) =>
  describe('pledges over HTTP', () => {
    let app: NestFastifyApplication;
    let world: PledgeWorld;
    let campaignId: string;
    const tokens = new Map<string, string>();

    const call = async (user: string, path: string, body?: object, key = 'a key of its own'): Promise<Answer> => {
      const response = await app.inject({
        method: body ? 'POST' : 'GET',
        url: `/api/v1/${path}`,
        headers: { authorization: `Bearer ${tokens.get(user) ?? ''}`, 'idempotency-key': key },
        ...(body ? { payload: body } : {}),
      });
      return { status: response.statusCode, body: response.json() };
    };

    beforeAll(async () => {
      const clock = new VirtualClock(MEETING);
      @Module({ imports: pledgeImports(database(), clock) })
      class Root {}
      const config = { http: { host: '127.0.0.1', port: 0, bodyLimitBytes: 100_000 }, shutdownTimeoutMs: 5_000 };
      app = await createHttpApp(Root, config, new JsonLogger('silent'));
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      world = await PledgeWorld.on(app, clock);
      campaignId = await world.aCampaign();
      for (const [name, role, unitId] of [
        ['officer', 'unitOfficer', world.ward(0)],
        ['stranger', 'unitOfficer', world.ward(1)],
      ] as const) {
        const request = { actor: SYSTEM_ACTOR, commandId: `token ${name}`, userId: await world.aUser(role, unitId) };
        tokens.set(name, (await app.get(TokensService).issue(request)).token ?? '');
      }
    });
    afterAll(() => app.close());

    it('takes a draft, shows it, says what comes next, and keeps it from strangers', async () => {
      const draft = { campaignId, unitId: world.ward(0), kind: 'registration', values: VALUES };
      const { status, body } = await call('officer', 'pledges', draft, 'draft');
      expect([status, body]).toMatchObject([201, { state: 'draft' }]);
      const path = `pledges/${String(body.id)}`;
      expect((await call('officer', path)).body).toMatchObject({
        unitId: world.ward(0),
        members: [{ unitId: world.ward(0), isSigned: false }],
        values: [{ measureCode: 'income', value: '60' }, { measureCode: 'poverty' }],
      });
      const next = await call('officer', `${path}/commands`);
      expect(next.body.items).toContainEqual(expect.objectContaining({ type: 'pledge.submit', isPossible: true }));
      for (const hidden of [path, `${path}/commands`]) expect((await call('stranger', hidden)).status).toBe(404);
      const submit = { type: 'pledge.submit' };
      expect((await call('stranger', `${path}/commands`, submit, 'stranger')).status).toBe(404);
      expect((await call('officer', `${path}/commands`, submit, 'submit')).body).toMatchObject({ state: 'submitted' });
      expect((await call('officer', 'pledges?state=submitted')).body.items).toHaveLength(1);
      expect((await call('stranger', 'pledges')).body.items).toEqual([]);
      expect((await call('officer', `progress-reports?campaignId=${campaignId}`)).body.items).toEqual([]);
      const units = await call('officer', `progress-reports/units?campaignId=${campaignId}`);
      expect(units.body.items).toMatchObject([{ unitId: world.ward(0), pledgeState: 'submitted', reports: [] }]);
    });

    it('refuses a second pledge with its code, and a wrong request field by field', async () => {
      const draft = { campaignId, unitId: world.ward(1), kind: 'registration', values: VALUES };
      expect((await call('stranger', 'pledges', draft, 'first')).status).toBe(201);
      const again = await call('stranger', 'pledges', draft, 'second');
      expect([again.status, again.body.failedGuards]).toMatchObject([409, [{ code: 'PLEDGE.UNIT_HAS_PLEDGE' }]]);
      const wrong = { ...draft, kind: 'promise', values: [{ measureCode: 'income', value: '1,5' }] };
      const { status, body } = await call('stranger', 'pledges', wrong, 'third');
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ field: 'kind' }, { field: 'values[0].value' }]);
      expect((await call('stranger', 'progress-reports')).status).toBe(400);
    });
  }),
);
