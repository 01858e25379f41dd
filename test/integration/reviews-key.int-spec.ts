import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesOf, Reviews } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { describeSqlite } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';
import type { KeyOrders } from './reviews-key-child';

const STARTS = 200;

function child(): ChildProcessWithoutNullStreams {
  const script = join(__dirname, 'reviews-key-child.ts');
  return spawn(process.execPath, ['-r', join(__dirname, '../support/register-cached.cjs'), script]);
}

/** The next line that a process says. */
function lineOf(process: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let errors = '';
    process.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    process.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve(said.trim());
    });
    process.once('error', reject);
    process.once('close', () => {
      reject(new Error(`The process ended: ${errors}`));
    });
  });
}

describe('the ballot key', () => {
  const directory = useTemporaryDirectory();

  it('is one and the same for processes that start at once', async () => {
    const orders: KeyOrders = { directory: directory(), count: STARTS };
    const processes = [child(), child()];
    await Promise.all(processes.map(lineOf));
    const answers = processes.map(lineOf);
    for (const process of processes) process.stdin.write(JSON.stringify(orders));
    const [first, second] = (await Promise.all(answers)).map((line) => JSON.parse(line) as string[]);
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(STARTS);
    expect(first?.filter((key) => !/^[0-9a-f]{64}$/.test(key))).toEqual([]);
  });
});

describeSqlite('a database', (database) => {
  describe('with another ballot key', () => {
    const place = useTemporaryDirectory();

    it('opens no box, takes no vote and counts nothing; with its own key all is there', async () => {
      const directory = place();
      const first = await Reviews.open(database(), { directory });
      const round = await first.voting(await listedCases(first, 1));
      await first.castAll(round, 0, ['inFavour', 'against', 'inFavour']);
      await first.close();
      const key = join(directory, 'ballot.key');
      expect(statSync(key).mode & 0o777).toBe(0o600);
      copyFileSync(key, join(directory, 'kept.key'));
      writeFileSync(key, `${Buffer.alloc(32, 7).toString('base64')}\n`);

      const wrong = await Reviews.open(database(), { directory, isEmpty: false });
      await expect(wrong.cast(round, 0, 3, 'inFavour', 'v4')).rejects.toMatchObject({ code: 'REVIEW.BOX_DAMAGED' });
      await wrong.kept(round, ['closeBallot', { itemIds: round.itemIds }]);
      await expect(wrong.keep(round, 'count')).rejects.toMatchObject({ code: 'REVIEW.BOX_DAMAGED' });
      await wrong.close();

      copyFileSync(join(directory, 'kept.key'), key);
      const right = await Reviews.open(database(), { directory, isEmpty: false });
      expect(
        codesOf(await right.send('review.count', {}, { actor: right.office, id: round.id, commandId: 'c' })),
      ).toEqual(['accepted']);
      expect((await right.read(round)).items[0]?.result).toMatchObject({ valid: 3, inFavour: 2, against: 1 });
      await right.close();
    });

    it('does not start with a key file that is none', async () => {
      const directory = place();
      writeFileSync(join(directory, 'ballot.key'), 'short\n');
      await expect(Reviews.open(database(), { directory, isEmpty: false })).rejects.toMatchObject({
        code: 'REVIEW.BALLOT_KEY_INVALID',
      });
    });
  });
});
