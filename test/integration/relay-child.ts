import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { instant } from '../../workflows/kernel';
import { FileMailTransport } from '../../src/adapters/mail';
import { openPersistence } from '../../src/platform/persistence';
import { BACKGROUND_SCHEMA, Rig } from './background-rig';
import { gatheringRulebooks } from './reminder-samples';

/** What a test tells the process that is to die. */
export interface ChildOrders {
  readonly file: string;
  readonly mailDirectory: string;
  readonly now: string;
  readonly failpoint: string;
  /** Set when mails are gathered: the moment at which the one mail of all is due. */
  readonly digestAt?: string;
}

/** One round of a worker: plans, relays and does all jobs, if it lives that long. */
async function work({ file, mailDirectory, now, failpoint, digestAt }: ChildOrders): Promise<void> {
  Logger.overrideLogger(false);
  const persistence = await openPersistence({ kind: 'sqlite', file }, BACKGROUND_SCHEMA);
  const mail = new FileMailTransport({ directory: mailDirectory, from: 'no-reply@example.org' });
  const gathering = digestAt === undefined ? {} : { rulebooks: gatheringRulebooks() };
  const rig = await new Rig({ persistence, now: instant(now), mail, failpoints: [failpoint], ...gathering }).start();
  await rig.tickAt(instant(now));
  if (digestAt !== undefined) await rig.tickAt(instant(digestAt));
  await rig.stop();
  await persistence.close();
}

void work(JSON.parse(process.argv[2] ?? '{}') as ChildOrders);
