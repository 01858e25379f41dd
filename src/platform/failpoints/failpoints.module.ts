import { Global, Module, type DynamicModule } from '@nestjs/common';
import { failpointsOf } from './armed-failpoints';
import { Failpoints } from './failpoints';

/** The places where tests let the process die; none in production. */
@Global()
@Module({})
export class FailpointsModule {
  /** Takes the names from the configuration. Throws a RangeError for one that is wrong. */
  static forRoot(names: readonly string[]): DynamicModule {
    return {
      module: FailpointsModule,
      providers: [{ provide: Failpoints, useValue: failpointsOf(names) }],
      exports: [Failpoints],
    };
  }
}
