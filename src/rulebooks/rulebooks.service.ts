import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import { PLAIN_MAIL, type MailPolicy, type ReminderRule } from '../../workflows/reminder';
import {
  coversPeriod,
  prizeOf,
  rulebookAt,
  tierOf,
  type Prize,
  type PrizeQuestion,
  type Rulebook,
  type Tier,
} from '../../workflows/rulebook';
import type { Release } from './release';

/** Injection token of the release that the process was started with. */
export const RELEASE = Symbol('Release');

/** The rules in force, for every feature: look-ups only, the evaluation is in the core. */
@Injectable()
export class RulebooksService {
  constructor(@Inject(RELEASE) private readonly current: Release) {}

  /** All rules, with the hash that a campaign pins. */
  release(): Release {
    return this.current;
  }

  /** The rulebook of a dossier submitted on this day; undefined when none covers it. */
  at(submittedOn: LocalDate): Rulebook | undefined {
    return rulebookAt(this.current.rulebooks, { submittedOn });
  }

  /** The tier as it stands on this day; undefined when it is unknown there. */
  tier(submittedOn: LocalDate, code: string): Tier | undefined {
    const rulebook = this.at(submittedOn);
    return rulebook && tierOf(rulebook, code);
  }

  /** The hash of the release when it covers the whole period, both days included; null when it does not. */
  releaseCovering(from: LocalDate, to: LocalDate): string | null {
    return coversPeriod(this.current.rulebooks, from, to) ? this.current.hash : null;
  }

  /** Prize money by the rules of the day of the decision; undefined where no rule is known. */
  prize(question: Omit<PrizeQuestion, 'rulebook' | 'baseSalaries'>): Prize | undefined {
    const rulebook = this.at(question.decidedOn);
    return rulebook && prizeOf({ ...question, rulebook, baseSalaries: this.current.baseSalaries });
  }

  /** The reminder rule of a kind of deadline; undefined when nobody is reminded of it. */
  reminder(kind: string): ReminderRule | undefined {
    return this.current.reminders.find((rule) => rule.kind === kind);
  }

  /** How mails of reminders leave, where users say nothing else. */
  mailPolicy(): MailPolicy {
    return this.current.mail ?? PLAIN_MAIL;
  }
}
