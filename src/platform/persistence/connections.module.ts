import { Global, Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Clock } from '../clock/clock.port';
import type { Randomness } from '../ids/ids.port';
import { openReader, openWriter } from './open-persistence';
import type { PersistenceOptions, Schema, UnitOfWorkHooks } from './persistence-options';

/** Token of the PersistenceOptions. */
export const PERSISTENCE_OPTIONS = Symbol('PersistenceOptions');

/** Name of the read-only data source. */
export const READER = 'reader';

/** What the composition root gives to `PersistenceModule.forRoot`. */
export interface PersistenceModuleOptions extends Schema, UnitOfWorkHooks, Pick<ModuleMetadata, 'imports'> {
  /** Where the database is, from the application's configuration. */
  readonly database: Pick<FactoryProvider<PersistenceOptions>, 'inject' | 'useFactory'>;
  /** Brings the schema up to date before anything uses it. Default true. */
  readonly migrate?: boolean;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Default: the operating system's. */
  readonly randomness?: Randomness;
}

@Global()
@Module({})
class PersistenceOptionsModule {}

/**
 * The modules that hold the two data sources and where they point. Nest closes the last first: the reader before the writer,
 * so that nothing stays behind in SQLite's log.
 */
export function connections(options: PersistenceModuleOptions): DynamicModule[] {
  return [optionsModule(options), writerModule(options), readerModule()];
}

function optionsModule({ database, imports }: PersistenceModuleOptions): DynamicModule {
  return {
    module: PersistenceOptionsModule,
    imports: imports ?? [],
    providers: [{ provide: PERSISTENCE_OPTIONS, ...database }],
    exports: [PERSISTENCE_OPTIONS],
  };
}

function writerModule(features: PersistenceModuleOptions): DynamicModule {
  return TypeOrmModule.forRootAsync({
    inject: [PERSISTENCE_OPTIONS],
    useFactory: carried,
    dataSourceFactory: (options) => openWriter(delivered(options), features, features.migrate ?? true),
  });
}

function readerModule(): DynamicModule {
  return TypeOrmModule.forRootAsync({
    name: READER,
    // After the writer, which makes the file.
    inject: [PERSISTENCE_OPTIONS, getDataSourceToken()],
    // With the name again: Nest's module finds what it has to close by the name in these options.
    useFactory: (options: PersistenceOptions) => ({ ...carried(options), name: READER }),
    dataSourceFactory: (options) => openReader(delivered(options)),
  });
}

/** Nest's module hands TypeORM's options to the factory that opens; ours travel inside them. */
function carried(options: PersistenceOptions): TypeOrmModuleOptions {
  // A wrong path or password does not mend itself: fail at once, with our message.
  return { type: 'sqlite', database: '', retryAttempts: 0, extra: options };
}

function delivered(options: { readonly extra?: unknown } | undefined): PersistenceOptions {
  return options?.extra as PersistenceOptions;
}
