import type { Route } from '../../../workflows/award';
import type { Citation, LocalDate, Term } from '../../../workflows/kernel';
import {
  appraisalTermOf,
  checklistOf,
  citationOf,
  eligibilityOf,
  isLowerTier,
  mayDecide,
  routeOf,
  tierOf,
  type ChecklistRule,
  type EligibilityAnswer,
  type EligibilityQuestion,
  type GovernmentLevel,
  type Rulebook,
  type SubjectKind,
  type Tier,
} from '../../../workflows/rulebook';
import type { Place, RulebooksService } from '../../rulebooks';

/** The route of a tier with its rule; without a route when no rule is known. */
export interface RouteFound {
  readonly route: Route | null;
  readonly citation?: Citation;
}

/** An answer with the rulebook that gave it. */
export interface JudgedByRules {
  readonly rulebook: Rulebook;
  readonly answer: EligibilityAnswer;
}

/** What the rules say of tiers to one authority: the nation's, with what its province, commune or unit set of its own. */
export class PlaceRules {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly place: Place,
  ) {}

  /** The route by the rules of the day of submission, seen from the level that receives the dossier. */
  routeOf(tier: string, submittedOn: LocalDate, level: GovernmentLevel): RouteFound {
    const rulebook = this.at(submittedOn);
    const found = rulebook && routeOf(rulebook, tier, level);
    if (!found) return { route: null };
    const { council, publicity, upward, simple, consultations } = found;
    const asked = consultations && consultations.length > 0 ? { consultations } : {};
    return { route: { council, publicity, upward, simple, ...asked }, citation: citationOf(found) };
  }

  /** How long the appraisal may take by the rules of the day; undefined where they leave it to the council. */
  appraisalTermOf(tier: string, on: LocalDate, level: GovernmentLevel): Term | undefined {
    const rulebook = this.at(on);
    return rulebook && appraisalTermOf(rulebook, tier, level);
  }

  /** Whether the rules of the day know a tier that somebody decides on. */
  isKnown(tier: string, on: LocalDate): boolean {
    return (this.tier(on, tier)?.deciders ?? null) !== null;
  }

  /** Whether a tier ranks below another by the rules of the day. */
  isLower(tier: string, than: string, on: LocalDate): boolean {
    const rulebook = this.at(on);
    return rulebook !== undefined && isLowerTier(rulebook, tier, than);
  }

  /** The rule by which a case waits while something about its subject is pending; undefined where none is known. */
  freezeRuleOf(on: LocalDate): Citation | undefined {
    const freeze = this.at(on)?.freeze;
    return freeze ? citationOf(freeze) : undefined;
  }

  /** Whether a tier is given to this kind of subject, and the rule; true for a tier that no rule knows. */
  isGivenTo(tier: string, submittedOn: LocalDate, kind: SubjectKind): { isGiven: boolean; citation?: Citation } {
    const found = this.tier(submittedOn, tier);
    if (!found) return { isGiven: true };
    return { isGiven: found.subjects.includes(kind), citation: citationOf(found) };
  }

  /** Whether the head of an authority of this level decides on the tier on this day, and by which rule. */
  mayDecide(tier: string, on: LocalDate, level: GovernmentLevel): { may: boolean; citation?: Citation } {
    const rulebook = this.at(on);
    const found = rulebook && tierOf(rulebook, tier);
    if (!rulebook || !found) return { may: false };
    return { may: mayDecide(rulebook, tier, level), citation: citationOf(found.deciders ?? found) };
  }

  /** Hash of the release that these rules are taken from. */
  get release(): string {
    return this.rulebooks.release().hash;
  }

  /** What a dossier of the tier must hold by the rules of the day; undefined where no text is known. */
  checklistOf(tier: string, on: LocalDate): ChecklistRule | undefined {
    const rulebook = this.at(on);
    return rulebook && checklistOf(rulebook, tier);
  }

  /** What the rules of the day of submission say of a subject; undefined where none covers the day or knows the tier. */
  eligibilityOf(question: EligibilityQuestion): JudgedByRules | undefined {
    const rulebook = this.at(question.on);
    if (!rulebook || !tierOf(rulebook, question.tier)) return undefined;
    return { rulebook, answer: eligibilityOf(rulebook, question) };
  }

  private at(day: LocalDate): Rulebook | undefined {
    return this.rulebooks.at(day, this.place);
  }

  private tier(day: LocalDate, code: string): Tier | undefined {
    return this.rulebooks.tier(day, code, this.place);
  }
}
