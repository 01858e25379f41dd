import type { AppConfig } from '../../config';
import type { Clock } from '../platform/clock/clock.port';
import type { Randomness } from '../platform/ids/ids.port';

/** What a composition root is built from. */
export interface AppOptions {
  readonly config: AppConfig;
  /** Another clock than the machine's: rehearsals, tests, the demo. */
  readonly clock?: Clock;
  /** Another source of randomness than the operating system's: rehearsals and tests. */
  readonly randomness?: Randomness;
  /** OFF only for a database that is thrown away. */
  readonly synchronous?: 'FULL' | 'OFF';
  /** False: the schema must be up to date already. */
  readonly migrate?: boolean;
}
