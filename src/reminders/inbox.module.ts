import { Module } from '@nestjs/common';
import { LateController } from './late/late.controller';
import { LateQueries } from './late/late.queries';
import { PreferencesController } from './preferences/preferences.controller';
import { PreferencesService } from './preferences/preferences.service';
import { WaitingController } from './waiting/waiting.controller';
import { WaitingQueries } from './waiting/waiting.queries';

/** What users ask and say about being told: what waits for them, who is late, how they want their mail. Needs RemindersModule. */
@Module({
  controllers: [LateController, PreferencesController, WaitingController],
  providers: [LateQueries, PreferencesService, WaitingQueries],
})
export class InboxModule {}
