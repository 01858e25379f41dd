import { decimal } from '../../kernel';
import type { Band, Criterion, Entries, ScoringSheet } from '../scoring.types';

const NO_CRITERION: Criterion = {
  code: 'c',
  name: 'Tiêu chí',
  parentCode: null,
  kind: 'score',
  method: null,
  weight: decimal('1'),
  maxPoints: null,
  plan: null,
  measureCode: null,
  pointsEach: null,
  bands: [],
  onFail: null,
  roundTo: null,
};

/** A criterion worth ten points that are given, with whatever else is wanted. */
export function aCriterion(code: string, wanted: Partial<Criterion> = {}): Criterion {
  const { kind = 'score' } = wanted;
  const usual: Partial<Criterion> =
    kind === 'group' || kind === 'gate' ? {} : { method: 'given', maxPoints: decimal('10') };
  return { ...NO_CRITERION, ...usual, ...wanted, code };
}

/** A sheet of these criteria, rounded to two digits, without a chain. */
export function aSheet(criteria: readonly Criterion[], wanted: Partial<ScoringSheet> = {}): ScoringSheet {
  return { criteria, bonusCap: null, penaltyCap: null, roundTo: 2, tieBreak: [], ...wanted };
}

/** Entries of these values, without plans of their own. */
export function entriesOf(values: Readonly<Record<string, string>>): Entries {
  return new Map(Object.entries(values).map(([code, value]) => [code, { value: decimal(value), plan: null }]));
}

/** A band as one writes it: `[80, 100)`; an empty end is open. */
export function aBand(text: string, points: string): Band {
  const [, open = '', from = '', to = '', close = ''] = /^([[(])(.*), ?(.*)([\])])$/.exec(text) ?? [];
  const end = (value: string): Band['from'] => (value === '' ? null : decimal(value));
  return {
    from: end(from),
    isFromIncluded: open === '[',
    to: end(to),
    isToIncluded: close === ']',
    points: decimal(points),
  };
}
