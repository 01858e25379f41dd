import { openLand, type Land } from '../factories/access-land';
import { describeSqlite } from '../support/database';

/** What is kept apart so that it can be erased, or be nobody's; and where it may be. */
const SECRETS: Readonly<Record<string, { readonly texts: readonly string[]; readonly tables: readonly string[] }>> = {
  'what is known of persons': {
    texts: ['Người MATA', '1980-05-19'],
    tables: ['people', 'private_texts'],
  },
  'the number of an identity card': { texts: ['031165000001', '031165000002'], tables: [] },
  'what is known of households': { texts: ['Hộ MATA', 'Ngõ MATA'], tables: ['households', 'private_texts'] },
  'who may sign in': { texts: ['unitofficer.mata', 'khach.mata'], tables: ['users', 'private_texts'] },
  'why a value is low': { texts: ['Lý do MATA'], tables: ['private_texts'] },
  'what somebody is accused of': { texts: ['Đơn thư MATA'], tables: ['private_texts'] },
  'where a figure comes from': { texts: ['Nguồn MATA'], tables: ['private_texts', 'tier_quotas'] },
  'the titles of papers': { texts: ['Báo cáo MATA'], tables: ['dossiers', 'private_texts'] },
};

describeSqlite('what must not be kept', (database) => {
  describe('after a year of a ward', () => {
    let land: Land;
    let contents: ReadonlyMap<string, string>;

    beforeAll(async () => {
      land = await openLand(database());
      const { world, a } = land;
      const tables = await world.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
      const found = new Map<string, string>();
      for (const { name } of tables) found.set(name, JSON.stringify(await world.rows(`SELECT * FROM "${name}"`)));
      contents = found;
      const { unitOfficer } = a.tokens;
      await world.call(unitOfficer, 'GET', '/api/v1/people?search=MATA');
      await world.call(unitOfficer, 'POST', '/api/v1/pledges', { reason: 'Lý do MATA' });
      await world.call(`${unitOfficer}x`, 'GET', '/api/v1/people');
    });
    afterAll(() => land.world.close());

    it.each(Object.entries(SECRETS))('is in its own table alone: %s', (_, { texts, tables }) => {
      const holders = [...contents].filter(([, rows]) => texts.some((text) => rows.includes(text)));
      expect(holders.map(([name]) => name).sort()).toEqual([...tables].sort());
    });

    it('is no token in any table', () => {
      const tokens = [land.a, land.b, land.district].flatMap((place) => Object.values(place.tokens));
      const rows = [...contents.values()].join('');
      expect(tokens.filter((token) => rows.includes(token) || rows.includes(token.slice(7)))).toEqual([]);
    });

    it('is no choice beside a voter: votes are events without a word of what was chosen', async () => {
      const votes = await land.world.rows<{ body: string }>("SELECT body FROM events WHERE type = 'review.cast'");
      expect(votes.length).toBeGreaterThanOrEqual(8);
      const answers = ['inFavour', 'against', 'abstained', 'choice'];
      expect(votes.filter(({ body }) => answers.some((word) => body.includes(word)))).toEqual([]);
      for (const table of ['processed_messages', 'outbox', 'roll_entries', 'private_texts']) {
        expect(answers.filter((word) => contents.get(table)?.includes(word))).toEqual([]);
      }
    });

    it('is in no line of the log', () => {
      const { world, a } = land;
      const secrets = [...Object.values(SECRETS).flatMap(({ texts }) => texts), ...Object.values(a.tokens), 'inFavour'];
      const lines = world.log.filter((line) => secrets.some((secret) => line.includes(secret)));
      expect(lines).toEqual([]);
      expect(world.log.some((line) => line.includes('"route":"/api/v1/people"'))).toBe(true);
    });
  });
});
