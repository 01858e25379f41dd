import { join } from 'node:path';
import { BareSqlite, floorTransaction, setUpFloor } from './bare-sqlite';
import type { ClosableContest } from './command.bench';
import { mixedKind } from './load/load-land';
import { LoadedApp } from './loaded-app';

/** As many cases as one decision may have. */
const CASES = 5_000;
/** Each takes a minute or so. */
const PAIRS = 3;

/**
 * A decision over 5,000 cases, from its issue until the last case is decided and every message about them is handled,
 * against as many single durable changes on the bare driver.
 */
export async function decisionContest(directory: string): Promise<ClosableContest> {
  const decisions = PAIRS + 1;
  const app = await LoadedApp.open(directory, decisions * CASES, (index) => ({
    ...mixedKind(index),
    tier: 'GK',
    state: 'recommended',
    isDecidedHere: true,
  }));
  const ready = await signedDecisions(app, decisions);
  const bare = await BareSqlite.open(join(directory, 'floor.sqlite'));
  await setUpFloor(bare);
  return {
    name: 'decision',
    unit: 'cases/s',
    reference: 'bare sqlite3: one transaction of an update and two inserts a case',
    target: null,
    blockSize: CASES,
    pairs: PAIRS,
    ours: async (block) => {
      const id = ready[block + 1] ?? '';
      await app.send(app.actorWith('standingOffice'), 'decision.issue', { issuedOn: '2024-01-20' }, id);
      await app.drain();
    },
    theirs: async (block) => {
      for (let count = 0; count < CASES; count += 1) await floorTransaction(bare, `${block}-${count}`);
    },
    close: async () => {
      await app.close();
      await bare.close();
    },
  };
}

/** Decisions over 5,000 cases each, numbered and signed. */
async function signedDecisions(app: LoadedApp, count: number): Promise<readonly string[]> {
  const [office, authority] = [app.actorWith('standingOffice'), app.actorWith('decidingAuthority')];
  const caseIds = await app.caseIds('recommended', count * CASES);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const listed = caseIds.slice(index * CASES, (index + 1) * CASES);
    const id = await app.send(office, 'decision.draft', { authorityUnitId: app.unitId, caseIds: listed });
    await app.send(office, 'decision.sendForSignature', {}, id);
    await app.send(authority, 'decision.sign', { capacity: 'self', title: 'Chủ tịch' }, id);
    await app.send(office, 'decision.number', { number: String(index + 1), symbol: 'QĐ-UBND', year: 2024 }, id);
    ids.push(id);
  }
  await app.drain();
  return ids;
}
