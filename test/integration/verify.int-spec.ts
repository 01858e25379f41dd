import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Database } from 'sqlite3';
import { MS_PER_DAY, addMilliseconds } from '../../workflows/kernel';
import { campaignsInvariants } from '../../src/campaigns/campaigns.invariants';
import { platformInvariants, VerifyService, type VerifyReport } from '../../src/platform/invariants';
import { writeAnchor } from '../../src/platform/persistence';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { aCampaign, aTree, STAGES } from './verify-campaigns';
import { START, VerifyRig } from './verify-rig';

const directory = useTemporaryDirectory();
let rig: VerifyRig;

beforeAll(async () => {
  Logger.overrideLogger(false);
  rig = await VerifyRig.start({
    database: { kind: 'sqlite', file: join(directory(), 'thidua.sqlite') },
    mailDirectory: join(directory(), 'mail'),
    invariants: [...platformInvariants([{ name: 'campaign', table: 'campaigns' }]), ...campaignsInvariants],
  });
  const tree = await aTree(rig);
  const t = Date.now();
  for (let i = 0; i < 240; i += 1) await aCampaign(rig, tree, `C${i}`, STAGES[i % STAGES.length]!);
  process.stderr.write(`made ${Date.now() - t}\n`);
});
afterAll(() => rig?.stop());

it('x', async () => {
  const t = Date.now();
  const report = await rig.get(VerifyService).run();
  process.stderr.write(`verified ${Date.now() - t}\n`);
  process.stderr.write(JSON.stringify(report, null, 1).slice(0, 6000));
});
void Database;
void MS_PER_DAY;
void addMilliseconds;
void writeAnchor;
void START;
void ({} as VerifyReport);
