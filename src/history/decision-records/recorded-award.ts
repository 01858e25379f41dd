import type { SubjectRef } from '../../people';
import type { RecordedAwardRequest } from './dto/decision-record.request';

/** An award to be entered, with its tier as the rulebooks or the old decision name it. */
export interface RecordedAward {
  readonly subject: SubjectRef;
  /** Code of the tier; null for what the rulebooks do not know. */
  readonly tier: string | null;
  readonly tierName: string;
  readonly family: 'state' | 'party';
  readonly kind: 'title' | 'form';
  readonly achievedFrom: string | null;
  readonly achievedTo: string | null;
  readonly amount: string | null;
}

/** A tier as the rulebooks have it. */
export type KnownTier = Pick<RecordedAward, 'tierName' | 'family' | 'kind'>;

/** Exactly one of both: a code, or a name with its family and kind. */
export function namesTier({ tier, tierName, family, kind }: RecordedAwardRequest): boolean {
  const hasName = tierName !== undefined && family !== undefined && kind !== undefined;
  const hasPart = tierName !== undefined || family !== undefined || kind !== undefined;
  return tier === undefined ? hasName : !hasPart;
}

/** Both days in order, or none: the next award then counts from the date of the decision. */
export function hasGoodPeriod({ achievedFrom, achievedTo }: RecordedAwardRequest): boolean {
  if (achievedFrom === undefined || achievedTo === undefined) return achievedFrom === achievedTo;
  return achievedFrom <= achievedTo;
}

/** The award with what is known of its tier. */
export function recordedAward(input: RecordedAwardRequest, known: KnownTier | undefined): RecordedAward {
  return {
    subject: subjectOf(input),
    tier: input.tier ?? null,
    tierName: known?.tierName ?? input.tierName ?? '',
    family: known?.family ?? input.family ?? 'state',
    kind: known?.kind ?? input.kind ?? 'form',
    achievedFrom: input.achievedFrom ?? null,
    achievedTo: input.achievedTo ?? null,
    amount: input.amount ?? null,
  };
}

/** Whom an entry is about. */
export function subjectOf({ subjectKind, subjectId }: RecordedAwardRequest): SubjectRef {
  return { kind: subjectKind, id: subjectId };
}
