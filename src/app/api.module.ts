import { Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.port';
import { HealthModule } from '../platform/health/health.module';
import { databaseAnswers, migrationsAreApplied, relayKeepsUp } from '../platform/health/standard-checks';
import { ReadDatabase } from '../platform/persistence';
import { BackgroundWork } from '../platform/relay/background-work';
import type { AppOptions } from './app-options';
import { AppModule } from './app.module';
import { pendingMigrations, relayLag } from './health-figures';

/** Longest that a due message may wait before this process calls itself unwell. */
const RELAY_LAG_LIMIT_MS = 60_000;

/** The application with its HTTP face; background work stops after the last request and before the database closes. */
@Module({})
export class ApiModule implements OnModuleDestroy {
  constructor(private readonly background: BackgroundWork) {}

  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        AppModule.forRoot(options),
        HealthModule.with({
          inject: [ReadDatabase, Clock],
          useFactory: (reads: ReadDatabase, clock: Clock) => [
            databaseAnswers(reads),
            migrationsAreApplied(() => pendingMigrations(reads)),
            relayKeepsUp(() => relayLag(reads, clock.now()), RELAY_LAG_LIMIT_MS),
          ],
        }),
      ],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.background.stop();
  }
}
