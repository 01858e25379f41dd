import { yearOn } from './stages';
import type { TallyAxis, TallyRow } from './tally.types';

/** How many of a tier a council may recommend. */
export interface TallyQuota {
  readonly quotaId: string;
  readonly councilId: string;
  /** The unit of the council. */
  readonly unitId: string;
  /** Path of that unit: its cases and those of all units below it come under the quota. */
  readonly unitPath: string;
  readonly tier: string;
  readonly places: number;
  /** False once it was closed: what is left then stays so. */
  readonly isOpen: boolean;
}

/** One line of a quota's ledger. */
export interface TallyQuotaEntry {
  readonly quotaId: string;
  /** `placed`, `waiting`, or out. */
  readonly state: string;
}

/** How a quota stands, beside the tally of its tier. */
export interface QuotaStanding extends Omit<TallyQuota, 'unitPath'> {
  /** Cases of the tier that are proposed, under the council's unit, in that year: they may be more than there are places. */
  readonly proposed: number;
  /** Places that somebody has. */
  readonly used: number;
  readonly left: number;
  /** Who has passed and waits for a place. */
  readonly waiting: number;
}

/** Which cases count as proposed. */
export interface QuotaQuestion {
  readonly axis: TallyAxis;
  /** On that axis; absent: any year. */
  readonly year?: number | undefined;
}

/** How quotas stand, by tier, then by id: the specification of what SQL computes. `rows` are the cases of their campaign. */
export function foldQuotas(
  quotas: readonly TallyQuota[],
  entries: readonly TallyQuotaEntry[],
  rows: readonly TallyRow[],
  { axis, year }: QuotaQuestion,
): readonly QuotaStanding[] {
  const asked = rows.filter((row) => {
    const own = yearOn(axis, row);
    return own !== null && (year === undefined || own === year);
  });
  return [...quotas]
    .sort((a, b) => order(a.tier, b.tier) || order(a.quotaId, b.quotaId))
    .map(({ unitPath, ...quota }) => {
      const own = entries.filter(({ quotaId }) => quotaId === quota.quotaId);
      const used = own.filter(({ state }) => state === 'placed').length;
      return {
        ...quota,
        proposed: asked.filter((row) => row.tier === quota.tier && row.unitPath.startsWith(unitPath)).length,
        used,
        left: quota.places - used,
        waiting: own.filter(({ state }) => state === 'waiting').length,
      };
    });
}

// By code unit, as both databases sort these columns.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
