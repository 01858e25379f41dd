import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import { fingerprint } from '../factories/access-dump';
import { openLand, type Land } from '../factories/access-land';
import { isOfOne, readRoutes } from '../factories/access-routes';
import { describeSqlite } from '../support/database';

const cursorOf = (...content: readonly unknown[]): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** What somebody may try, signed in and at work in a ward of their own. */
describeSqlite('odd input over HTTP', (database) => {
  describe('from a ward', () => {
    let land: Land;
    beforeAll(async () => {
      land = await openLand(database());
    });
    afterAll(() => land.world.close());

    const raw = async (payload: string): Promise<{ readonly status: number; readonly code: unknown }> => {
      const answer = await land.world.app.inject({
        method: 'POST',
        url: '/api/v1/collectives',
        headers: {
          authorization: `Bearer ${land.a.tokens.administrator}`,
          'content-type': 'application/json',
        },
        payload,
      });
      return { status: answer.statusCode, code: answer.json<{ readonly code?: unknown }>().code };
    };

    it.each([
      [
        'a member named twice',
        (unitId: string) => `{"name":"A","name":"B","unitId":"${unitId}"}`,
        'HTTP.REPEATED_MEMBER',
      ],
      [
        'a prototype',
        (unitId: string) => `{"name":"A","unitId":"${unitId}","__proto__":{"x":1}}`,
        'HTTP.MALFORMED_JSON',
      ],
      [
        'a constructor with a prototype',
        (unitId: string) => `{"name":"A","unitId":"${unitId}","constructor":{"prototype":{"x":1}}}`,
        'HTTP.MALFORMED_JSON',
      ],
      [
        'a field that every object has',
        (unitId: string) => `{"name":"A","unitId":"${unitId}","toString":1}`,
        'HTTP.INVALID_REQUEST',
      ],
      ['a list in place of a text', (unitId: string) => `{"name":["A"],"unitId":"${unitId}"}`, 'HTTP.INVALID_REQUEST'],
      [
        'more members than any request has',
        () => `{${Array.from({ length: 201 }, (_, index) => `"f${index}":1`).join(',')}}`,
        'HTTP.MALFORMED_JSON',
      ],
      [
        'nothing but what nobody sees',
        (unitId: string) => `{"name":"\\u200b\\u2060","unitId":"${unitId}"}`,
        'HTTP.INVALID_REQUEST',
      ],
      [
        'a line separator in a name',
        (unitId: string) => `{"name":"A\\u2028B","unitId":"${unitId}"}`,
        'HTTP.INVALID_REQUEST',
      ],
    ])('is refused and writes nothing: %s', async (_, body, code) => {
      const before = await fingerprint(land.world);
      expect(await raw(body(land.a.unitId))).toEqual({ status: 400, code });
      expect(await fingerprint(land.world)).toEqual(before);
    });

    it('takes one spelling of a name, however it was typed', async () => {
      expect(
        await raw(
          `{"name":"\\u202eTo\\u0302\\u0309\\u200b  dan pho\\u0302\\u0301 \\ufeff","unitId":"${land.a.unitId}"}`,
        ),
      ).toMatchObject({
        status: 201,
      });
      const rows = await land.world.rows<{ name: string }>("SELECT name FROM collectives WHERE name LIKE '%dan%'");
      expect(rows).toEqual([{ name: 'Tổ  dan phố' }]);
    });

    it.each(['%', '_', '!', '\\', "'", '%%%'])('takes %s in a search for itself', async (sign) => {
      const { tokens } = land.a;
      for (const list of ['people', 'collectives', 'households', 'councils', 'units', 'users', 'campaigns']) {
        const url = `/api/v1/${list}?search=${encodeURIComponent(sign)}`;
        const { status, text } = await land.world.call(tokens.administrator, 'GET', url);
        expect([list, status, JSON.parse(text)]).toEqual([list, 200, { items: [], nextCursor: null }]);
      }
    });

    it('shows nothing more to a cursor that was made up', async () => {
      const { world, a, b } = land;
      const url = (cursor: string): string => `/api/v1/people?limit=200&cursor=${cursor}`;
      for (const [value, id] of [
        ['', ''],
        ["' OR 1=1 --", "'"],
        ['nguoi mata 3', 'zzzz'],
      ]) {
        const { status, text } = await world.call(
          a.tokens.unitOfficer,
          'GET',
          url(cursorOf('person.name.asc', value, id)),
        );
        expect([200, 400]).toContain(status);
        expect(text).not.toContain(b.mark);
      }
      for (const cursor of [
        cursorOf('units.name.asc', 'a', 'b'),
        cursorOf('person.name.asc', 'a\0', 'b'),
        cursorOf('person.name.asc', { a: 1 }, 'b'),
        'AAAA',
      ]) {
        expect((await world.call(a.tokens.unitOfficer, 'GET', url(cursor))).status).toBe(400);
      }
    });

    it('answers ids of another kind as if there were nothing', async () => {
      const { world, a } = land;
      const routes = readRoutes(openApiDocument(world.app).paths).filter(isOfOne);
      const wrong: string[] = [];
      for (const { path, query } of routes) {
        const [, , , collection = ''] = path.split('/');
        const required = query.filter((parameter) => parameter.required);
        for (const [kind, ids] of Object.entries(a.ids)) {
          if (kind === collection || (kind === 'draftCampaigns' && collection === 'campaigns')) continue;
          const needed = required.map(({ name, schema }) => `${name}=${schema?.format === 'uuid' ? ids[0] : 'm'}`);
          const asked = needed.length === 0 ? '' : `?${needed.join('&')}`;
          const url = path.replace('{id}', ids[0] ?? '') + asked;
          // The office may read every kind of things: what it does not find is not there.
          const { status } = await world.call(a.tokens.standingOffice, 'GET', url);
          if (status !== 404) wrong.push(`${url} (${kind}) ${status}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});
