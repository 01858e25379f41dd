import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readStream } from '../../src/platform/persistence';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { CAMPAIGN_ID, type RunnerOrders } from './runner-child';
import { actorWith, openHarness, PLAN } from './runner-harness';

/** Where the process dies, which commands it acknowledged before, and which are stored all the same. */
const PLACES = [
  ['runner.beforeCommit', [], []],
  ['runner.beforeCommit:3', ['draft', 'revise-1'], ['draft', 'revise-1']],
  ['runner.afterCommit', [], ['draft']],
  ['runner.afterCommit:3', ['draft', 'revise-1'], ['draft', 'revise-1', 'revise-2']],
] as const;

describe('a process killed around the commit of a command', () => {
  const directory = useTemporaryDirectory();

  it.each(PLACES)('at %s keeps every acknowledged command, whole or not at all', async (failpoint, told, kept) => {
    const file = join(directory(), `${failpoint.replace(/\W/g, '-')}.sqlite`);
    const died = await run({ file, failpoint });
    expect(died).toEqual({ signal: 'SIGKILL', acknowledged: told });

    const { persistence, runner, feature } = await openHarness({ kind: 'sqlite', file });
    try {
      const events = await readStream(persistence.reads, CAMPAIGN_ID);
      expect(verifyStream(events)).toMatchObject({ isWhole: true });
      const commands = events.filter((event) => event.kind === 'command').map((event) => event.commandId);
      expect(commands).toEqual(kept);
      const answers = await persistence.reads.rows<{ id: string }>(
        'SELECT message_id AS id FROM processed_messages ORDER BY created_at, message_id',
      );
      expect(answers.map(({ id }) => id).sort()).toEqual([...kept].sort());
      const [row] = await persistence.reads.rows<{ version: number }>('SELECT version FROM campaigns');
      expect(row?.version).toBe(kept.length > 0 ? kept.length : undefined);
      if (kept.length > 0) {
        // The client did not see the answer and asks again with the same id.
        const last = kept[kept.length - 1] ?? '';
        const again = { actor: actorWith('standingOffice'), instanceId: CAMPAIGN_ID, commandId: last, input: PLAN };
        if (last !== 'draft') {
          expect(await runner.run(feature, { ...again, type: 'campaign.revise' })).toMatchObject({
            outcome: 'accepted',
            version: kept.length,
            isRepeat: true,
          });
        }
      }
    } finally {
      await persistence.close();
    }
  });
});

/** Runs the child with these orders; answers how it ended and what it had acknowledged by then. */
function run(orders: RunnerOrders): Promise<{ signal: string | null; acknowledged: string[] }> {
  const root = join(__dirname, '../..');
  const child = spawn(
    process.execPath,
    ['-r', join(root, 'test/support/register-cached.cjs'), join(__dirname, 'runner-child.ts'), JSON.stringify(orders)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => {
      resolve({ signal, acknowledged: output.split('\n').filter((line) => line !== '') });
    });
  });
}
