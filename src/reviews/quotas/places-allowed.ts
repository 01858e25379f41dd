import { fillLabel, type Refusal } from '../../../workflows/kernel';
import type { QuotaLimit } from '../../awards';
import { refusal } from '../../platform/runner/refusals';
import { QUOTA_REFUSALS } from './quotas.errors';

/** How many places a quota of a council has, or why it cannot be opened. */
export type PlacesAllowed = { readonly places: number } | { readonly reasons: readonly Refusal[] };

/** What the council asks for, or as many as the rules allow where it says nothing: less than they allow, never more. */
export function placesAllowed(limit: QuotaLimit, asked: number | null): PlacesAllowed {
  switch (limit.kind) {
    case 'none':
      return asked === null ? because(refusal(QUOTA_REFUSALS.placesNotStated)) : { places: asked };
    case 'yearNotNamed':
      return because(refusal(QUOTA_REFUSALS.yearNotStated));
    case 'unknown':
      return because(limit.refusal);
    case 'places':
      return asked !== null && asked > limit.places
        ? because(aboveRule(limit, asked))
        : { places: asked ?? limit.places };
  }
}

function because(reason: Refusal): PlacesAllowed {
  return { reasons: [reason] };
}

function aboveRule({ places, quota, measure }: Extract<QuotaLimit, { kind: 'places' }>, asked: number): Refusal {
  const { code, vi, en } = QUOTA_REFUSALS.aboveRule;
  const { share, base, citations } = measure;
  const [citation] = citations;
  const message = fillLabel({ vi, en }, { places, tier: quota.tier, share, base: base ?? '…', asked });
  return { code, message, ...(citation ? { citation } : {}) };
}
