import { Client } from 'pg';
import { describePostgres } from './postgres';

describePostgres(describePostgres.name, (databaseUrl) => {
  it('gives an empty database of its own', async () => {
    const client = new Client({ connectionString: databaseUrl() });
    await client.connect();
    const { rows } = await client.query<{ database: string; tables: string }>(
      `SELECT current_database() AS database,
              (SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public') AS tables`,
    );
    await client.end();
    expect(rows).toEqual([{ database: expect.stringMatching(/^thidua_test_[0-9a-f]{12}$/), tables: '0' }]);
  });
});
