import { fractionText, type Fraction } from '../../workflows/kernel';
import { differingCodes, roundedDecimal, scoreOf, type Criterion, type ScoringSheet } from '../../workflows/scoring';
import type { CriterionScore, ScoredValue } from './dto/score.response';
import type { ScoreSource, StoredEntry } from './score';

type Shown = Pick<ScoredValue, keyof ScoredValue>;

/** Digits of points that are shown for reading; the exact ones stand beside them. */
const SHOWN_DIGITS = 2;

/** A sheet criterion by criterion: what the unit entered, what others give, and what counts. Groups are left out. */
export function scoreLines(
  sheet: ScoringSheet,
  stored: readonly StoredEntry[],
  reasons: ReadonlyMap<string, string | null>,
): readonly CriterionScore[] {
  const lines = sheet.criteria.filter(({ kind }) => kind !== 'group');
  const bySource = (source: ScoreSource, scorerId?: string): Map<string, StoredEntry> =>
    new Map(
      stored
        .filter((entry) => entry.source === source && (scorerId === undefined || entry.scorerId === scorerId))
        .map((entry) => [entry.criterionCode, entry]),
    );
  const shownOf = (entries: Map<string, StoredEntry>): ((criterion: Criterion) => Shown | null) => {
    const { points } = scoreOf(sheet, entries);
    return ({ code }) => valueOf(entries.get(code), points.get(code));
  };
  const [own, appraised] = [bySource('self'), bySource('appraisal')];
  const [ownOf, appraisedOf] = [shownOf(own), shownOf(appraised)];
  const changed = new Set(appraised.size === 0 ? [] : differingCodes(own, appraised));
  const scorers = [...new Set(stored.filter(({ source }) => source === 'cross').map(({ scorerId }) => scorerId))];
  const marks = scorers.map((unitId) => ({ unitId, of: shownOf(bySource('cross', unitId)) }));
  return lines.map((criterion) => {
    const [self, counting, entry] = [ownOf(criterion), appraisedOf(criterion), appraised.get(criterion.code)];
    return {
      code: criterion.code,
      kind: criterion.kind,
      self,
      marks: marks.flatMap(({ unitId, of }) => {
        const given = of(criterion);
        return given === null ? [] : [{ ...given, unitId }];
      }),
      appraisal: counting && { ...counting, reason: entry?.reason ? (reasons.get(entry.reason) ?? null) : null },
      isChanged: changed.has(criterion.code),
    };
  });
}

function valueOf(entry: StoredEntry | undefined, points: Fraction | undefined): Shown | null {
  if (!entry) return null;
  const { value, plan } = entry;
  if (!points) return { value, plan, points: null, shown: null };
  return { value, plan, points: fractionText(points), shown: roundedDecimal(points, SHOWN_DIGITS) };
}
