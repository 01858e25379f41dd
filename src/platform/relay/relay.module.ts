import { Global, Module, type DynamicModule } from '@nestjs/common';
import { BackgroundWork } from './background-work';
import { Housekeeping } from './housekeeping';
import { OutboxRelay } from './outbox-relay';
import { RelayPass } from './relay-pass';
import { DEFAULT_RELAY_SETTINGS, RELAY_SETTINGS, type RelaySettings } from './relay-settings';
import { WakeUp } from './wake-up';

/** The way from the outbox to the queue. Global, so that whoever adds a job can ring. */
@Global()
@Module({})
export class RelayModule {
  /** Settings that are not given have their defaults. Nothing runs until `BackgroundWork.start`. */
  static forRoot(settings: Partial<RelaySettings> = {}): DynamicModule {
    return {
      module: RelayModule,
      providers: [
        { provide: RELAY_SETTINGS, useValue: { ...DEFAULT_RELAY_SETTINGS, ...settings } },
        WakeUp,
        RelayPass,
        OutboxRelay,
        BackgroundWork,
        Housekeeping,
      ],
      exports: [WakeUp, OutboxRelay, BackgroundWork, Housekeeping],
    };
  }
}
