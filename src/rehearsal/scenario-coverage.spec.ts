import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWorkflows } from '../../workflows/all';
import { readScenario } from './format/read-scenario';
import type { CommandStep } from './scenario';

const SCENARIOS = join(__dirname, '../../test/scenarios');

const commands: readonly CommandStep[] = readdirSync(SCENARIOS)
  .filter((name) => name.endsWith('.yaml') && name !== 'province.yaml')
  .flatMap((name) => readScenario(name, readFileSync(join(SCENARIOS, name), 'utf8')).steps)
  .flatMap((step) => {
    if (step.kind === 'batch') return step.commands;
    return step.kind === 'command' ? [step] : [];
  });

const accepted = new Set(
  commands.filter(({ expected }) => expected.outcome === 'accepted').map(({ do: type }) => type),
);

/** What the system sends by itself, and what no scenario can bring about: a second release of the rules. */
const NOT_BY_HAND = new Set([
  'award.startReview',
  'award.returnToList',
  'award.recommend',
  'award.decline',
  'award.decide',
  'campaign.adoptRelease',
]);

/** What is not played yet. Nothing may be added. */
const NOT_YET = new Set<string>([
  'review.stepDown',
  'review.declare',
  'review.breakTie',
  'review.decideTie',
  'review.allotPlaces',
]);

describe('the scenarios', () => {
  it.each(allWorkflows.map(({ definition: { name, labels } }) => [name, Object.keys(labels.commands)] as const))(
    'play every command of the machine %s',
    (_, types) => {
      const missing = types.filter((type) => !accepted.has(type) && !NOT_BY_HAND.has(type));
      expect(missing.filter((type) => !NOT_YET.has(type))).toEqual([]);
    },
  );
});
