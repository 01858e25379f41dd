import { Injectable } from '@nestjs/common';
import type { Route } from '../../../workflows/award';
import type { Citation, Dong, LocalDate } from '../../../workflows/kernel';
import {
  citationOf,
  isLowerTier,
  mayDecide,
  routeOf,
  tierOf,
  type GovernmentLevel,
  type SubjectKind,
  type TierFamily,
} from '../../../workflows/rulebook';
import { RulebooksService } from '../../rulebooks';

/** The route of a tier with its rule; without a route when no rule is known. */
export interface RouteFound {
  readonly route: Route | null;
  readonly citation?: Citation;
}

/** What the rulebooks say of tiers, as cases and decisions ask it. */
@Injectable()
export class TierRules {
  constructor(private readonly rulebooks: RulebooksService) {}

  /** The hash of the rules that this process was started with. */
  get release(): string {
    return this.rulebooks.release().hash;
  }

  /** The route by the rules of the day of submission, seen from the level that receives the dossier. */
  routeOf(tier: string, submittedOn: LocalDate, level: GovernmentLevel): RouteFound {
    const rulebook = this.rulebooks.at(submittedOn);
    const found = rulebook && routeOf(rulebook, tier, level);
    if (!found) return { route: null };
    const { council, publicity, upward, simple, consultations } = found;
    const asked = consultations && consultations.length > 0 ? { consultations } : {};
    return { route: { council, publicity, upward, simple, ...asked }, citation: citationOf(found) };
  }

  /** Days for the appraisal by the rules of the day; null where they leave it to the council. */
  processingDaysOf(tier: string, on: LocalDate, level: GovernmentLevel): number | null {
    const rulebook = this.rulebooks.at(on);
    return (rulebook && routeOf(rulebook, tier, level)?.processingDays) ?? null;
  }

  /** Whether the rules of the day know a tier that somebody decides on. */
  isKnown(tier: string, on: LocalDate): boolean {
    return (this.rulebooks.tier(on, tier)?.deciders ?? null) !== null;
  }

  /** Whether a tier ranks below another by the rules of the day. */
  isLower(tier: string, than: string, on: LocalDate): boolean {
    const rulebook = this.rulebooks.at(on);
    return rulebook !== undefined && isLowerTier(rulebook, tier, than);
  }

  /** The rule by which a case waits while something about its subject is pending; undefined where none is known. */
  freezeRuleOf(on: LocalDate): Citation | undefined {
    const freeze = this.rulebooks.at(on)?.freeze;
    return freeze ? citationOf(freeze) : undefined;
  }

  /** Whether a tier is given to this kind of subject, and the rule; true for a tier that no rule knows. */
  isGivenTo(tier: string, submittedOn: LocalDate, kind: SubjectKind): { isGiven: boolean; citation?: Citation } {
    const found = this.rulebooks.tier(submittedOn, tier);
    if (!found) return { isGiven: true };
    return { isGiven: found.subjects.includes(kind), citation: citationOf(found) };
  }

  /**
   * The family of a tier. A code means one thing in all rulebooks, so that the answer does not depend on a day;
   * a tier that no rulebook knows any more counts as the State's, since Party awards come from rulebooks only.
   */
  familyOf(code: string): TierFamily {
    const found = this.rulebooks
      .release()
      .rulebooks.flatMap(({ tiers }) => tiers)
      .find((tier) => tier.code === code);
    return found?.family ?? 'state';
  }

  /** Whether the head of an authority of this level decides on the tier on this day, and by which rule. */
  mayDecide(tier: string, on: LocalDate, level: GovernmentLevel): { may: boolean; citation?: Citation } {
    const rulebook = this.rulebooks.at(on);
    const found = rulebook && tierOf(rulebook, tier);
    if (!rulebook || !found) return { may: false };
    return { may: mayDecide(rulebook, tier, level), citation: citationOf(found.deciders ?? found) };
  }

  /** Prize money by the rules of the day of the decision; null where no rule is known. */
  prizeOf(tier: string, subjectKind: SubjectKind, decidedOn: LocalDate): Dong | null {
    return this.rulebooks.prize({ tier, subjectKind, decidedOn })?.amount ?? null;
  }
}
