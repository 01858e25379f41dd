import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosableContest } from './command.bench';
import { LoadedApp } from './loaded-app';

const LARGE = 100_000;
const SMALL = 1_000;
/** Cases that take their turns: each is held and released again. */
const IN_TURN = 50;

/** A command on one case among 100,000 against the same among 1,000: what a command costs must not grow with the data. */
export async function growthContest(directory: string): Promise<ClosableContest> {
  const [large, small] = [await heldInTurn(directory, LARGE), await heldInTurn(directory, SMALL)];
  return {
    name: 'command.growth',
    unit: 'commands/s',
    reference: `the same among ${SMALL} cases`,
    // Growth of at most a fifth.
    target: 0.83,
    blockSize: 2 * IN_TURN,
    ours: large.run,
    theirs: small.run,
    close: async () => {
      await large.close();
      await small.close();
    },
  };
}

async function heldInTurn(
  directory: string,
  cases: number,
): Promise<{ readonly run: () => Promise<void>; readonly close: () => Promise<void> }> {
  const own = join(directory, String(cases));
  mkdirSync(own);
  const app = await LoadedApp.open(own, cases);
  const office = app.actorWith('standingOffice');
  const ids = await app.caseIds('recommended', IN_TURN);
  const run = async (): Promise<void> => {
    for (const id of ids) await app.send(office, 'award.hold', { reason: 'Có đơn tố cáo đang xem xét.' }, id);
    for (const id of ids) await app.send(office, 'award.release', {}, id);
  };
  return { run, close: () => app.close() };
}
