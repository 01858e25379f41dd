import { Global, Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import type { Invariant } from './invariant';
import { InvariantRegistry } from './invariant-registry';
import { VerifyService } from './verify.service';

/** Checks that need something of the running process, such as a key. */
export type InjectedInvariants = Pick<FactoryProvider<readonly Invariant[]>, 'inject' | 'useFactory'>;

/** The checks of the application. Global; needs the runner's registry and the database. */
@Global()
@Module({})
export class InvariantsModule {
  /** Takes all checks, the platform's and the features': what is not in the list is not verified. */
  static forRoot(invariants: readonly Invariant[], injected?: InjectedInvariants): DynamicModule {
    return {
      module: InvariantsModule,
      providers: [
        {
          provide: InvariantRegistry,
          inject: injected?.inject ?? [],
          useFactory: async (...parts: readonly unknown[]) =>
            new InvariantRegistry([...invariants, ...(injected ? await injected.useFactory(...parts) : [])]),
        },
        VerifyService,
      ],
      exports: [VerifyService],
    };
  }
}
