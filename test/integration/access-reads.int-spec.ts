import { openApiDocument } from '../../src/platform/http/openapi/openapi-document';
import type { Answer } from '../factories/access-app';
import { openLand, type Land } from '../factories/access-land';
import type { Place } from '../factories/access-place';
import { collectionOf, isOfOne, readRoutes, urlsAbout, type ReadRoute } from '../factories/access-routes';
import { describeSqlite } from '../support/database';

/** Whose eyes, and whose things they must not see. */
interface Onlooker {
  readonly name: string;
  readonly token: (land: Land) => string;
  readonly hidden: (land: Land) => readonly Place[];
}

/** Between them they hold every permission that opens a route for reading. */
const READERS = ['unitOfficer', 'standingOffice', 'councilMember', 'auditor', 'administrator'] as const;

const ONLOOKERS: readonly Onlooker[] = READERS.flatMap((role) => [
  {
    name: `${role} of a ward`,
    token: ({ a }: Land) => a.tokens[role],
    hidden: ({ b, district }: Land) => [b, withoutPublic(district)],
  },
  {
    name: `${role} of a district`,
    token: ({ district }: Land) => district.tokens[role],
    hidden: ({ elsewhere }: Land) => [elsewhere],
  },
]);

/** What a district issues concerns its wards: the unit, its launched campaign, its scoring sheets, how it is made known, and who sits in its council. */
function withoutPublic(place: Place): Place {
  const { campaigns: _, councils: __, 'scoring-sheets': ___, 'publicity-plans': ____, ...ids } = place.ids;
  return { ...place, unitId: '', mark: '', ids };
}

describeSqlite('what is read over HTTP', (database) => {
  describe('every GET route', () => {
    let land: Land;
    let routes: readonly ReadRoute[];
    const get = (token: string, url: string): Promise<Answer> => land.world.call(token, 'GET', url);

    /** What an answer tells of a place, beside the id that was asked for. */
    const told = (place: Place, url: string, { text }: Answer): readonly string[] => {
      // Who sits in the council of a unit above is no secret.
      const { people = [], ...others } = place.ids;
      const ids = Object.values(url.includes('/councils/') ? others : { ...others, people }).flat();
      return [...ids, place.mark].filter((secret) => secret !== '' && !url.includes(secret) && text.includes(secret));
    };

    beforeAll(async () => {
      land = await openLand(database());
      routes = readRoutes(openApiDocument(land.world.app).paths);
    });
    afterAll(() => land.world.close());

    it.each(ONLOOKERS)('shows $name nothing of places that the seat does not cover', async ({ token, hidden }) => {
      const [kept, secret] = [hidden(land), [] as string[]];
      // By URL, so that a list is asked for once and not for each place: whether it is of one thing that is hidden.
      const asked = new Map<string, boolean>();
      for (const place of new Set([land.a, land.b, land.district, land.elsewhere, ...kept])) {
        for (const route of routes) {
          const isHidden = kept.includes(place) && isOfOne(route);
          for (const url of urlsAbout(route, place)) asked.set(url, isHidden || asked.get(url) === true);
        }
      }
      for (const [url, isHidden] of asked) {
        const answer = await get(token(land), url);
        const isShown = isHidden && ![403, 404].includes(answer.status);
        const leaks = kept.flatMap((each) => told(each, url, answer));
        if (isShown || answer.status >= 500 || leaks.length > 0) secret.push(`${answer.status} ${url} ${leaks.join()}`);
      }
      expect(secret).toEqual([]);
    });

    it('weighs each seat alone: what one may read in a ward, and another sees of the district, are not added up', async () => {
      const { world, a, b, district } = land;
      const { unitId, councilId } = district;
      const seats = [
        { role: 'administrator', unitId: a.unitId },
        { role: 'unitOfficer', unitId: a.unitId },
        { role: 'councilMember', unitId, councilId },
      ] as const;
      const userId = await world.aUser('kiem.nhiem', a.unitId, seats);
      const { token } = await world.aToken(userId);
      const kept = ['people', 'collectives', 'households', 'users', 'freezes'];
      const leaks: string[] = [];
      for (const route of routes.filter((each) => kept.includes(collectionOf(each)))) {
        for (const url of urlsAbout(route, b)) {
          const answer = await get(token, url);
          if ((isOfOne(route) && answer.status !== 404) || told(b, url, answer).length > 0) leaks.push(url);
        }
        for (const url of urlsAbout(route, a)) expect([url, (await get(token, url)).status]).toEqual([url, 200]);
      }
      expect(leaks).toEqual([]);
      expect((await get(token, `/api/v1/reviews/${b.ids.reviews?.[0] ?? ''}`)).status).toBe(200);
    });

    it('shows the things of a ward to its own people and to the district, each to those whose seat is for it', async () => {
      const seen = async (token: string): Promise<readonly string[]> => {
        const shown = new Set<string>();
        for (const route of routes.filter(isOfOne)) {
          for (const url of urlsAbout(route, land.a)) {
            if ((await get(token, url)).status === 200) shown.add(collectionOf(route));
          }
        }
        return [...shown].sort();
      };
      const [open, kept] = [
        [
          'campaigns',
          'cases',
          'ceremonies',
          'clusters',
          'consolidations',
          'consultations',
          'councils',
          'decisions',
          'dossiers',
          'payment-lists',
          'pledges',
          'publicity-plans',
        ].concat([
          'quotas',
          'recoveries',
          'result-statements',
          'reviews',
          'scores',
          'scoring-sheets',
          'tier-quotas',
          'units',
        ]),
        ['collectives', 'decision-records', 'households', 'initiatives', 'people'],
      ];
      for (const { tokens } of [land.a, land.district]) {
        // Published texts are for those who may read tallies, examples for those who find, decide on or check them.
        const followed = ['examples', 'example-targets'];
        expect(await seen(tokens.auditor)).toEqual([...open, ...followed, 'statements'].sort());
        expect(await seen(tokens.unitOfficer)).toEqual([...open, ...kept, ...followed].sort());
        expect(await seen(tokens.administrator)).toEqual([...open, ...kept, 'users', 'violation-lists'].sort());
      }
    });
  });
});
