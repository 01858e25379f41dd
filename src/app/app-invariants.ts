import { awardsInvariants } from '../awards';
import { campaignsInvariants } from '../campaigns';
import { platformInvariants, type Invariant, type WorkflowTable } from '../platform/invariants';
import { pledgesInvariants } from '../pledges';
import { talliesInvariants } from '../tallies';

/** Where the instances of each workflow are. */
const TABLES: readonly WorkflowTable[] = [
  { name: 'campaign', table: 'campaigns' },
  { name: 'pledge', table: 'pledges' },
  { name: 'review', table: 'review_rounds' },
  { name: 'award', table: 'award_cases' },
  { name: 'decision', table: 'decisions' },
];

/** Every check of the stored data: what `thidua verify` runs. */
export const appInvariants: readonly Invariant[] = [
  ...platformInvariants(TABLES),
  ...campaignsInvariants,
  ...pledgesInvariants,
  ...awardsInvariants,
  ...talliesInvariants,
];
