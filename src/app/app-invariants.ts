import { awardsInvariants } from '../awards';
import { campaignsInvariants } from '../campaigns';
import { examplesInvariants } from '../examples';
import { clustersInvariants } from '../clusters';
import { fundInvariants } from '../fund';
import { historyInvariants } from '../history';
import { importsInvariants } from '../imports';
import { operationsInvariants } from '../operations';
import { platformInvariants, type Invariant, type WorkflowTable } from '../platform/invariants';
import { peopleInvariants } from '../people';
import { pledgesInvariants } from '../pledges';
import { publicityInvariants } from '../publicity';
import { scoringInvariants } from '../scoring';
import { remindersInvariants } from '../reminders';
import { talliesInvariants } from '../tallies';
import { unitsInvariants } from '../units';

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
  ...remindersInvariants,
  ...unitsInvariants,
  ...peopleInvariants,
  ...campaignsInvariants,
  ...pledgesInvariants,
  ...awardsInvariants,
  ...historyInvariants,
  ...fundInvariants,
  ...clustersInvariants,
  ...scoringInvariants,
  ...examplesInvariants,
  ...publicityInvariants,
  ...talliesInvariants,
  ...operationsInvariants,
  ...importsInvariants,
];
