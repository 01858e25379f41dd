import { Logger } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FileMailTransport } from '../../src/adapters/mail';
import { openPersistence, type Persistence } from '../../src/platform/persistence';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { BACKGROUND_SCHEMA, Rig } from './background-rig';
import type { ChildOrders } from './relay-child';
import type { RulebooksService } from '../../src/rulebooks';
import { due, gatheringRulebooks, HEAD, OFFICER } from './reminder-samples';
import { START, vn } from './use-rig';

const EIGHT = vn('2024-03-08', '08:00');
/** The lease of the dead process is over by then. */
const A_MINUTE_LATER = vn('2024-03-08', '08:01');

/** Where the process dies, and what is then known of the mail. The second pass of the relay carries the mail. */
const PLACES = [
  ['planner.afterOccurrence', 'sent'],
  ['relay.afterClaim', 'sent'],
  ['relay.afterEnqueue', 'sent'],
  ['relay.afterMark', 'sent'],
  ['relay.afterClaim:2', 'sent'],
  ['relay.afterEnqueue:2', 'sent'],
  ['job.beforeHandler', 'sent'],
  ['job.afterHandler', 'sent'],
  ['job.beforeHandler:2', 'sent'],
  ['mail.beforeSend', 'inDoubt'],
  ['mail.afterSend', 'inDoubt'],
] as const;

/** The same with two reminders in one mail, which is due ten minutes after them: what comes before it is as above. */
const GATHERED_PLACES = [
  ['job.afterHandler', 'sent'],
  ['relay.afterEnqueue:2', 'sent'],
  ['job.beforeHandler:2', 'sent'],
  ['mail.beforeSend', 'inDoubt'],
  ['mail.afterSend', 'inDoubt'],
] as const;

describe('a process killed on the way from a deadline to its mail', () => {
  const directory = useTemporaryDirectory();
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it.each(PLACES)('at %s loses no reminder and tells nobody twice', async (failpoint, mailState) => {
    const name = failpoint.replace(/\W/g, '-');
    const file = join(directory(), `${name}.sqlite`);
    const mailDirectory = join(directory(), name);
    await withRig(file, mailDirectory, START, (rig) => rig.sync([], [due('campaign.reportDue', '2024-03-15')]));

    expect(await signalOf({ file, mailDirectory, now: EIGHT, failpoint })).toBe('SIGKILL');

    await withRig(file, mailDirectory, A_MINUTE_LATER, async (rig) => {
      await rig.tickAt(A_MINUTE_LATER);
      await rig.tickAt(A_MINUTE_LATER);
      expect(await rig.rows('SELECT job FROM outbox WHERE done_at IS NULL')).toEqual([]);
      expect(await rig.rows('SELECT status, note FROM occurrences WHERE offset_days = -7')).toEqual([
        { status: 'told', note: null },
      ]);
      const deliveries = await rig.rows(
        'SELECT recipient_user_id AS "to", channel, state FROM deliveries ORDER BY recipient_user_id, channel DESC',
      );
      expect(deliveries).toEqual([
        { to: HEAD, channel: 'notice', state: 'sent' },
        { to: HEAD, channel: 'mail', state: mailState },
        { to: OFFICER, channel: 'notice', state: 'sent' },
      ]);
      expect(await rig.rows('SELECT id FROM notices')).toHaveLength(2);
    });
    expect(await mailsIn(mailDirectory)).toBe(failpoint === 'mail.beforeSend' ? 0 : 1);
  });

  it.each(GATHERED_PLACES)('at %s loses nothing of a mail of several reminders', async (failpoint, mailState) => {
    const name = `gathered-${failpoint.replace(/\W/g, '-')}`;
    const [file, mailDirectory] = [join(directory(), `${name}.sqlite`), join(directory(), name)];
    const both = [due('campaign.reportDue', '2024-03-15'), due('campaign.reportDue', '2024-03-15', 'report:2')];
    await withRig(file, mailDirectory, START, (rig) => rig.sync([], both));

    const orders = { file, mailDirectory, now: EIGHT, failpoint, digestAt: vn('2024-03-08', '08:10') };
    expect(await signalOf(orders)).toBe('SIGKILL');

    const again = async (rig: Rig): Promise<void> => {
      for (const time of ['08:12', '08:23', '08:35']) await rig.tickAt(vn('2024-03-08', time));
      expect(await rig.rows('SELECT job FROM outbox WHERE done_at IS NULL')).toEqual([]);
      expect(
        await rig.rows("SELECT state, COUNT(*) AS count FROM deliveries WHERE channel = 'mail' GROUP BY state"),
      ).toEqual([{ state: mailState, count: 2 }]);
      expect(await rig.rows('SELECT id FROM notices')).toHaveLength(4);
    };
    await withRig(file, mailDirectory, vn('2024-03-08', '08:12'), again, gatheringRulebooks());
    expect(await mailsIn(mailDirectory)).toBe(failpoint === 'mail.beforeSend' ? 0 : 1);
  });
});

/** Runs a worker process with these orders; answers the signal that ended it. */
function signalOf(orders: ChildOrders): Promise<string | null> {
  const root = join(__dirname, '../..');
  const script = join(__dirname, 'relay-child.ts');
  const child = spawn(
    process.execPath,
    ['-r', join(root, 'test/support/register-cached.cjs'), script, JSON.stringify(orders)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal));
  });
}

async function withRig(
  file: string,
  mailDirectory: string,
  now: typeof START,
  work: (rig: Rig) => Promise<void>,
  rulebooks?: RulebooksService,
): Promise<void> {
  const persistence: Persistence = await openPersistence({ kind: 'sqlite', file }, BACKGROUND_SCHEMA);
  const mail = new FileMailTransport({ directory: mailDirectory, from: 'no-reply@example.org' });
  const rig = await new Rig({ persistence, now, mail, ...(rulebooks ? { rulebooks } : {}) }).start();
  try {
    await work(rig);
  } finally {
    await rig.stop();
    await persistence.close();
  }
}

/** The directory is made with the first mail. */
async function mailsIn(directory: string): Promise<number> {
  if (!existsSync(directory)) return 0;
  return (await readdir(directory)).filter((name) => name.endsWith('.eml')).length;
}
