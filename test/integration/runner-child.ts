import 'reflect-metadata';
import { failpointsOf } from '../../src/platform/failpoints/armed-failpoints';
import { actorWith, openHarness, PLAN, UNIT } from './runner-harness';

/** What a test tells the process that is to die. */
export interface RunnerOrders {
  readonly file: string;
  readonly failpoint: string;
}

/** Sends commands one after the other and says which were acknowledged, until it is killed. */
async function work({ file, failpoint }: RunnerOrders): Promise<void> {
  const { runner, feature, persistence } = await openHarness(
    { kind: 'sqlite', file },
    undefined,
    failpointsOf([failpoint]),
  );
  const actor = actorWith('standingOffice');
  const sent = { actor, instanceId: CAMPAIGN_ID };
  await runner.open(feature, { ...sent, commandId: 'draft', type: 'campaign.draft', input: PLAN, unit: UNIT });
  process.stdout.write('draft\n');
  for (const commandId of ['revise-1', 'revise-2', 'revise-3']) {
    await runner.run(feature, { ...sent, commandId, type: 'campaign.revise', input: PLAN });
    process.stdout.write(`${commandId}\n`);
  }
  await persistence.close();
}

export const CAMPAIGN_ID = '00000000-0000-7000-8000-0000000000c1';

if (require.main === module) void work(JSON.parse(process.argv[2] ?? '{}') as RunnerOrders);
