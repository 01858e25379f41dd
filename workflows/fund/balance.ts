import { addDong, type Dong } from '../kernel';

/** Where a fund stands. */
export interface Balance {
  readonly received: Dong;
  readonly spent: Dong;
  /** Whole đồng as text, with a minus when more was spent than received. */
  readonly balance: string;
  /** More was spent than received: shown, never hidden. */
  readonly isOverdrawn: boolean;
}

/** What is left of what came in. */
export function balanceOf(received: readonly Dong[], spent: readonly Dong[]): Balance {
  const [sumIn, sumOut] = [addDong(...received), addDong(...spent)];
  const left = BigInt(sumIn) - BigInt(sumOut);
  return { received: sumIn, spent: sumOut, balance: String(left), isOverdrawn: left < 0n };
}

/** The year whose books take a booking: its own, or the first one after it that is not closed. */
export function yearToBookIn(year: number, closedYears: readonly number[]): number {
  const closed = new Set(closedYears);
  let open = year;
  while (closed.has(open)) open += 1;
  return open;
}
