import { Module, type DynamicModule } from '@nestjs/common';
import { EndingsWatch } from './endings-watch';
import { loadRelease, type RulebookDirectories } from './rulebooks.loader';
import { RELEASE, RulebooksService } from './rulebooks.service';

/** Gives every feature the rules that the process was started with. */
@Module({})
export class RulebooksModule {
  /** Registered once, by a composition root. A process with rules that contradict themselves does not start. */
  static forRoot(directories: RulebookDirectories): DynamicModule {
    return {
      module: RulebooksModule,
      global: true,
      providers: [{ provide: RELEASE, useFactory: () => loadRelease(directories) }, RulebooksService, EndingsWatch],
      exports: [RulebooksService],
    };
  }
}
