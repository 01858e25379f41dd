import { compareDecimals, compareFractions, decimal, multiplyFractions, type Decimal, type Fraction } from '../kernel';
import { bandFaults, type BandFault } from './bands';
import { exactOf, plus, ZERO } from './exact';
import type { Criterion, ScoringSheet } from './scoring.types';

/** What is wrong with a scoring sheet. */
export type SheetFaultKind =
  | BandFault
  | 'codeRepeated'
  | 'unknownParent'
  | 'notInGroups'
  | 'fieldMissing'
  | 'fieldUnused'
  | 'outOfRange'
  | 'groupMax'
  | 'groupEmpty'
  | 'nothingScored'
  | 'tieBreakUnknown'
  | 'tieBreakRepeated'
  | 'tieBreakPenalty'
  | 'ballotNotLast';

export interface SheetFault {
  readonly kind: SheetFaultKind;
  /** The criterion; empty where it is about the whole sheet. */
  readonly code: string;
  /** The field that is missing, not used or out of range. */
  readonly field: string;
}

/** More than any sheet has, of a line or a group with its weight: totals stay within the limits of decimals. */
const MOST: Decimal = decimal('1000000');
const NOTHING: Decimal = decimal('0');

const ONE: Decimal = decimal('1');

const OPTIONAL = ['method', 'maxPoints', 'plan', 'measureCode', 'pointsEach', 'bands', 'onFail', 'roundTo'] as const;

type Field = (typeof OPTIONAL)[number];

/** Everything that keeps a sheet from being used, in the order of the sheet. */
export function sheetFaults(sheet: ScoringSheet): readonly SheetFault[] {
  const { criteria } = sheet;
  const heavy = tooHeavy(criteria);
  const ofCriteria = criteria.flatMap((criterion, index) => [
    ...placeFaults(criterion, criteria.slice(0, index)),
    ...fieldFaults(criterion),
    ...rangeFaults(criterion, heavy),
    ...bandFaults(criterion.bands).map((kind) => fault(kind, criterion.code)),
    ...groupFaults(criterion, criteria),
  ]);
  const isScored = criteria.some(({ kind }) => kind === 'score');
  return [...ofCriteria, ...(isScored ? [] : [fault('nothingScored')]), ...chainFaults(sheet)];
}

function fault(kind: SheetFaultKind, code = '', field = ''): SheetFault {
  return { kind, code, field };
}

function placeFaults({ code, kind, parentCode }: Criterion, before: readonly Criterion[]): readonly SheetFault[] {
  const isKnown = before.some((other) => other.code === parentCode && other.kind === 'group');
  const isInPlace = parentCode === null || kind === 'group' || kind === 'score';
  return [
    ...(before.some((other) => other.code === code) ? [fault('codeRepeated', code)] : []),
    ...(parentCode !== null && !isKnown ? [fault('unknownParent', code)] : []),
    ...(isInPlace ? [] : [fault('notInGroups', code)]),
  ];
}

/** Fields that a line needs, those of which it needs exactly one, and those it may have. Others would be read by nobody. */
function fieldsOf({ kind, method }: Criterion): {
  readonly needed: readonly Field[];
  readonly oneOf: readonly Field[];
  readonly allowed: readonly Field[];
} {
  if (kind === 'group') return { needed: [], oneOf: [], allowed: ['maxPoints'] };
  if (kind === 'gate') return { needed: ['onFail'], oneOf: ['plan', 'measureCode'], allowed: [] };
  const needed: readonly Field[] = ['method', 'maxPoints'];
  const allowed: readonly Field[] = ['roundTo'];
  if (method === 'share' || method === 'allOrNothing') return { needed, oneOf: ['plan', 'measureCode'], allowed };
  if (method === 'bands') return { needed: [...needed, 'bands'], oneOf: [], allowed: [...allowed, 'measureCode'] };
  if (method === 'count') return { needed: [...needed, 'pointsEach'], oneOf: [], allowed: [...allowed, 'measureCode'] };
  return { needed, oneOf: [], allowed };
}

function fieldFaults(criterion: Criterion): readonly SheetFault[] {
  const { needed, oneOf, allowed } = fieldsOf(criterion);
  const has = (field: Field): boolean => (field === 'bands' ? criterion.bands.length > 0 : criterion[field] !== null);
  const given = oneOf.filter(has);
  const missing = [...needed.filter((field) => !has(field)), ...(oneOf.length > 0 && given.length === 0 ? oneOf : [])];
  const known = [...needed, ...given.slice(0, 1), ...allowed];
  const unused = OPTIONAL.filter((field) => has(field) && !known.includes(field));
  return [
    ...missing.map((field) => fault('fieldMissing', criterion.code, field)),
    ...unused.map((field) => fault('fieldUnused', criterion.code, field)),
    ...(criterion.kind === 'gate' && criterion.weight !== ONE ? [fault('fieldUnused', criterion.code, 'weight')] : []),
  ];
}

function rangeFaults(
  { code, weight, maxPoints, plan, pointsEach, bands }: Criterion,
  heavy: ReadonlySet<string>,
): readonly SheetFault[] {
  const isPoints = (value: Decimal | null): boolean => value === null || isPositive(value);
  const isBandIn = bands.every(
    ({ points }) => compareDecimals(points, NOTHING) >= 0 && compareDecimals(points, maxPoints ?? MOST) <= 0,
  );
  return [
    ...(isPoints(weight) && !(isPoints(maxPoints) && heavy.has(code)) ? [] : [fault('outOfRange', code, 'weight')]),
    ...(isPoints(maxPoints) ? [] : [fault('outOfRange', code, 'maxPoints')]),
    ...(plan === null || compareDecimals(plan, NOTHING) > 0 ? [] : [fault('outOfRange', code, 'plan')]),
    ...(isPoints(pointsEach) ? [] : [fault('outOfRange', code, 'pointsEach')]),
    ...(isBandIn ? [] : [fault('outOfRange', code, 'bands')]),
  ];
}

function isPositive(value: Decimal): boolean {
  return compareDecimals(value, NOTHING) > 0 && compareDecimals(value, MOST) <= 0;
}

/** What is printed as the most of a group must be what its parts can bring: otherwise one of them was typed wrong. */
function groupFaults({ code, kind, maxPoints }: Criterion, criteria: readonly Criterion[]): readonly SheetFault[] {
  if (kind !== 'group') return [];
  const parts = criteria.filter(({ parentCode }) => parentCode === code);
  if (parts.length === 0) return [fault('groupEmpty', code)];
  if (maxPoints === null || parts.some((part) => part.maxPoints === null)) return [];
  const sum = parts.reduce((total, part) => plus(total, weighted(exactOf(part.maxPoints ?? NOTHING), part)), ZERO);
  return compareFractions(sum, exactOf(maxPoints)) === 0 ? [] : [fault('groupMax', code)];
}

/** Lines and groups that could bring too much. Groups lie in groups and each has a weight: what is small multiplies. */
function tooHeavy(criteria: readonly Criterion[]): ReadonlySet<string> {
  const [heavy, sums] = [new Set<string>(), new Map<string, Fraction>()];
  const limit = exactOf(MOST);
  // From the end, all parts are summed up when their group comes, as scores are.
  for (const criterion of [...criteria].reverse()) {
    const { code, parentCode, maxPoints } = criterion;
    const most = weighted(sums.get(code) ?? exactOf(maxPoints ?? NOTHING), criterion);
    const isHeavy = compareFractions(most, limit) > 0;
    if (isHeavy) heavy.add(code);
    if (parentCode !== null) sums.set(parentCode, plus(sums.get(parentCode) ?? ZERO, isHeavy ? limit : most));
  }
  return heavy;
}

function weighted(points: Fraction, { weight }: Pick<Criterion, 'weight'>): Fraction {
  return multiplyFractions(points, exactOf(weight));
}

function chainFaults({ criteria, tieBreak }: ScoringSheet): readonly SheetFault[] {
  const isKnown = (code: string | null): boolean =>
    criteria.some((criterion) => criterion.code === code && criterion.kind !== 'gate');
  const isOfPenalty = criteria.some(
    ({ code, kind }) => kind === 'penalty' && tieBreak.some((link) => link.by === 'criterion' && link.code === code),
  );
  const keys = tieBreak.map(({ by, code }) => `${by} ${code ?? ''}`);
  const ballot = tieBreak.findIndex(({ by }) => by === 'ballot');
  const isMeant = tieBreak.every(({ by, code }) => (by === 'criterion' ? isKnown(code) : code === null));
  return [
    ...(isMeant ? [] : [fault('tieBreakUnknown')]),
    // More points of a penalty are worse: `fewerPenalties` says which way round.
    ...(isOfPenalty ? [fault('tieBreakPenalty')] : []),
    ...(new Set(keys).size === keys.length ? [] : [fault('tieBreakRepeated')]),
    ...(ballot === -1 || ballot === tieBreak.length - 1 ? [] : [fault('ballotNotLast')]),
  ];
}
