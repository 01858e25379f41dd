import type { InitiativeEvidence } from '../evidence.types';
import { ordered, type Facts } from '../facts';
import { missingAnchor, usedSince } from '../held-awards';
import { SCOPE_ORDER } from '../orders';
import { optional, required } from '../parameters';
import { found, missingOf, NOTHING, predicate, usedOf } from '../predicate';
import { spanOf, type Span } from '../spans';

/**
 * Initiatives and accepted research with an effect recognised that far or farther. One that backs a title already is left
 * out unless the standard says otherwise (letter 5007/BNV-TĐKT of 2023, III.5c: one initiative backs one title).
 */
export const initiativesAtLeast = predicate({
  label: {
    vi: 'Có ít nhất {count} sáng kiến hoặc đề tài nghiên cứu được công nhận phạm vi {scope} trở lên',
    en: 'At least {count} initiatives or pieces of research recognised for the {scope} or farther',
  },
  parameters: {
    count: required('count'),
    scope: required('scope'),
    kind: optional('initiativeKind', { vi: ' (chỉ tính {kind})', en: ' ({kind} only)' }),
    within: optional('count', { vi: ' trong {within} năm gần nhất', en: ' within the last {within} years' }),
    since: optional('tier', { vi: ', kể từ sau khi được tặng {since}', en: ', since {since}' }),
    mayBackOthers: optional('flag', {
      vi: ', kể cả đã dùng cho danh hiệu khác',
      en: ', those that back another title included',
    }),
  },
  polarity: { initiative: 'supporting', initiativeUse: 'adverse', award: 'supporting' },
  judge: ({ count, scope, kind, within, since, mayBackOthers = false }) => {
    const least = SCOPE_ORDER.indexOf(scope);
    const isAsked = (each: InitiativeEvidence): boolean =>
      (kind === undefined || each.kind === kind) && SCOPE_ORDER.indexOf(each.scope) >= least;
    return (facts) => {
      const span = spanOf(facts, { within, since });
      const { sure, unsure } = classify(facts, span, isAsked, mayBackOthers);
      if (sure.length >= count) return found('met', usedSince(span.anchor, sure.map(usedInitiative)));
      const known = unsure.length === 0 ? sure : [...sure, ...unsure];
      const used = usedSince(span.anchor, known.length === 0 ? NOTHING : known.map(usedInitiative));
      if (known.length < count && facts.isComplete(span.possibleDay)) return found('notMet', used);
      const lacking = missingOf('initiative', { count: count - sure.length, scope });
      const before = since === undefined ? NOTHING : missingAnchor(since, span, facts.isComplete(span.sureDay));
      return found('notProven', used, before.length === 0 ? [lacking] : [...before, lacking]);
    };
  },
});

interface Classed {
  readonly sure: readonly InitiativeEvidence[];
  readonly unsure: readonly InitiativeEvidence[];
}

function classify(
  facts: Facts,
  span: Span,
  isAsked: (each: InitiativeEvidence) => boolean,
  mayBackOthers: boolean,
): Classed {
  const asked = facts.evidence.initiatives.filter(isAsked);
  if (asked.length === 0) return NONE;
  const sure: InitiativeEvidence[] = [];
  const unsure: InitiativeEvidence[] = [];
  for (const each of ordered(asked)) {
    if (each.recognisedOn < span.possibleDay || each.recognisedOn > facts.question.on) continue;
    const use = mayBackOthers ? 'free' : useOf(facts, each);
    if (use === 'used') continue;
    // Recognised after the achievement and before the proposal: whether it belongs to the achievement, a person says.
    const isInTime = each.recognisedOn >= span.sureDay && each.recognisedOn <= facts.question.achievedTo;
    (isInTime && use === 'free' ? sure : unsure).push(each);
  }
  return { sure, unsure };
}

const NONE: Classed = { sure: NOTHING, unsure: NOTHING };

/** Whether a title other than that of the case itself rests on it; unknown while nobody says what it backs. */
function useOf(facts: Facts, { usedFor }: InitiativeEvidence): 'free' | 'used' | 'unknown' {
  let use: 'free' | 'unknown' = 'free';
  for (const { id, tier } of usedFor) {
    if (id === facts.question.caseId) continue;
    const kind = tier === null ? undefined : facts.kindOf(tier);
    if (kind === 'title') return 'used';
    if (kind === undefined) use = 'unknown';
  }
  return use;
}

function usedInitiative({ kind, scope, recognisedOn, source }: InitiativeEvidence): ReturnType<typeof usedOf> {
  return usedOf('initiative', source, { kind, scope, recognisedOn });
}
