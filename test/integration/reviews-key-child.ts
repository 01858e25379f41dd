import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SystemRandomness } from '../../src/platform/ids';
import { loadBallotKey } from '../../src/reviews';

/** What a test tells a process that loads keys: so many directories below this one, none of which is there at first. */
export interface KeyOrders {
  readonly directory: string;
  readonly count: number;
}

/** Answers what each key is, by its hash. */
function loadMany({ directory, count }: KeyOrders): readonly string[] {
  const randomness = new SystemRandomness();
  return Array.from({ length: count }, (_, index) => {
    try {
      const key = loadBallotKey(join(directory, String(index), 'ballot.key'), randomness);
      return createHash('sha256').update(key).digest('hex');
    } catch (error) {
      return String(error);
    }
  });
}

// Ready first, so that all processes begin when they are told to, at the same moment.
process.stdout.write('ready\n');
process.stdin.once('data', (orders: Buffer) => {
  process.stdout.write(`${JSON.stringify(loadMany(JSON.parse(orders.toString()) as KeyOrders))}\n`);
  process.stdin.destroy();
});
