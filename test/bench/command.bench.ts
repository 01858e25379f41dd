import { join } from 'node:path';
import type { SqlValue } from '../../src/platform/persistence';
import { BareSqlite, floorTransaction, setUpFloor } from './bare-sqlite';
import { CampaignCommands } from './campaign-commands';
import type { Contest } from './harness';

const BLOCK = 150;

/** A contest that has files to close. */
export interface ClosableContest extends Contest {
  readonly close: () => Promise<void>;
}

/** A durable command in process against the least that a durable change costs on the bare driver. */
export async function commandContest(directory: string): Promise<ClosableContest> {
  const commands = await CampaignCommands.open(join(directory, 'command.sqlite'));
  const bare = await BareSqlite.open(join(directory, 'floor.sqlite'));
  await setUpFloor(bare);
  return {
    name: 'command',
    unit: 'commands/s',
    reference: 'bare sqlite3: one update and two inserts in one transaction, unprepared',
    target: 0.4,
    blockSize: BLOCK,
    ours: async () => {
      for (let count = 0; count < BLOCK; count += 1) await commands.next();
    },
    theirs: async (block) => {
      for (let count = 0; count < BLOCK; count += 1) await floorTransaction(bare, `${block}-${count}`);
    },
    close: async () => {
      await commands.harness.persistence.close();
      await bare.close();
    },
  };
}

/**
 * A durable command against the very statements that it sends, replayed by the bare driver: what is left is our own work.
 * Both databases begin alike and get the same statements, so that they stay alike.
 */
export async function replayContest(directory: string): Promise<ClosableContest> {
  const captured: { sql: string; params: readonly SqlValue[] }[] = [];
  const twin = await CampaignCommands.open(join(directory, 'twin.sqlite'));
  await twin.harness.persistence.close();
  const commands = await CampaignCommands.open(join(directory, 'captured.sqlite'), (sql, params) => {
    captured.push({ sql, params: [...params] });
  });
  captured.length = 0;
  const bare = await BareSqlite.open(join(directory, 'twin.sqlite'));
  const blocks = new Map<number, { sql: string; params: readonly SqlValue[] }[]>();
  const runOurs = async (block: number): Promise<void> => {
    for (let count = 0; count < BLOCK; count += 1) await commands.next();
    blocks.set(block, captured.splice(0));
  };
  return {
    name: 'command-replayed',
    unit: 'commands/s',
    reference: "the runner's own statements replayed on the bare driver",
    target: 0.6,
    blockSize: BLOCK,
    inOrder: true,
    ours: runOurs,
    theirs: async (block) => {
      for (const { sql, params } of blocks.get(block) ?? []) {
        if (sql.startsWith('SELECT')) await bare.all(sql, params);
        else await bare.run(sql, params);
      }
      blocks.delete(block);
    },
    close: async () => {
      await commands.harness.persistence.close();
      await bare.close();
    },
  };
}
