import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import { PLAIN_MAIL, type MailPolicy, type ReminderRule } from '../../workflows/reminder';
import {
  assembled,
  coversPeriod,
  endingsNear,
  partsAt,
  prizeOf,
  tierOf,
  type Ending,
  type Prize,
  type PrizeQuestion,
  type Rulebook,
  type Rules,
  type Tier,
} from '../../workflows/rulebook';
import type { Release } from './release';

/** Codes of the units from the root down to the authority that receives a dossier, or that hosts a council. */
export type Place = readonly string[];

/** Injection token of the release that the process was started with. */
export const RELEASE = Symbol('Release');

/** The rules in force, for every feature: look-ups only, the evaluation is in the core. */
@Injectable()
export class RulebooksService {
  /** Rulebooks with their layers, by what they are made of: places with the same layers share one. */
  private readonly merged = new Map<string, Rulebook>();

  constructor(@Inject(RELEASE) private readonly current: Release) {}

  /** All rules, with the hash that a campaign pins. */
  release(): Release {
    return this.current;
  }

  /**
   * The rulebook of a dossier submitted on this day to the authority at this place, with what its province, commune or unit
   * set of its own; without a place the nation's. Undefined when none covers the day.
   */
  at(submittedOn: LocalDate, place?: Place): Rulebook | undefined {
    const question = { submittedOn, ...(place === undefined ? {} : { place }) };
    const parts = partsAt(this.rules, question);
    if (!parts) return undefined;
    const key = [parts.rulebook, parts.later, ...parts.layers].map((part) => part?.id ?? '').join(' ');
    const rulebook = this.merged.get(key) ?? assembled(parts);
    this.merged.set(key, rulebook);
    return rulebook;
  }

  /** The tier as it stands on this day, and at this place; undefined when it is unknown there. */
  tier(submittedOn: LocalDate, code: string, place?: Place): Tier | undefined {
    const rulebook = this.at(submittedOn, place);
    return rulebook && tierOf(rulebook, code);
  }

  /** The rulebooks and layers that end within 90 days and are followed by none, or have ended so. */
  endingsNear(today: LocalDate): readonly Ending[] {
    return endingsNear(this.rules, today);
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
  private get rules(): Rules {
    return { rulebooks: this.current.rulebooks, layers: this.current.layers ?? [] };
  }
}
