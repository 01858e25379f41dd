import { Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { ReadDatabase } from '../persistence/unit-of-work.port';
import { SharedClock } from './shared-clock';

/** Reads the shared clock when the process starts: before anything asks for the time. */
@Injectable()
class SharedClockStart implements OnModuleInit {
  constructor(
    private readonly clock: SharedClock,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): Promise<void> {
    return this.clock.follow(this.reads);
  }
}

/** A process whose clock is this one. Something must have it followed while it runs. */
@Module({})
export class SharedClockModule {
  static forRoot(clock: SharedClock): DynamicModule {
    return {
      module: SharedClockModule,
      providers: [{ provide: SharedClock, useValue: clock }, SharedClockStart],
      exports: [SharedClock],
    };
  }
}
