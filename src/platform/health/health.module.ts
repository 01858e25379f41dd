import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import type { HealthCheck } from './health-check';
import { HEALTH_CHECKS, HealthController } from './health.controller';

/** How the checks are made: from what the imported modules export. */
export interface HealthOptions
  extends Pick<ModuleMetadata, 'imports'>, Pick<FactoryProvider<readonly HealthCheck[]>, 'inject' | 'useFactory'> {}

/** `/health/live` and `/health/ready`. */
@Module({})
export class HealthModule {
  /** With the checks that this process must pass. */
  static with({ imports = [], inject = [], useFactory }: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      imports,
      controllers: [HealthController],
      providers: [{ provide: HEALTH_CHECKS, inject, useFactory }],
    };
  }
}
