import { Client } from 'pg';
import { readStream } from '../../src/platform/persistence';
import { PostgresSession } from '../../src/platform/persistence/postgres-session';
import { verifyStream } from '../../src/platform/persistence/verify-stream';
import { derivedId } from '../../src/platform/ids/derived-id';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { actorWith, openHarness, PLAN, UNIT, type RunnerHarness } from '../integration/runner-harness';
import { describePostgres } from '../support/postgres';

const office = actorWith('standingOffice');
/** Some steps of a command that opens an instance, and the how manieth of their kind. */
const STEPS = [
  ['begin', 1],
  ['rows', 1],
  ['change', 1],
  ['change', 3],
  ['commit', 1],
] as const;

describePostgres('a connection that breaks under a command', (databaseUrl) => {
  describe('at any step', () => {
    let harness: RunnerHarness;
    let killer: Client;
    beforeAll(async () => {
      harness = await openHarness({ kind: 'postgres', url: databaseUrl() });
      killer = new Client({ connectionString: databaseUrl() });
      await killer.connect();
    });
    afterAll(async () => {
      await killer.end();
      await harness.persistence.close();
    });

    const draft = (id: string): Promise<CommandResult> =>
      harness.runner.open(harness.feature, {
        actor: office,
        commandId: `draft-${id}`,
        type: 'campaign.draft',
        instanceId: id,
        input: PLAN,
        unit: UNIT,
      });

    const kill = async (pid: number): Promise<void> => {
      await killer.query('SELECT pg_terminate_backend($1)', [pid]);
      while ((await killer.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).rows.length > 0);
    };

    /** Kills the server's end of the connection when this call of this step is about to be made. */
    const breakAt = (step: (typeof STEPS)[number][0], call: number): void => {
      const original = PostgresSession.prototype[step] as (...args: unknown[]) => Promise<never>;
      let calls = 0;
      jest.spyOn(PostgresSession.prototype, step).mockImplementation(async function (this: unknown, ...args) {
        calls += 1;
        const { client } = this as { readonly client: { readonly processID: number } };
        if (calls === call) await kill(client.processID);
        return original.apply(this, args);
      });
    };

    it.each(STEPS)('writes nothing of a command and takes it when it is sent again: %s %i', async (step, call) => {
      const id = derivedId('broken', step, String(call));
      breakAt(step, call);
      await expect(draft(id)).rejects.toMatchObject({ code: 'PERSISTENCE.OUT_OF_REACH' });
      jest.restoreAllMocks();
      expect(await readStream(harness.persistence.reads, id)).toEqual([]);
      expect(await draft(id)).toMatchObject({ outcome: 'accepted', isRepeat: false });
      expect(verifyStream(await readStream(harness.persistence.reads, id))).toMatchObject({ isWhole: true });
    });
  });
});
