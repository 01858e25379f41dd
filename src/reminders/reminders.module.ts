import { Global, Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { FileMailTransport, MailTransport, type FileMailOptions } from '../adapters/mail';
import { ReminderRules } from '../platform/deadlines/reminder-rules.port';
import { WorkingDays } from '../platform/deadlines/working-days.port';
import { MailDeliveriesService } from './mail-deliveries.service';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { OwedThings } from './owed-things';
import { Wishes } from './preferences/wishes';
import { ReminderSubjects } from './reminder-subjects';
import { ReminderWriter } from './reminder-writer.service';
import { RemindersJobs } from './reminders.jobs';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';
import { RulebookReminders } from './rulebook-reminders';
import { RulebookWorkingDays } from './rulebook-working-days';
import { WaitingThings } from './waiting/waiting-things';

/** What the composition root gives to `RemindersModule.forRoot`. */
export interface RemindersModuleOptions {
  /** Modules that export a RecipientDirectory, unless it is global. */
  readonly imports?: ModuleMetadata['imports'];
  readonly mail: FileMailOptions;
}

/** Reminders and notices. Global: the planner asks it for the rules, features tell it what their things are called. */
@Global()
@Module({})
export class RemindersModule {
  static forRoot({ imports = [], mail }: RemindersModuleOptions): DynamicModule {
    return {
      module: RemindersModule,
      imports,
      controllers: [NoticesController],
      providers: [
        { provide: MailTransport, useFactory: () => new FileMailTransport(mail) },
        { provide: ReminderRules, useClass: RulebookReminders },
        { provide: WorkingDays, useClass: RulebookWorkingDays },
        ReminderSubjects,
        ReminderWriter,
        OwedThings,
        Wishes,
        WaitingThings,
        RemindersService,
        MailDeliveriesService,
        NoticesService,
        RemindersJobs,
        RemindersQueries,
      ],
      exports: [
        OwedThings,
        ReminderRules,
        ReminderSubjects,
        NoticesService,
        RemindersQueries,
        WaitingThings,
        Wishes,
        WorkingDays,
      ],
    };
  }
}
