import type { Citation, FractionText, Instant, LocalDate } from '../../../workflows/kernel';
import type { QuotaRounding, QuotaRule, SubjectKind } from '../../../workflows/rulebook';
import { derivedId } from '../../platform/ids/derived-id';

/** What one quota of the rules is told apart by. */
export interface QuotaKey {
  readonly tier: string;
  /** The unit within which it counts, or the campaign. */
  readonly scopeId: string;
  /** The year in which the achievement ends; null for a campaign. */
  readonly year: number | null;
  /** The kind of subject that it limits; null for all together. */
  readonly subjects: SubjectKind | null;
}

/** A quota of the rules at its place, with the row that makes it one. */
export interface QuotaAt extends QuotaKey {
  readonly id: string;
  readonly unitPath: string;
  readonly rule: QuotaRule;
}

/** What a list was measured by. */
export interface QuotaMeasure {
  readonly share: FractionText;
  readonly rounding: QuotaRounding;
  /** Null where neither the registers nor the office say it. */
  readonly base: number | null;
  readonly baseFrom: 'registers' | 'stated' | 'unknown';
  /** Null where the base is not known: not proven. */
  readonly places: number | null;
  readonly citations: readonly Citation[];
}

/** What the office stated. */
export interface StatedBase {
  readonly base: number | null;
  readonly rounding: QuotaRounding | null;
}

/** A case as quotas look at it. */
export interface QuotaCase {
  readonly caseId: string;
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly unitId: string;
  readonly unitPath: string;
  readonly campaignId: string | null;
  /** Path of the unit that leads the campaign. */
  readonly campaignPath: string | null;
  readonly release: string | null;
  readonly achievedTo: LocalDate;
  readonly submittedAt: Instant | null;
  readonly authorityUnitId: string;
  readonly authorityPath: string;
}

/** The id that every quota of this key has, on whatever machine it is written first. */
export function quotaIdOf({ tier, scopeId, year, subjects }: QuotaKey): string {
  return derivedId('tier quota', tier, scopeId, String(year ?? 'none'), subjects ?? 'all');
}

/** Where a row limits a case; undefined for a row on campaigns and a case of none. */
export function quotaAtCase(rule: QuotaRule, of: QuotaCase): QuotaAt | undefined {
  const year = Number(of.achievedTo.slice(0, 4));
  if (rule.scope === 'campaign') {
    if (of.campaignId === null || of.campaignPath === null) return undefined;
    return quotaAt(rule, { tier: of.tier, scopeId: of.campaignId, year: null }, of.campaignPath);
  }
  const isUnits = rule.scope === 'unit';
  const scopeId = isUnits ? of.unitId : of.authorityUnitId;
  return quotaAt(rule, { tier: of.tier, scopeId, year }, isUnits ? of.unitPath : of.authorityPath);
}

/** The quota of a row at a place. */
export function quotaAt(rule: QuotaRule, at: Omit<QuotaKey, 'subjects'>, unitPath: string): QuotaAt {
  const key = { ...at, subjects: rule.subjects };
  return { ...key, id: quotaIdOf(key), unitPath, rule };
}

const KEEPING: ReadonlySet<string> = new Set([
  'inReview',
  'recommended',
  'decided',
  'presented',
  'sentUp',
  'grantedAbove',
  'onHold',
]);

/** Whether a case in this state keeps the place that it took; one that was withdrawn, refused or judged anew does not. */
export function keepsItsPlace(state: string): boolean {
  return KEEPING.has(state.split('.')[0] ?? '');
}
