import type { GovernmentLevel } from '../cited.types';
import type { EvidenceRating, InitiativeEvidence } from './evidence.types';

export type InitiativeScope = InitiativeEvidence['scope'];

/** The worst first. */
export const RATING_ORDER: readonly EvidenceRating[] = ['notCompleted', 'completed', 'good', 'excellent'];

/** The narrowest first. */
export const SCOPE_ORDER: readonly InitiativeScope[] = ['unit', 'province', 'nation'];

/**
 * Khiển trách, cảnh cáo, hạ bậc lương, giáng chức, cách chức, buộc thôi việc: the mildest first. A form that is none of
 * them has a gravity that nobody knows here.
 */
export const DISCIPLINE_ORDER: readonly string[] = [
  'reprimand',
  'warning',
  'salaryReduction',
  'demotion',
  'removal',
  'dismissal',
];

/** From the highest. */
export const LEVELS: readonly GovernmentLevel[] = ['state', 'province', 'district', 'commune', 'unit'];
