import { openPersistence } from '../../src/platform/persistence';
import { schemaDrift } from '../migrations/schema-drift';
import { pledgesTestSchema, PledgeWorld } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

/** The epoch of the migration that makes the first table of pledges. */
const FIRST_OF_PLEDGES = '1767225703000';

describeSqlite('on SQLite', tablesFitEntities);
describePostgresDatabase('on PostgreSQL', tablesFitEntities);

function tablesFitEntities(database: DatabaseOf): void {
  it('makes tables of pledges that fit their entities, and takes them back', async () => {
    const persistence = await openPersistence(database(), pledgesTestSchema);
    try {
      expect(await schemaDrift(persistence.writer)).toEqual([]);
      const isOfPledgesOrLater = ({ name }: { readonly name: string }): boolean => name.slice(-13) >= FIRST_OF_PLEDGES;
      for (const _ of pledgesTestSchema.migrations.filter(isOfPledgesOrLater)) {
        await persistence.writer.undoLastMigration({ transaction: 'all' });
      }
      await expect(persistence.uow.run((tx) => tx.rows('SELECT id FROM pledges'))).rejects.toThrow(/pledges/);
    } finally {
      await persistence.close();
    }
  });
}

describeSqlite('on SQLite', (database) =>
  describe('what verify asks of pledges', () => {
    let world: PledgeWorld;
    let pledge: string;

    beforeAll(async () => {
      world = await PledgeWorld.open(database());
      pledge = await world.aRegistered(await world.aCampaign());
      const early = { period: '2024-01', asOf: '2024-01-18', values: [{ measureCode: 'income', value: '1' }] };
      await world.accepted('pledge.report', early, { id: pledge, actor: world.officer(world.ward(0)) });
    });
    afterAll(() => world.close());

    it.each([
      ['a value that is not the pledged one', "UPDATE pledge_values SET value = '61' WHERE measure_code = 'income'"],
      ['a reason that nobody gave', "UPDATE pledge_values SET reason = 'x' WHERE measure_code = 'income'"],
      ['a signature that nobody gave', 'UPDATE pledge_members SET is_signed = 0'],
      ['a report that was not verified', "UPDATE progress_reports SET status = 'verified'"],
      ['a result that the rules do not give', "UPDATE progress_values SET status = 'reached'"],
      ['a percentage that the rules do not give', "UPDATE progress_values SET percent = '100'"],
      ['a measure that the plan does not have', "UPDATE progress_values SET measure_code = 'other'"],
      ['a pledge without its place', 'DELETE FROM pledge_places'],
      ['a place of another unit', "UPDATE pledge_places SET unit_id = 'other'"],
      ['a place of a pledge that has ended', "UPDATE pledges SET state = 'withdrawn'"],
    ])('finds %s', async (_, damage) => {
      const inTransaction = await world.damaged(damage);
      expect(inTransaction).not.toEqual([]);
      expect(await world.violations()).toEqual([]);
    });
  }),
);
