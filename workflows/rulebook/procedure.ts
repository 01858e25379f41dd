import type { Citation } from '../kernel';
import { mayDecide, tierOf } from './lookup';
import type { Cited, ConflictRule, GovernmentLevel, QuorumRule, RouteRule, Rulebook, VoteRule } from './rulebook.types';

/** The way of a case through one house. */
export interface Route extends RouteRule {
  /** Nobody at this level decides on the tier: what the council recommends is sent up. */
  readonly upward: boolean;
}

/** Everything that decides whether an item passes; each part with its own citation. */
export interface VotingRules {
  readonly vote: VoteRule;
  readonly quorum: QuorumRule;
  readonly conflict: ConflictRule;
}

/** The route of a tier, seen from a council of this level. Undefined for a tier that is unknown or only recorded. */
export function routeOf(rulebook: Rulebook, code: string, level: GovernmentLevel): Route | undefined {
  const tier = tierOf(rulebook, code);
  if (!tier?.deciders) return undefined;
  return { ...(tier.route ?? rulebook.council.route), upward: !mayDecide(rulebook, code, level) };
}

/** How a council votes on a tier. Undefined for a tier that is unknown or only recorded. */
export function voteRuleOf(rulebook: Rulebook, code: string): VotingRules | undefined {
  const tier = tierOf(rulebook, code);
  if (!tier?.deciders) return undefined;
  const { council } = rulebook;
  return { vote: tier.vote ?? council.vote, quorum: tier.quorum ?? council.quorum, conflict: council.conflict };
}

/** The citation of a row, as refusals and minutes show it. */
export function citationOf({ citation, status }: Cited): Citation {
  return { text: citation, status };
}
