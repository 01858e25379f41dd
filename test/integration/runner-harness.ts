import { allWorkflows } from '../../workflows/all';
import { createRegistry, instant } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import type { Role } from '../../src/platform/auth/permission';
import { campaignsSchema } from '../../src/campaigns';
import { VirtualClock } from '../../src/platform/clock/virtual-clock';
import { sha256 } from '../../src/platform/crypto/sha256';
import { DeadlineStore } from '../../src/platform/deadlines/deadline-store';
import { deadlinesSchema } from '../../src/platform/deadlines/deadlines-schema';
import { NoFailpoints } from '../../src/platform/failpoints/failpoints';
import { SeededRandomness } from '../../src/platform/ids/seeded-randomness';
import { UuidIds } from '../../src/platform/ids/uuid-ids';
import { openPersistence, PrivateTexts, type Persistence, type PersistenceOptions } from '../../src/platform/persistence';
import { WakeUp } from '../../src/platform/relay/wake-up';
import { CommandWriter } from '../../src/platform/runner/command-writer';
import type { FeatureWorkflow } from '../../src/platform/runner/feature-workflow';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { WorkflowRunner } from '../../src/platform/runner/workflow-runner';

/** A runner on a database of its own, with the campaign workflow and facts that say yes. */
export interface RunnerHarness {
  readonly persistence: Persistence;
  readonly runner: WorkflowRunner;
  readonly clock: VirtualClock;
  readonly feature: FeatureWorkflow;
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
export async function openHarness(options: PersistenceOptions): Promise<RunnerHarness> {
  const statements: string[] = [];
  const persistence = await openPersistence(options, {
    entities: [...campaignsSchema.entities, ...deadlinesSchema.entities],
    migrations: [...campaignsSchema.migrations, ...deadlinesSchema.migrations],
    onStatement: (sql) => statements.push(sql),
  });
  const clock = new VirtualClock(instant('2024-01-19T07:00:00.000Z'));
  const randomness = new SeededRandomness('runner');
  const ids = new UuidIds(clock, randomness);
  const runner = new WorkflowRunner(
    persistence.uow,
    new RegistryHolder(createRegistry(allWorkflows, sha256)),
    clock,
    new CommandWriter(ids, new DeadlineStore(ids), new WakeUp()),
    new PrivateTexts(randomness, clock),
    new NoFailpoints(),
  );
  return { persistence, runner, clock, feature: campaignFeature(), statements };
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

function campaignFeature(): FeatureWorkflow {
  return {
    name: 'campaign',
    table: 'campaigns',
    project: () => ({ kind: 'regular', starts_on: '2024-01-01', ends_on: '2024-12-31', plan_revision: 1 }),
    gatherFacts: () => Promise.resolve(FACTS),
  };
}
