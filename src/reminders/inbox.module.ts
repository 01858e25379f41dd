import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { LateController } from './late/late.controller';
import { LateQueries } from './late/late.queries';
import { PreferencesController } from './preferences/preferences.controller';
import { PreferencesService } from './preferences/preferences.service';
import { NoticeReadingController } from './reading/notice-reading.controller';
import { NoticeReadingService } from './reading/notice-reading.service';
import { OwedWaiting } from './waiting/owed-waiting';
import { WaitingController } from './waiting/waiting.controller';
import { WaitingQueries } from './waiting/waiting.queries';

/**
 * What users ask and say about being told: what waits for them, who is late, who was told, what they have read, how they want their mail.
 * Needs RemindersModule.
 */
@Module({
  controllers: [
    DeliveriesController,
    LateController,
    NoticeReadingController,
    PreferencesController,
    WaitingController,
  ],
  providers: [LateQueries, NoticeReadingService, OwedWaiting, PreferencesService, WaitingQueries],
})
export class InboxModule {}
