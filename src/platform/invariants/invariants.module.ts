import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Invariant } from './invariant';
import { InvariantRegistry } from './invariant-registry';
import { VerifyService } from './verify.service';

/** The checks of the application. Global; needs the runner's registry and the database. */
@Global()
@Module({})
export class InvariantsModule {
  /** Takes all checks, the platform's and the features': what is not in the list is not verified. */
  static forRoot(invariants: readonly Invariant[]): DynamicModule {
    return {
      module: InvariantsModule,
      providers: [{ provide: InvariantRegistry, useFactory: () => new InvariantRegistry(invariants) }, VerifyService],
      exports: [VerifyService],
    };
  }
}
