import type { Abstract, Type } from '@nestjs/common';
import type { Clock } from '../platform/clock/clock.port';
import type { Randomness } from '../platform/ids/ids.port';

/** How an application for one rehearsal is opened. */
export interface RehearsalAppOptions {
  /** For everything that the application keeps beside its database: keys, mails. Thrown away afterwards. */
  readonly directory: string;
  /** The database's file in that directory. */
  readonly databaseFile: string;
  /** No commit has to survive the rehearsal. */
  readonly synchronous: 'OFF';
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** The whole application without a face and without background work. */
export interface RehearsalApp {
  /** Any provider of any module. */
  get<Provider>(token: Type<Provider> | Abstract<Provider> | string | symbol): Provider;
  close(): Promise<void>;
}

/** Opens the application on an empty, migrated database. The composition root brings it. */
export type OpenRehearsalApp = (options: RehearsalAppOptions) => Promise<RehearsalApp>;
