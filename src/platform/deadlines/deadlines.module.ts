import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DeadlinePasser } from './deadline-passer';
import { DeadlinesJobs } from './deadlines.jobs';
import { OccurrencePlanner } from './occurrence-planner';
import { OccurrenceReleaser } from './occurrence-releaser';
import { Planner, PLANNER_SETTINGS, type PlannerSettings } from './planner';
import { TermRecounter } from './term-recounter';

/**
 * The watch over deadlines. Needs providers of ReminderRules and WorkingDays that are visible everywhere (RemindersModule
 * has them), and the DeadlineStore's side is with the runner.
 */
@Global()
@Module({})
export class DeadlinesModule {
  static forRoot(settings: PlannerSettings): DynamicModule {
    return {
      module: DeadlinesModule,
      providers: [
        { provide: PLANNER_SETTINGS, useValue: settings },
        OccurrencePlanner,
        OccurrenceReleaser,
        DeadlinePasser,
        DeadlinesJobs,
        TermRecounter,
        Planner,
      ],
      exports: [Planner],
    };
  }
}
