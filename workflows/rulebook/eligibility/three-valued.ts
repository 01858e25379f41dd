import type { RuleStatus } from '../cited.types';
import type { Finding } from './answer.types';

/** From the strongest. */
const STRENGTH: readonly RuleStatus[] = ['verified', 'secondary', 'unverified'];

/** The weaker of two. */
export function weaker(one: RuleStatus, other: RuleStatus): RuleStatus {
  return STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;
}

/** Not met if one is not, met if all are. */
export function both(one: Finding, other: Finding): Finding {
  if (one === 'notMet' || other === 'notMet') return 'notMet';
  return one === 'met' && other === 'met' ? 'met' : 'notProven';
}

/** A finding and the status of the rows it rests on: of a condition its own row, of a group the parts that decide it. */
export interface Rested {
  readonly finding: Finding;
  readonly status: RuleStatus;
}

/**
 * What holds of several together, by strong Kleene logic: met as soon as enough parts are met, not met as soon as too few
 * can still be, not proven in between. All of n is n of n, any of n is 1 of n.
 */
export function together(needed: number, parts: readonly Rested[]): Rested {
  const finding = findingTogether(needed, parts);
  return { finding, status: statusTogether(finding, needed, parts) };
}

function findingTogether(needed: number, parts: readonly Rested[]): Finding {
  let met = 0;
  let possible = 0;
  for (const { finding } of parts) {
    if (finding === 'met') met += 1;
    if (finding !== 'notMet') possible += 1;
  }
  if (met >= needed) return 'met';
  return possible < needed ? 'notMet' : 'notProven';
}

/**
 * The weakest status that a finding needs: of three parts that are met where one is enough, the strongest speaks for it;
 * where all are needed, the weakest counts. What is not proven hangs on every part that is not.
 */
function statusTogether(finding: Finding, needed: number, parts: readonly Rested[]): RuleStatus {
  let verified = 0;
  let secondary = 0;
  let deciding = 0;
  for (const part of parts) {
    if (part.finding !== finding) continue;
    deciding += 1;
    if (part.status === 'verified') verified += 1;
    else if (part.status === 'secondary') secondary += 1;
  }
  const enough = finding === 'met' ? needed : finding === 'notMet' ? parts.length - needed + 1 : deciding;
  if (enough <= verified) return 'verified';
  return enough <= verified + secondary ? 'secondary' : 'unverified';
}
