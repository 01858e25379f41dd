import { complain, listOf, refuse, type Shape } from '../format/shape';
import { ballots } from './ballots';
import type { Check } from './check';
import { consultations } from './consultations';
import { eligibility } from './eligibility';
import { history } from './history';
import { verify } from './kept-promises';
import { knowledge } from './knowledge';
import { money } from './money';
import { possibilities } from './possibilities';
import { quotas } from './quotas';
import { reconciliations } from './reconciliations';
import { reminders } from './reminders';
import { reports } from './reports';
import { results } from './results';
import { states } from './states';
import { tallies } from './tallies';

const single =
  (shape: Shape<Check>): Shape<readonly Check[]> =>
  (node, reading) => [shape(node, reading)];

/** Everything that can be expected between two steps. */
const KINDS: Readonly<Record<string, Shape<readonly Check[]>>> = {
  states,
  knows: listOf(knowledge),
  reminders: listOf(reminders),
  reports: listOf(reports),
  results: listOf(results),
  ballots: listOf(ballots),
  quotas: listOf(quotas),
  consultations: listOf(consultations),
  tallies: listOf(tallies),
  money: listOf(money),
  history: listOf(history),
  eligibility: listOf(eligibility),
  reconciliations: listOf(reconciliations),
  commands: listOf(possibilities),
  verify: single(verify),
};

/** The expectations of one block. */
export const checksOf: Shape<readonly Check[]> = (node, reading) => {
  if (node.kind !== 'map') {
    return refuse(
      reading,
      node.line,
      `must have keys: ${Object.keys(KINDS).join(', ')}; the outcome of a command needs "do"`,
    );
  }
  return node.entries.flatMap(({ key, line, value }) => {
    const shape = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
    if (shape) return shape(value, reading);
    complain(reading, line, `"${key}" is an unknown key; the keys are ${Object.keys(KINDS).join(', ')}`);
    return [];
  });
};
