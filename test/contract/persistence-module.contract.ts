import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface';
import { NestFactory } from '@nestjs/core';
import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { instant } from '../../workflows/kernel';
import { Clock } from '../../src/platform/clock/clock.port';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { Ids, Randomness } from '../../src/platform/ids/ids.port';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { PersistenceModule } from '../../src/platform/persistence/persistence.module';
import { PrivateTexts } from '../../src/platform/persistence/private-texts';
import { ReadDatabase, UnitOfWork } from '../../src/platform/persistence/unit-of-work.port';
import type { DatabaseOf } from '../support/database';
import { specimenSchema } from './specimen';

const MOMENT = instant('2024-01-19T07:00:00.000Z');

/** Rejects instead of ending the process, and writes nothing. */
const QUIETLY = Object.assign(new NestApplicationContextOptions(), { logger: false as const, abortOnError: false });

/** What a feature may inject. */
@Injectable()
class Feature {
  constructor(
    readonly uow: UnitOfWork,
    readonly reads: ReadDatabase,
    readonly clock: Clock,
    readonly ids: Ids,
    readonly randomness: Randomness,
    readonly texts: PrivateTexts,
  ) {}
}

@Module({ providers: [Feature] })
class FeatureModule {}

/** That a Nest application gets the database by injection and closes it when it stops, on either database. */
export function persistenceModuleContract(database: DatabaseOf): void {
  describe(PersistenceModule.name, () => {
    const start = (): Promise<INestApplicationContext> =>
      NestFactory.createApplicationContext(
        {
          module: FeatureModule,
          imports: [
            PersistenceModule.forRoot({
              ...specimenSchema,
              database: { useFactory: database },
              clock: new VirtualClock(MOMENT),
              randomness: new SeededRandomness('module'),
            }),
          ],
        },
        QUIETLY,
      );

    it('offers features a migrated database, clock, ids and randomness', async () => {
      const app = await start();
      const feature = app.get(Feature, { strict: false });
      const id = feature.ids.next();
      await feature.uow.run((tx) => tx.change("INSERT INTO specimens (id, name, version) VALUES (?, 'x', 1)", [id]));
      expect(await feature.reads.rows('SELECT id FROM specimens')).toEqual([{ id }]);
      expect(feature.clock.now()).toBe(MOMENT);
      expect(feature.randomness).toBeInstanceOf(SeededRandomness);
      await app.close();
    });

    it('lets running units of work finish when the application stops, and closes the connections', async () => {
      const app = await start();
      const { uow, reads } = app.get(Feature, { strict: false });
      const writer = app.get(DataSource, { strict: false });
      await reads.rows('SELECT 1 AS one');
      const running = uow.run((tx) => tx.change("INSERT INTO specimens (id, name, version) VALUES ('late', 'x', 1)"));
      await app.close();
      // TypeORM's module logs an error on closing instead of throwing it: what is open shows it.
      await expect(running).resolves.toBe(1);
      await expect(uow.run(() => Promise.resolve())).rejects.toMatchObject({ code: 'PERSISTENCE.CLOSED' });
      expect(writer.isInitialized).toBe(false);
      const options = database();
      if (options.kind === 'sqlite') expect(existsSync(`${options.file}-wal`)).toBe(false);
    });

    it('refuses to start at once, with the reason, when the database cannot be opened', async () => {
      const unusable = { kind: 'sqlite', file: '/dev/null/thidua.sqlite' } as const;
      const starting = NestFactory.createApplicationContext(
        PersistenceModule.forRoot({ entities: [], migrations: [], database: { useFactory: () => unusable } }),
        QUIETLY,
      );
      await expect(starting).rejects.toMatchObject({ code: 'PERSISTENCE.CANNOT_OPEN' });
    });
  });
}
