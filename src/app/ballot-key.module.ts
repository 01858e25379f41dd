import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Randomness } from '../platform/ids/ids.port';
import { ReadDatabase } from '../platform/persistence';
import { BALLOT_KEY, loadBallotKey } from '../reviews';

/** The key of the ballot boxes, read from its file, which lies outside the database. */
@Global()
@Module({})
export class BallotKeyModule {
  static forRoot(file: string): DynamicModule {
    return {
      module: BallotKeyModule,
      providers: [
        {
          provide: BALLOT_KEY,
          // After the database is open: a key is not made beside data that cannot be used.
          inject: [Randomness, ReadDatabase],
          useFactory: (randomness: Randomness) => loadBallotKey(file, randomness),
        },
      ],
      exports: [BALLOT_KEY],
    };
  }
}
