import { join } from 'node:path';
import { instant } from '../../workflows/kernel';
import { appSchema } from '../../src/app/app-schema';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { VirtualClock } from '../../src/platform/clock';
import { openPersistence, type Persistence } from '../../src/platform/persistence';
import { TalliesQueries } from '../../src/tallies';
import { countCases, recount } from '../../src/tallies/case-counting';
import { countGroups } from '../../src/tallies/groups.repository';
import { BareSqlite } from './bare-sqlite';
import type { ClosableContest } from './command.bench';
import { loadLand } from './load/load-land';

/** Cases that tallies are made of. */
const CASES = 100_000;
const NOW = instant('2024-01-20T00:00:00.000Z');
const OUTSIDE = { sql: 't.campaign_key = ?', params: ['none'] };

/** The stages that the bare statement counts, as it would be written by hand. */
const STAGES: Readonly<Record<string, string>> = {
  proposed: 'is_proposed = 1',
  eligible: 'is_eligible = 1',
  inReview: 'is_in_review = 1',
  recommended: 'is_recommended = 1',
  sentUp: 'is_sent_up = 1',
  decided: 'decided_year IS NOT NULL AND is_revoked = 0',
  grantedAbove: 'is_granted_above = 1 AND decided_year IS NOT NULL AND is_revoked = 0',
  presented: 'presented_year IS NOT NULL AND is_revoked = 0',
  paid: 'is_paid = 1 AND is_revoked = 0',
  revoked: 'is_revoked = 1',
};

const BARE = `SELECT family, achieved_year, tier, subject_kind, ${Object.values(STAGES)
  .map(
    (at) => `SUM(CASE WHEN ${at} THEN 1 ELSE 0 END), COUNT(DISTINCT CASE WHEN ${at} THEN subject_id END),
      SUM(CASE WHEN ${at} THEN money ELSE 0 END)`,
  )
  .join(', ')}
  FROM tally_cases WHERE campaign_key = 'none' AND is_proposed = 1 AND achieved_year IS NOT NULL
  GROUP BY family, achieved_year, tier, subject_kind`;

async function opened(directory: string): Promise<{ readonly ours: Persistence; readonly bare: BareSqlite }> {
  const file = join(directory, 'tally.sqlite');
  const ours = await openPersistence({ kind: 'sqlite', file }, appSchema);
  await loadLand(ours.uow, CASES);
  await ours.uow.run((tx) => recount(tx, null, NOW));
  return { ours, bare: await BareSqlite.open(file) };
}

/** All numbers of 100,000 cases counted at once against one GROUP BY on the bare driver that gives the same numbers. */
export async function fullTallyContest(directory: string): Promise<ClosableContest> {
  const { ours, bare } = await opened(directory);
  return {
    name: 'tally.full',
    unit: 'cases/s',
    reference: 'bare sqlite3: one GROUP BY over the same rows with the same numbers',
    // At most one and a half times as long.
    target: 0.67,
    blockSize: CASES,
    ours: async () => {
      await countGroups(ours.reads, { axis: 'achievement', by: ['year', 'tier', 'subjectKind'] }, OUTSIDE);
    },
    theirs: async () => {
      await bare.all(BARE);
    },
    close: () => closed(ours, bare),
  };
}

/** The tally of 100,000 cases as it is shown against the bare driver reading the same few rows. */
export async function readTallyContest(directory: string): Promise<ClosableContest> {
  const { ours, bare } = await opened(directory);
  const queries = new TalliesQueries(ours.reads, new VirtualClock(NOW));
  const block = 50;
  return {
    name: 'tally.read',
    unit: 'tallies/s',
    reference: 'bare sqlite3: the same rows, not put into a tally',
    target: null,
    blockSize: block,
    ours: async () => {
      for (let count = 0; count < block; count += 1) {
        await queries.of(SYSTEM_SCOPE, { campaignId: null, axis: 'achievement' });
      }
    },
    theirs: async () => {
      for (let count = 0; count < block; count += 1) {
        await bare.all("SELECT * FROM tally_rows WHERE campaign_key = 'none' AND axis = 'achievement'");
      }
    },
    close: () => closed(ours, bare),
  };
}

/** One changed case counted among 100,000 against the same among 1,000: the cost must not grow with the data. */
export async function countCaseContest(directory: string): Promise<ClosableContest> {
  const open = async (
    name: string,
    cases: number,
  ): Promise<{ readonly run: () => Promise<void>; readonly close: () => Promise<void> }> => {
    const database = await openPersistence({ kind: 'sqlite', file: join(directory, `${name}.sqlite`) }, appSchema);
    await loadLand(database.uow, cases);
    await database.uow.run((tx) => recount(tx, null, NOW));
    const ids = await database.reads.rows<{ id: string }>('SELECT id FROM award_cases ORDER BY id LIMIT 500');
    let next = 0;
    const run = async (): Promise<void> => {
      const { id } = ids[(next += 1) % ids.length] ?? { id: '' };
      await database.uow.run((tx) => countCases(tx, [id], NOW));
    };
    return { run, close: () => database.close() };
  };
  const [large, small] = [await open('large', CASES), await open('small', 1_000)];
  const block = 50;
  const repeated = async (run: () => Promise<void>): Promise<void> => {
    for (let count = 0; count < block; count += 1) await run();
  };
  return {
    name: 'tally.count',
    unit: 'cases/s',
    reference: 'the same among 1,000 cases',
    // Growth of at most a fifth.
    target: 0.83,
    blockSize: block,
    ours: () => repeated(large.run),
    theirs: () => repeated(small.run),
    close: async () => {
      await large.close();
      await small.close();
    },
  };
}

async function closed(ours: Persistence, bare: BareSqlite): Promise<void> {
  await bare.close();
  await ours.close();
}
