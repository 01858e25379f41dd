import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.port';
import { SystemClock } from '../clock/system-clock';
import { Ids, Randomness } from '../ids/ids.port';
import { SystemRandomness } from '../ids/system-randomness';
import { UuidIds } from '../ids/uuid-ids';
import { connections, READER, type PersistenceModuleOptions } from './connections.module';
import { readDatabaseOn, unitOfWorkOn } from './open-persistence';
import { PrivateTexts } from './private-texts';
import { ReadDatabase, UnitOfWork } from './unit-of-work.port';

/**
 * The database, the clock, ids and randomness for a Nest application.
 * Features inject UnitOfWork and ReadDatabase, never a TypeORM repository: what could be written outside a unit of work
 * is not on offer. Stop what works in the background in `onModuleDestroy`: the connections close after the HTTP server,
 * in `onApplicationShutdown`, when running units of work are done.
 */
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceModuleOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: connections(options),
      providers: providers(options),
      exports: [UnitOfWork, ReadDatabase, Clock, Ids, Randomness, PrivateTexts],
    };
  }
}

function providers(options: PersistenceModuleOptions): Provider[] {
  return [
    { provide: Clock, useValue: options.clock ?? new SystemClock() },
    { provide: Randomness, useValue: options.randomness ?? new SystemRandomness() },
    {
      provide: Ids,
      inject: [Clock, Randomness],
      useFactory: (clock: Clock, randomness: Randomness) => new UuidIds(clock, randomness),
    },
    {
      provide: PrivateTexts,
      inject: [Randomness, Clock],
      useFactory: (randomness: Randomness, clock: Clock) => new PrivateTexts(randomness, clock),
    },
    {
      provide: UnitOfWork,
      inject: [getDataSourceToken()],
      useFactory: (writer: DataSource) => unitOfWorkOn(writer, options),
    },
    { provide: ReadDatabase, inject: [getDataSourceToken(READER)], useFactory: readDatabaseOn },
  ];
}
