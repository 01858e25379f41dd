import type { Finding, UsedEvidence } from '../answer.types';
import type { Facts, Held } from '../facts';
import { heldBefore, missingAnchor, missingAward, usedAward, usedSince } from '../held-awards';
import { optional, required } from '../parameters';
import { found, missingOf, predicate, type Found } from '../predicate';
import { anyTime, spanOf, type Span } from '../spans';
import { bestRun, type Run } from './runs';

const POLARITY = { award: 'supporting' } as const;

/** An award of a tier, whenever it was won. */
export const holds = predicate({
  label: { vi: 'Đã được tặng {tier}', en: 'Holds {tier}' },
  parameters: { tier: required('tier') },
  polarity: POLARITY,
  judge:
    ({ tier }) =>
    (facts) => {
      const { finding, by } = heldBefore(facts, tier, Number.POSITIVE_INFINITY);
      return found(finding, by ? [usedAward(by.award)] : unsureOf(facts, tier), [missingAward(tier)]);
    },
});

/** An award of a tier for the year of the achievement. */
export const holdsForYear = predicate({
  label: { vi: 'Được tặng {tier} của năm xét', en: 'Holds {tier} for the year' },
  parameters: { tier: required('tier') },
  polarity: POLARITY,
  judge:
    ({ tier }) =>
    (facts) =>
      times(facts, tier, 1, spanOf(facts, { within: 1 })),
});

/** How often a tier was won: once a year for a title, once a decision for a form. */
export const heldTimes = predicate({
  label: { vi: 'Được tặng {tier} ít nhất {times} lần', en: 'Holds {tier} at least {times} times' },
  parameters: {
    tier: required('tier'),
    times: required('count'),
    within: optional('count', { vi: ' trong {within} năm gần nhất', en: ' of the last {within} years' }),
    since: optional('tier', { vi: ', kể từ sau khi được tặng {since}', en: ', since {since}' }),
  },
  polarity: POLARITY,
  judge:
    ({ tier, times: needed, within, since }) =>
    (facts) => {
      const isBounded = within !== undefined || since !== undefined;
      return times(facts, tier, needed, isBounded ? spanOf(facts, { within, since }) : anyTime(facts), since);
    },
});

/** A tier won for consecutive years. */
export const heldConsecutively = predicate({
  label: { vi: 'Được tặng {tier} {times} lần liên tục', en: 'Holds {tier} {times} times consecutively' },
  parameters: {
    tier: required('tier'),
    times: required('count'),
    endsWithin: optional('number', {
      vi: ', lần cuối không quá {endsWithin} năm trước năm xét',
      en: ', the last no more than {endsWithin} years before the year',
    }),
    since: optional('tier', { vi: ', sau khi được tặng {since}', en: ', after {since}' }),
  },
  polarity: POLARITY,
  judge:
    ({ tier, times: needed, endsWithin, since }) =>
    (facts) =>
      consecutively(facts, bestRun(facts, { tier, times: needed, endsWithin, since }), tier, since),
});

function consecutively(facts: Facts, run: Run, tier: string, since: string | undefined): Found {
  if (run.finding === 'notMet')
    return found(
      'notMet',
      facts.heldOf(tier).map(({ award }) => usedAward(award)),
    );
  const used = usedSince(
    run.anchor,
    run.held.map(({ award }) => usedAward(award)),
  );
  const missing = run.lacking.map((year) => missingAward(tier, { year }));
  const isAnchorMissing = since !== undefined && run.anchor === undefined;
  return found(run.finding, used, isAnchorMissing ? [missingAward(since), ...missing] : missing);
}

function times(facts: Facts, tier: string, needed: number, span: Span, since?: string): Found {
  const isTitle = facts.kindOf(tier) === 'title';
  const sure = distinct(
    facts.heldOf(tier).filter((held) => held.isSure && held.from >= span.sureYear && held.to <= facts.year),
    isTitle,
  );
  const used = usedSince(
    span.anchor,
    sure.map(({ award }) => usedAward(award)),
  );
  if (sure.length >= needed) return found('met', used);
  const missing = [
    ...missingAnchor(since, span, facts.isCompleteFromYear(span.sureYear)),
    missingOf('award', { tier, times: needed - sure.length }),
  ];
  return found(stillPossible(facts, tier, needed, span, isTitle), used, missing);
}

function stillPossible(facts: Facts, tier: string, needed: number, span: Span, isTitle: boolean): Finding {
  // A title is won once a year, so that a short time cannot hold many.
  const most = isTitle ? facts.year - span.possibleYear + 1 : Number.POSITIVE_INFINITY;
  if (most < needed) return 'notMet';
  if (!facts.isCompleteFromYear(span.possibleYear)) return 'notProven';
  const possible = facts.heldOf(tier).filter(({ from, to }) => to >= span.possibleYear && from <= facts.year);
  return distinct(possible, isTitle).length >= needed ? 'notProven' : 'notMet';
}

/** A title counts once a year, a form once a decision and period, however often it was entered. */
function distinct(held: readonly Held[], isTitle: boolean): readonly Held[] {
  const isSame = (one: Held, other: Held): boolean =>
    isTitle
      ? one.from === other.from && one.to === other.to
      : one.award.decidedOn === other.award.decidedOn &&
        one.award.achievedFrom === other.award.achievedFrom &&
        one.award.achievedTo === other.award.achievedTo;
  return held.filter((each, place) => held.findIndex((other) => isSame(each, other)) === place);
}

function unsureOf(facts: Facts, tier: string): readonly UsedEvidence[] {
  return facts.heldOf(tier).map(({ award }) => usedAward(award));
}
