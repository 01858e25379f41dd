import { addDays, localDate } from '../../workflows/kernel';
import type { AwardEvidence, EligibilityQuestion, Evidence, EvidenceRating } from '../../workflows/rulebook';

const LAST_YEAR = 2025;
const RATINGS: readonly EvidenceRating[] = ['completed', 'good', 'good', 'excellent'];
const CONDITIONS = [
  'solidarityAndMovement',
  'productiveWork',
  'movementAndSocialActivity',
  'lawAbiding',
  'combatIngenuity',
];
const WON = ['LDTT', 'CSTDCS', 'BK_TINH', 'BK_TTG'];

/** One of a row of subjects that differ: five years of ratings, a few awards and initiatives, what people judged. */
export function subjectOf(index: number): Evidence {
  const next = numbers(index);
  return {
    subject: { kind: 'person', id: `s${index}` },
    isWoman: next(2) === 0,
    employedFrom: localDate(`${2000 + next(20)}-01-01`),
    ratings: Array.from({ length: 5 }, (_, back) => ({
      year: LAST_YEAR - back,
      rating: RATINGS[next(RATINGS.length)] as EvidenceRating,
      source: { kind: 'register', id: `r${index}-${5 - back}` },
    })),
    awards: Array.from({ length: next(6) }, (_, place) => awardOf(index, place, next)),
    initiatives: Array.from({ length: next(3) }, (_, place) => ({
      kind: next(4) === 0 ? 'research' : 'initiative',
      scope: next(5) === 0 ? 'province' : 'unit',
      recognisedOn: addDays(localDate('2024-07-01'), next(540)),
      usedFor: next(4) === 0 ? [{ id: `c${index}`, tier: 'CSTDCS' }] : [],
      source: { kind: 'register', id: `i${index}-${place}` },
    })),
    disciplines: [],
    freezes: [],
    services: [],
    members: [],
    leaderships: [],
    judgements: CONDITIONS.filter(() => next(3) > 0).map((condition) => ({
      condition,
      finding: next(8) === 0 ? 'notMet' : 'met',
      source: { kind: 'stated', id: condition },
    })),
    completeFrom: localDate('2020-01-01'),
  };
}

/** Whether the subject may be proposed for a tier for 2025. */
export function questionOf(evidence: Evidence, tier: string): EligibilityQuestion {
  return {
    tier,
    subjectKind: 'person',
    commendation: 'merit',
    on: localDate('2026-01-20'),
    achievedFrom: localDate('2025-01-01'),
    achievedTo: localDate('2025-12-31'),
    achievementId: null,
    evidence,
  };
}

function awardOf(index: number, place: number, next: (below: number) => number): AwardEvidence {
  const year = LAST_YEAR - 1 - next(6);
  return {
    tier: WON[next(WON.length)] as string,
    decidedOn: localDate(`${year + 1}-01-15`),
    achievedFrom: localDate(`${year}-01-01`),
    achievedTo: localDate(`${year}-12-31`),
    commendation: 'merit',
    achievementId: null,
    source: { kind: 'record', id: `a${index}-${place}` },
  };
}

/** Numbers that look random and are the same for the same subject in every run. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}
