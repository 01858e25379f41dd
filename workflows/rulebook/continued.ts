import type { Cited, Rulebook } from './rulebook.types';

/** A rulebook whose text is not known yet: the rows of an earlier one stand in for it. */
export type RulebookHead = Omit<
  Rulebook,
  'council' | 'multipliers' | 'rounding' | 'roundingOrder' | 'freeze' | 'tiers'
>;

/**
 * The rows of the earlier rulebook under the dates of the later one, every row marked as unverified and saying why:
 * better than no rule at all, and never taken for law.
 */
export function continued(head: RulebookHead, earlier: Rulebook): Rulebook {
  const doubt = <Row extends Cited | null>(row: Row): Row =>
    row && {
      ...row,
      status: 'unverified' as const,
      citation: `${row.citation} (tạm áp dụng theo ${earlier.regime}: chưa xem được văn bản của ${head.regime})`,
    };
  const { council, multipliers, rounding, roundingOrder, freeze = null, tiers } = earlier;
  return {
    ...head,
    council: {
      route: doubt(council.route),
      vote: doubt(council.vote),
      quorum: doubt(council.quorum),
      conflict: doubt(council.conflict),
    },
    multipliers: doubt(multipliers),
    rounding: doubt(rounding),
    roundingOrder: doubt(roundingOrder),
    freeze: doubt(freeze),
    tiers: tiers.map((tier) => ({
      ...doubt(tier),
      deciders: doubt(tier.deciders),
      route: doubt(tier.route),
      vote: doubt(tier.vote),
      quorum: doubt(tier.quorum),
      prize: doubt(tier.prize),
    })),
  };
}
