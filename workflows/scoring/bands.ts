import { compareDecimals } from '../kernel';
import type { Band } from './scoring.types';

/** What is wrong with a list of bands. */
export type BandFault = 'bandEmpty' | 'bandGap' | 'bandOverlap';

/** Whether bands, in the order in which they are listed, from low to high, leave nothing out and share nothing. */
export function bandFaults(bands: readonly Band[]): readonly BandFault[] {
  const faults = new Set<BandFault>();
  for (const [index, band] of bands.entries()) {
    if (isEmpty(band)) faults.add('bandEmpty');
    const next = bands[index + 1];
    const fault = next && faultBetween(band, next);
    if (fault) faults.add(fault);
  }
  return [...faults];
}

function isEmpty({ from, isFromIncluded, to, isToIncluded }: Band): boolean {
  if (from === null || to === null) return false;
  const order = compareDecimals(from, to);
  return order > 0 || (order === 0 && !(isFromIncluded && isToIncluded));
}

function faultBetween({ to, isToIncluded }: Band, { from, isFromIncluded }: Band): BandFault | undefined {
  if (to === null || from === null) return 'bandOverlap';
  const order = compareDecimals(to, from);
  if (order !== 0) return order < 0 ? 'bandGap' : 'bandOverlap';
  if (isToIncluded && isFromIncluded) return 'bandOverlap';
  return isToIncluded || isFromIncluded ? undefined : 'bandGap';
}
