import { appendOnlyTriggers } from '../../src/platform/persistence/append-only';
import { migrate } from '../../src/platform/persistence/migrate';
import { openPersistence, type Persistence } from '../../src/platform/persistence/open-persistence';
import type { MigrationClass, Schema } from '../../src/platform/persistence/persistence-options';
import { wholeSchema } from '../../src/platform/persistence/platform-schema';
import type { DatabaseOf } from '../support/database';
import { schemaDrift, triggerNames } from './schema-drift';

/** What the migrations of the platform and of these features promise, on either database. */
export function migrationsContract(database: DatabaseOf, schema: Schema): void {
  describe('the migrations', () => {
    const names = wholeSchema(schema)
      .migrations.map(({ name }) => name)
      .sort(byEpoch);
    const recorded = async ({ writer }: Persistence): Promise<string[]> =>
      (await writer.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY name')).map(({ name }) => name);
    let persistence: Persistence;

    beforeAll(async () => {
      persistence = await openPersistence(database(), { ...schema, migrate: false });
    });
    afterAll(() => persistence.close());

    it('lead from nothing to the entities, without a difference', async () => {
      expect(await migrate(persistence.writer)).toEqual(names);
      expect(await schemaDrift(persistence.writer)).toEqual([]);
    });

    it('do nothing the second time', async () => {
      expect(await migrate(persistence.writer)).toEqual([]);
      expect(await recorded(persistence)).toEqual([...names].sort());
    });

    it('show a difference where there is one', async () => {
      await persistence.writer.query('ALTER TABLE leases ADD COLUMN surplus TEXT');
      expect((await schemaDrift(persistence.writer)).length).toBeGreaterThan(0);
      await persistence.writer.query('ALTER TABLE leases DROP COLUMN surplus');
      expect(await schemaDrift(persistence.writer)).toEqual([]);
    });

    it('leave the triggers that keep events and anchors as they were written', async () => {
      expect(await triggerNames(persistence.writer)).toEqual(
        expect.arrayContaining([...appendOnlyTriggers('events'), ...appendOnlyTriggers('event_anchors')]),
      );
    });

    it('are all undone when one of them fails', async () => {
      const failing = await openPersistence(database(), {
        entities: [],
        migrations: [...schema.migrations, AddsATable1767225800000, Fails1767225801000],
        migrate: false,
      });
      await expect(migrate(failing.writer)).rejects.toThrow('half-way');
      expect(await recorded(failing)).toEqual([...names].sort());
      await expect(failing.writer.query('SELECT * FROM half')).rejects.toThrow(/half/);
      await expect(failing.uow.run((tx) => tx.rows('SELECT 1 AS one'))).resolves.toEqual([{ one: 1 }]);
      await failing.close();
    });

    it('can all be taken back', async () => {
      while ((await recorded(persistence)).length > 0) {
        await persistence.writer.undoLastMigration({ transaction: 'all' });
      }
      expect(await triggerNames(persistence.writer)).toEqual([]);
      expect(await migrate(persistence.writer)).toEqual(names);
      expect(await schemaDrift(persistence.writer)).toEqual([]);
    });
  });
}

const AddsATable1767225800000: MigrationClass = class AddsATable1767225800000 {
  name = 'AddsATable1767225800000';
  async up(queryRunner: Parameters<InstanceType<MigrationClass>['up']>[0]): Promise<void> {
    await queryRunner.query('CREATE TABLE half (id TEXT)');
  }
  async down(): Promise<void> {
    // Never taken back: it never stays.
  }
};

const Fails1767225801000: MigrationClass = class Fails1767225801000 {
  name = 'Fails1767225801000';
  up(): Promise<void> {
    return Promise.reject(new Error('half-way'));
  }
  async down(): Promise<void> {
    // Never taken back: it never stays.
  }
};

/** The order in which TypeORM runs them: by the 13 digits at the end of the name. */
function byEpoch(a: string, b: string): number {
  return Number(a.slice(-13)) - Number(b.slice(-13));
}
