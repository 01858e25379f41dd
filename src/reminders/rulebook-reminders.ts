import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import { occurrencesOf } from '../../workflows/reminder';
import { ReminderRules, type ReminderPlan } from '../platform/deadlines/reminder-rules.port';
import { RulebooksService } from '../rulebooks';

/** When to remind of a deadline, by the rules of config/rulebooks/reminders.yaml. */
@Injectable()
export class RulebookReminders extends ReminderRules {
  constructor(private readonly rulebooks: RulebooksService) {
    super();
  }

  override planFor({ kind, dueOn }: { readonly kind: string; readonly dueOn: LocalDate }): ReminderPlan | undefined {
    const rule = this.rulebooks.reminder(kind);
    if (!rule) return undefined;
    const moments = occurrencesOf(rule, { dueOn }).map(({ offsetDays, at }) => ({ offsetDays, dueAt: at }));
    return { moments, catchUp: rule.catchUp };
  }
}
