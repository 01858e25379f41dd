import { Injectable, Logger, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import { Clock } from '../platform/clock';
import { RulebooksService } from './rulebooks.service';

/** Warns at every start from 90 days before rules end that nothing follows: then cases could not be judged any more. */
@Injectable()
export class EndingsWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger(EndingsWatch.name);

  constructor(
    private readonly rulebooks: RulebooksService,
    // Where rules are only read there is no clock, and nobody to warn.
    @Optional() private readonly clock?: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const endings = this.clock ? this.rulebooks.endingsNear(localDateOf(this.clock.now())) : [];
    for (const { kind, id, endsOn } of endings) {
      this.logger.warn(
        `The ${kind} ${id} ends on ${endsOn} and nothing follows it: add its successor to config/rulebooks`,
      );
    }
  }
}
