import { Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { BackgroundWork } from '../platform/relay/background-work';
import type { AppOptions } from './app-options';
import { AppModule } from './app.module';

/** The application with its background work and no other face; it stops before the database closes. */
@Module({})
export class WorkerModule implements OnModuleDestroy {
  constructor(private readonly background: BackgroundWork) {}

  static forRoot(options: AppOptions): DynamicModule {
    return { module: WorkerModule, imports: [AppModule.forRoot(options)] };
  }

  async onModuleDestroy(): Promise<void> {
    await this.background.stop();
  }
}
