import type { Invariant } from '../platform/invariants';
import { recordsEnteredOnce } from './invariants/claims-stand';
import { initiativesBackOneThing } from './invariants/initiative-uses';

/** What the registers of history promise, for `thidua verify`. */
export const historyInvariants: readonly Invariant[] = [recordsEnteredOnce, initiativesBackOneThing];
