import type { ItemRule } from '../../workflows/review';
import { citationOf, type VoteRule, type VotingRules } from '../../workflows/rulebook';

const BASES = {
  allMembers: 'allMembers',
  presentMembers: 'present',
  validBallots: 'valid',
} as const satisfies Record<VoteRule['base'], string>;

/** The rule of a yes/no item from the rulebook. Where the law names no mode, the ballot is secret: it protects more. */
export function itemRuleOf(tier: string, { vote, quorum, conflict }: VotingRules): ItemRule {
  return {
    tier,
    kind: 'yesNo',
    choose: null,
    ballot: vote.ballot === 'open' ? 'open' : 'secret',
    passRule: {
      base: BASES[vote.base],
      threshold: vote.threshold,
      absent: vote.absent,
      conflictEffect: conflict.effect === 'baseShrinks' ? 'baseShrinks' : 'countsAsNotInFavour',
      citation: citationOf(vote),
    },
    quorum: quorum.threshold,
  };
}
