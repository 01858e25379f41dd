import { allWorkflows } from '../../workflows/all';
import { createRegistry, instant } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { campaignsSchema } from '../../src/campaigns';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { sha256 } from '../../src/platform/crypto/sha256';
import { DeadlineStore } from '../../src/platform/deadlines/deadline-store';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { NoFailpoints, type Failpoints } from '../../src/platform/failpoints/failpoints';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { UuidIds } from '../../src/platform/ids/uuid-ids';
import {
  openPersistence,
  PrivateTexts,
  type Persistence,
  type PersistenceOptions,
  type StatementListener,
} from '../../src/platform/persistence';
import { WakeUp } from '../../src/platform/relay/wake-up';
import { BulkDecider } from '../../src/platform/runner/bulk-decider';
import type { BulkFeature } from '../../src/platform/runner/bulk-feature';
import { BulkRunner } from '../../src/platform/runner/bulk-runner';
import { BulkWriter } from '../../src/platform/runner/bulk-writer';
import { CommandWriter } from '../../src/platform/runner/command-writer';
import type { FactQuestion, FeatureWorkflow } from '../../src/platform/runner/feature-workflow';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { WorkflowRunner } from '../../src/platform/runner/workflow-runner';

/** A runner on a database of its own, with the campaign workflow and facts that say yes. */
export interface RunnerHarness {
  readonly persistence: Persistence;
  readonly runner: WorkflowRunner;
  readonly bulk: BulkRunner;
  readonly clock: VirtualClock;
  readonly feature: FeatureWorkflow;
  readonly bulkFeature: BulkFeature;
  readonly statements: string[];
}

export const UNIT = { id: '00000000-0000-7000-8000-000000000001', path: '/00000000-0000-7000-8000-000000000001/' };

const FACTS = {
  openPledgeCount: 0,
  openCaseCount: 0,
  decidedCaseCount: 0,
  release: 'f'.repeat(64),
  unknownUnitIds: [],
  codeIsTaken: false,
  repeatedCodes: [],
  faultyMeasures: [],
  strayAllocations: [],
  strayGroups: [],
  strayOffices: [],
  parent: 'none',
  parentDepth: 0,
  strayUnitIds: [],
  workflowIds: ['pledge@1'],
};

export const PLAN = {
  kind: 'regular',
  periodType: 'calendarYear',
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  issuerIds: [UNIT.id],
  unitIds: [UNIT.id],
  rounds: [],
  indicators: [{ measures: [{}] }],
};

/** Opens everything anew. */
export async function openHarness(
  options: PersistenceOptions,
  onStatement?: StatementListener,
  failpoints: Failpoints = new NoFailpoints(),
): Promise<RunnerHarness> {
  const statements: string[] = [];
  const persistence = await openPersistence(options, {
    entities: [...campaignsSchema.entities, ...deadlinesSchema.entities],
    migrations: [...campaignsSchema.migrations, ...deadlinesSchema.migrations],
    onStatement: onStatement ?? ((sql) => statements.push(sql)),
  });
  const clock = new VirtualClock(instant('2024-01-19T07:00:00.000Z'));
  const randomness = new SeededRandomness('runner');
  const ids = new UuidIds(clock, randomness);
  const registry = new RegistryHolder(createRegistry(allWorkflows, sha256));
  const parts = [ids, new DeadlineStore(ids), new WakeUp()] as const;
  const writer = new CommandWriter(...parts);
  const texts = new PrivateTexts(randomness, clock);
  const runner = new WorkflowRunner(persistence.uow, registry, clock, writer, texts, failpoints);
  const bulk = new BulkRunner(persistence.uow, clock, new BulkDecider(registry, clock), new BulkWriter(...parts));
  const feature = campaignFeature();
  const bulkFeature = { ...feature, gatherFactsOfMany: factsOfMany };
  return { persistence, runner, bulk, clock, feature, bulkFeature, statements };
}

/** A user with one seat. */
export function actorWith(role: Role, unitPath = UNIT.path): Actor {
  return {
    id: `user-${role}-${unitPath}`,
    personId: null,
    isSystem: false,
    seats: [{ role, unitId: UNIT.id, unitPath, councilId: null }],
  };
}

function factsOfMany(_: unknown, questions: readonly FactQuestion[]): Promise<ReadonlyMap<string, object>> {
  return Promise.resolve(new Map(questions.map(({ instanceId }) => [instanceId, FACTS])));
}

function campaignFeature(): FeatureWorkflow {
  return {
    name: 'campaign',
    table: 'campaigns',
    project: () => ({ kind: 'regular', starts_on: '2024-01-01', ends_on: '2024-12-31', plan_revision: 1 }),
    gatherFacts: () => Promise.resolve(FACTS),
  };
}
