import { isOfCouncil, ROLE_PERMISSIONS, ROLES } from '../../src/platform/auth/permission';
import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import { derivedId } from '../../src/platform/ids';
import { AccessApp } from '../factories/access-app';
import { fingerprint } from '../factories/access-dump';
import { aUnit } from '../factories/access-place';
import { describeSqlite } from '../support/database';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly permissions: readonly string[] | undefined;
}

/** What everybody may set for themselves, by saying nothing too. */
const OWN = '/api/v1/preferences';

/** What anybody may ask. */
const PUBLIC = ['/health/live', '/health/ready', '/api/v1/verifications/'];

describeSqlite('who is let in over HTTP', (database) => {
  describe('at every route', () => {
    let world: AccessApp;
    let unitId: string;
    let councilId: string;
    let routes: readonly Route[];
    let before: number;

    beforeAll(async () => {
      world = await AccessApp.open(database());
      unitId = await aUnit(world, 'GOC', 'province');
      const council = { code: 'HD', name: 'Hội đồng', kind: 'fullCouncil', unitId };
      councilId = await world.accepted('council.found', council);
      routes = routesOf(openApiDocument(world.app).paths).filter(
        ({ url }) => !PUBLIC.some((each) => url.startsWith(each)),
      );
    });
    beforeEach(async () => {
      before = await fingerprint(world);
    });
    afterAll(() => world.close());

    /** The statuses of all routes, each once. */
    const statuses = async (token: string): Promise<readonly number[]> => {
      const seen = new Set<number>();
      for (const { method, url } of routes) {
        seen.add((await world.call(token, method, url, method === 'POST' ? {} : undefined)).status);
      }
      return [...seen];
    };
    const administrator = (login: string, more: object = {}): Promise<string> =>
      world.aUser(login, unitId, [{ role: 'administrator', unitId, ...more }]);

    it('nobody without a token, or with one that was never issued', async () => {
      expect(routes.length).toBeGreaterThan(50);
      for (const token of [
        '',
        'thidua_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        'undefined',
        'null',
        "' OR 1=1 --",
      ]) {
        expect(await statuses(token)).toEqual([401]);
      }
      expect(await fingerprint(world)).toEqual(before);
    });

    it('nobody whose token was revoked or is over, or who is shut out', async () => {
      const userId = await administrator('ba.ma');
      const [revoked, over, kept] = [
        await world.aToken(userId),
        await world.aToken(userId, '2024-11-15'),
        await world.aToken(userId),
      ];
      await world.accepted('user.revokeToken', { tokenId: revoked.tokenId }, userId);
      expect((await world.call(over.token, 'GET', '/api/v1/me')).status).toBe(200);
      world.clock.advance(24 * 3_600_000);
      before = await fingerprint(world);
      for (const { token } of [revoked, over]) expect(await statuses(token)).toEqual([401]);
      expect((await world.call(kept.token, 'GET', '/api/v1/me')).status).toBe(200);
      expect(await fingerprint(world)).toEqual(before);
      await world.accepted('user.disable', {}, userId);
      before = await fingerprint(world);
      expect(await statuses(kept.token)).toEqual([401]);
      expect(await fingerprint(world)).toEqual(before);
    });

    it('nobody without a seat of this day', async () => {
      const [none, past, future] = [
        await world.aUser('khong.ghe', unitId, []),
        await administrator('het.han', { validFrom: '2020-01-01', validTo: '2024-11-14' }),
        await administrator('chua.den', { validFrom: '2025-01-01' }),
      ];
      for (const userId of [none, past, future]) {
        const { token } = await world.aToken(userId);
        before = await fingerprint(world);
        expect(await statuses(token)).toEqual([403]);
        expect(await fingerprint(world)).toEqual(before);
      }
    });

    it.each(ROLES)('%s only where one of the permissions of the route is held', async (role) => {
      const seat = { role, unitId, ...(isOfCouncil(role) ? { councilId } : {}) };
      const { token } = await world.aToken(await world.aUser(`chi.${role.toLowerCase()}`, unitId, [seat]));
      before = await fingerprint(world);
      const wrong: string[] = [];
      for (const { method, url, permissions } of routes.filter(
        (route) => route.method === 'GET' || route.url !== OWN,
      )) {
        const { status } = await world.call(token, method, url, method === 'POST' ? {} : undefined);
        const isOpen = permissions?.some((each) => ROLE_PERMISSIONS[role].some((held) => held === each)) ?? true;
        if ((status === 403) === isOpen || status >= 500) wrong.push(`${method} ${url} ${status}`);
      }
      expect(wrong).toEqual([]);
      expect(await fingerprint(world)).toEqual(before);
    });
  });
});

interface Operation {
  readonly 'x-permissions'?: readonly string[];
}

function routesOf(paths: object): readonly Route[] {
  return Object.entries(paths as Record<string, { readonly get?: Operation; readonly post?: Operation }>).flatMap(
    ([path, { get, post }]) => {
      const url = path.replaceAll('{id}', derivedId('no such thing'));
      const found = (method: Route['method'], operation?: Operation): Route[] =>
        operation ? [{ method, url, permissions: operation['x-permissions'] }] : [];
      return [...found('GET', get), ...found('POST', post)];
    },
  );
}
