import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { TokensService } from '../../src/users';
import { LONG_AGO, registerImports } from '../factories/registers';
import { describeSqlite } from '../support/database';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown> & { readonly items?: readonly Record<string, unknown>[] };
}

describeSqlite('the registers over HTTP', (database) => {
  describe('the routes', () => {
    let app: NestFastifyApplication;
    let [root, token] = ['', ''];
    let count = 0;

    const system = async (type: string, input: object, id?: string): Promise<string> => {
      const request = { actor: SYSTEM_ACTOR, commandId: `system-${(count += 1)}`, type, input };
      const result = await app.get(CommandDispatcher).dispatch({ ...request, ...(id ? { instanceId: id } : {}) });
      if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
      return result.id;
    };

    const call = async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> => {
      const response = await app.inject({
        method: body ? 'POST' : 'GET',
        url: `/api/v1/${path}`,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body ? { payload: body } : {}),
      });
      return { status: response.statusCode, headers: response.headers, body: response.json() };
    };

    beforeAll(async () => {
      @Module({ imports: registerImports(database()).imports })
      class Root {}
      const config = {
        http: { host: '127.0.0.1', port: 0, bodyLimitBytes: 100_000 },
        shutdownTimeoutMs: 5_000,
      };
      app = await createHttpApp(Root, config, new JsonLogger('silent'));
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      const rootUnit = { code: 'HP', name: 'Thành phố', kind: 'province', level: 'province', validFrom: LONG_AGO };
      root = await system('unit.add', rootUnit);
      const userId = await system('user.add', { login: 'quantri', unitId: root });
      await system('user.giveSeat', { role: 'standingOffice', unitId: root, validFrom: LONG_AGO }, userId);
      const issued = await app.get(TokensService).issue({ actor: SYSTEM_ACTOR, commandId: 'token', userId });
      token = issued.token ?? '';
    });
    afterAll(() => app.close());

    const unit = { code: 'W1', name: 'Phường Một', kind: 'ward', level: 'commune', validFrom: LONG_AGO };

    it('add, show, list and rename a unit', async () => {
      const added = await call('units', { ...unit, parentId: root }, { 'idempotency-key': 'w1' });
      expect(added).toMatchObject({ status: 201, body: { version: 1, state: 'kept' }, headers: { etag: '"1"' } });
      const id = String(added.body.id);
      expect(added.headers.location).toBe(`/api/v1/units/${id}`);
      expect(await call('units', { ...unit, parentId: root }, { 'idempotency-key': 'w1' })).toMatchObject({
        body: { id },
        headers: { 'idempotent-replayed': 'true' },
      });
      const renamed = await call(`units/${id}/commands`, { type: 'unit.rename', input: { name: 'Phường Hai' } });
      expect(renamed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
      expect((await call(`units/${id}`)).body).toMatchObject({ name: 'Phường Hai', parentId: root, version: 2 });
      expect((await call('units?search=hai')).body.items).toMatchObject([{ id }]);
    });

    it('say in both languages why a unit is refused', async () => {
      expect(await call('units', { ...unit, code: 'HP', parentId: root })).toMatchObject({
        status: 409,
        body: {
          code: 'UNIT.CODE_TAKEN',
          failedGuards: [{ message: { vi: expect.any(String), en: expect.any(String) } }],
        },
      });
      expect(await call('units', { ...unit, code: 'R2' })).toMatchObject({ status: 403 });
    });

    it('name every field that cannot be taken, and unknown fields', async () => {
      const bad = { code: '', name: 'A', kind: 'moon', level: 'commune', validFrom: '2024-02-30', extra: 1 };
      const { status, body } = await call('units', bad);
      const fields = (body.errors as readonly { field: string }[]).map(({ field }) => field);
      expect([status, fields.sort()]).toEqual([400, ['code', 'extra', 'kind', 'validFrom']]);
    });

    it('take people, collectives, households and councils', async () => {
      const person = await call('people', { name: 'Người Mẫu', birthday: '1980-05-19', unitId: root });
      expect(person.status).toBe(201);
      const personId = String(person.body.id);
      expect((await call(`people/${personId}`)).body).toMatchObject({ name: 'Người Mẫu', birthday: '1980-05-19' });
      expect((await call('collectives', { name: 'Tổ 3', unitId: root })).status).toBe(201);
      expect((await call('collectives')).body.items).toMatchObject([{ name: 'Tổ 3' }]);
      expect((await call('households', { headName: 'Chủ Hộ', unitId: root })).status).toBe(201);
      expect((await call('households?search=chu ho')).body.items).toMatchObject([{ headName: 'Chủ Hộ' }]);
      const founded = await call('councils', { code: 'HD', name: 'Hội đồng', kind: 'fullCouncil', unitId: root });
      const council = String(founded.body.id);
      const seat = { type: 'council.seatMember', input: { personId, seat: 'chair', validFrom: '2024-01-01' } };
      expect(await call(`councils/${council}/commands`, seat)).toMatchObject({ status: 200 });
      expect((await call(`councils/${council}`)).body).toMatchObject({ members: [{ personId, seat: 'chair' }] });
      expect(await call(`people/${personId}/commands`, { type: 'person.erase', input: {} })).toMatchObject({
        status: 200,
      });
      expect((await call(`people/${personId}`)).body).toMatchObject({ name: '', birthday: null, isErased: true });
    });

    it('issue a token once', async () => {
      const user = String((await call('users', { login: 'canbo', unitId: root })).body.id);
      const issue = (): Promise<Answer> => call(`users/${user}/tokens`, {}, { 'idempotency-key': 'issue' });
      const first = await issue();
      expect(first).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^thidua_/) } });
      expect(await issue()).toMatchObject({
        body: { tokenId: first.body.tokenId, token: null },
        headers: { 'idempotent-replayed': 'true' },
      });
      const shown = (await call(`users/${user}`)).body;
      expect(shown).toMatchObject({ login: 'canbo', tokens: [{ id: first.body.tokenId }] });
      expect(JSON.stringify(shown)).not.toMatch(/hash|thidua_/);
      const revoke = { type: 'user.revokeToken', input: { tokenId: first.body.tokenId } };
      expect(await call(`users/${user}/commands`, revoke)).toMatchObject({ status: 200 });
    });

    it('turn away whoever has no token and whoever may not keep registers', async () => {
      const officer = await system('user.add', { login: 'canbo.phuong', unitId: root });
      await system('user.giveSeat', { role: 'unitOfficer', unitId: root, validFrom: LONG_AGO }, officer);
      const own = await app.get(TokensService).issue({ actor: SYSTEM_ACTOR, commandId: 'own', userId: officer });
      const as = (value: string) => ({ authorization: `Bearer ${value}` });
      expect(await call('units', undefined, as('nobody'))).toMatchObject({ status: 401 });
      expect(await call('units', undefined, as(own.token ?? ''))).toMatchObject({ status: 200 });
      expect(await call('people', undefined, as(own.token ?? ''))).toMatchObject({ status: 200 });
      expect(await call('users', undefined, as(own.token ?? ''))).toMatchObject({ status: 403 });
      expect(await call('units', { ...unit, parentId: root }, as(own.token ?? ''))).toMatchObject({ status: 403 });
    });
  });
});
