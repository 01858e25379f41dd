import { join } from 'node:path';
import { Database } from 'sqlite3';
import { addDays, addMilliseconds, endOfDay, localDateOf, MS_PER_DAY } from '../../workflows/kernel';
import { awardsSchema } from '../../src/awards';
import { campaignsInvariants } from '../../src/campaigns/campaigns.invariants';
import { clustersSchema } from '../../src/clusters';
import { platformInvariants, VerifyService, type CheckReport, type VerifyReport } from '../../src/platform/invariants';
import { writeAnchor, type Tx } from '../../src/platform/persistence';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { pledgesSchema } from '../../src/pledges';
import { reviewsSchema } from '../../src/reviews';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { talliesInvariants, TalliesModule, TalliesQueries, talliesSchema, TalliesService } from '../../src/tallies';
import { aTalliedCase, insertCases } from '../factories/tallies';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { aCampaign, aTree, STAGES } from './verify-campaigns';
import { START, VerifyRig } from './verify-rig';
import { failing, verifyAfter } from './verify-after';
import { TAMPERINGS } from './verify-tampering';

const INVARIANTS = [
  ...platformInvariants([{ name: 'campaign', table: 'campaigns' }]),
  ...campaignsInvariants,
  ...talliesInvariants,
];

/** An application for the enclosing `describe`, with so many campaigns in all stages and everything that followed from them. */
function useCampaigns(database: DatabaseOf, campaigns: number): () => VerifyRig {
  const directory = useTemporaryDirectory();
  let rig: VerifyRig | undefined;
  beforeAll(async () => {
    rig = await VerifyRig.start({
      database: database(),
      mailDirectory: join(directory(), 'mail'),
      invariants: INVARIANTS,
      schemas: [awardsSchema, clustersSchema, pledgesSchema, reviewsSchema, talliesSchema],
      imports: [TalliesModule],
    });
    const tree = await aTree(rig);
    for (let n = 0; n < campaigns; n += 1) await aCampaign(rig, tree, `C${n}`, STAGES[n % STAGES.length]);
    await rig.drain();
    // Registration closes a day after the start, the report is due three days after: reminders, mails, passed deadlines.
    for (let day = 1; day <= 3; day += 1) await rig.tickAt(addMilliseconds(START, day * MS_PER_DAY));
    await anchor(rig);
  }, 120_000);
  afterAll(() => rig?.stop());
  return () => {
    if (!rig) throw new Error('The application is there only while tests run');
    return rig;
  };
}

async function anchor(rig: VerifyRig): Promise<void> {
  const first = localDateOf(START);
  for (let day = first; day <= addDays(first, 2); day = addDays(day, 1)) {
    const anchored = day;
    await rig.uow.run((tx) => writeAnchor(tx, anchored, endOfDay(anchored)));
  }
}

/** That verify finds what is broken, and nothing where all is well, on either database. */
function verifyContract(database: DatabaseOf): void {
  describe('verify', () => {
    const campaigns = 2 * STAGES.length;
    const open = useCampaigns(database, campaigns);

    const after = (change: (tx: Tx) => Promise<unknown>, only?: readonly string[]): Promise<VerifyReport> => {
      const { uow, clock } = open();
      return verifyAfter({ uow, clock, registry: open().get(RegistryHolder), invariants: INVARIANTS }, change, only);
    };
    const checkOf = ({ checks }: VerifyReport, name: string): CheckReport => {
      const found = checks.find((check) => check.name === name);
      if (!found) throw new Error(`There is no check ${name}`);
      return found;
    };

    it('finds nothing wrong with what commands, jobs and reminders have written', async () => {
      const report = await open().get(VerifyService).run();
      expect(report.checks.flatMap(({ violations }) => violations)).toEqual([]);
      expect(report.ok).toBe(true);
      expect(report.checks.map(({ name }) => name)).toEqual(INVARIANTS.map(({ name }) => name));
      expect(report.checks.filter(({ checked }) => checked === 0)).toEqual([]);
      expect(checkOf(report, 'replay-equals-state').checked).toBe(campaigns);
    });

    it.each(TAMPERINGS)('notices that $what', async ({ statements, noticedBy }) => {
      const report = await after(async (tx) => {
        for (const statement of statements(tx.dialect)) {
          const [sql, ...params] = typeof statement === 'string' ? [statement] : statement;
          await tx.change(sql, params);
        }
      });
      expect(failing(report)).toEqual([...noticedBy].sort());
    });

    it('finds nothing wrong when two rows of a person who has two awards are merged: there is one head', async () => {
      const { reads, uow } = open();
      const [unit] = await reads.rows<{ id: string }>('SELECT id FROM units ORDER BY path LIMIT 1');
      const add = (name: string) => open().accept('person.add', { name, unitId: unit?.id });
      const [from, into] = [await add('Người Một'), await add('Người Hai')];
      const tallies = open().get(TalliesService);
      const award = { subjectKind: 'person' as const };
      await uow.run(async (tx) => {
        await insertCases(
          tx,
          [from, into].map(({ id }) => aTalliedCase({ ...award, subjectId: id })),
        );
        for (const { id } of [from, into]) await tallies.countPerson(tx, id, START);
      });
      const heads = async (): Promise<unknown> => {
        const { state } = await open().get(TalliesQueries).of(SYSTEM_SCOPE, { campaignId: null, axis: 'decision' });
        return state.totals.map(({ counts }) => [counts.decided.awards, counts.decided.heads]);
      };
      expect(await heads()).toEqual([[2, 2]]);
      await open().accept('person.merge', { intoId: into.id }, { instanceId: from.id });
      await open().drain();
      expect(await heads()).toEqual([[2, 1]]);
      expect(failing(await after(() => Promise.resolve(), ['tally-equals-fold']))).toEqual([]);
    });

    it('has a tampering for each of its checks', () => {
      const noticed = new Set(TAMPERINGS.flatMap(({ noticedBy }) => noticedBy));
      expect(INVARIANTS.map(({ name }) => name).filter((name) => !noticed.has(name))).toEqual([]);
    });

    it('only warns of a job that nobody has done for an hour', async () => {
      const report = await after(
        (tx) => tx.change('UPDATE outbox SET done_at = NULL, dispatched_at = NULL'),
        ['outbox-moves'],
      );
      expect(report.ok).toBe(true);
      expect(checkOf(report, 'outbox-moves').violations[0]).toMatchObject({ level: 'warning' });
    });

    it('shows twenty violations and counts the rest', async () => {
      const report = await after(
        (tx) => tx.change("UPDATE processed_messages SET message_id = 'lost ' || message_id"),
        ['answers-have-events'],
      );
      const { violations, violationCount, checked } = checkOf(report, 'answers-have-events');
      expect(violations).toHaveLength(20);
      expect(violationCount).toBe(checked);
    });

    it('runs only the checks that are asked for, and knows which there are', async () => {
      const report = await open()
        .get(VerifyService)
        .run({ only: ['event-chain'] });
      expect(report.checks.map(({ name }) => name)).toEqual(['event-chain']);
      await expect(
        open()
          .get(VerifyService)
          .run({ only: ['event-chian'] }),
      ).rejects.toMatchObject({
        code: 'VERIFY.UNKNOWN_CHECK',
      });
    });

    it('bears that a text was erased', async () => {
      const report = await after(async (tx) => {
        await tx.change("UPDATE private_texts SET text = NULL, salt = NULL, erased_at = '2026-11-20T00:00:00.000Z'");
      });
      expect(report.ok).toBe(true);
    });

    it('fails a check that cannot be made', async () => {
      const report = await after((tx) => tx.change('DROP TABLE deliveries'), ['deliveries-once']);
      expect(checkOf(report, 'deliveries-once')).toMatchObject({ ok: false, violationCount: 1 });
    });
  });
}

describeSqlite('on SQLite', verifyContract);
describePostgresDatabase('on PostgreSQL', verifyContract);

describeSqlite('over some hundred instances', (database) => {
  describe('verify', () => {
    const open = useCampaigns(database, 204);
    const verify = (only?: readonly string[]): Promise<VerifyReport> =>
      open()
        .get(VerifyService)
        .run(only ? { only } : {});

    it('finds nothing wrong while commands run beside it', async () => {
      const tree = await aTree(open(), 'Q-NQ');
      const running = Array.from({ length: 30 }, (_, n) => aCampaign(open(), tree, `N${n}`, 'registering'));
      const reports = [await verify(), await verify()];
      await Promise.all(running);
      reports.push(await verify());
      expect(reports.flatMap(({ checks }) => checks.flatMap(({ violations }) => violations))).toEqual([]);
    });

    it('notices what another program does to the last of them', async () => {
      const { file } = database() as { readonly file: string };
      await onRawConnection(file, [
        'DROP TRIGGER events_refuse_update',
        `UPDATE events SET body = REPLACE(body, 'campaign', 'campaigm')
         WHERE stream_id = (SELECT MAX(id) FROM campaigns) AND seq = 1`,
        'UPDATE campaigns SET version = 99 WHERE id = (SELECT MAX(id) FROM campaigns)',
      ]);
      expect(failing(await verify())).toEqual([
        'append-only',
        'event-chain',
        'replay-equals-state',
        'versions-count-commands',
      ]);
    });
  });
});

/** Writes past the application, as any program can that may write the file. */
async function onRawConnection(file: string, statements: readonly string[]): Promise<void> {
  const database = await new Promise<Database>((resolve, reject) => {
    const opened = new Database(file, (error) => (error ? reject(error) : resolve(opened)));
  });
  for (const sql of statements) {
    await new Promise<void>((resolve, reject) =>
      database.run(sql, (error: Error | null) => (error ? reject(error) : resolve())),
    );
  }
  await new Promise<void>((resolve, reject) => database.close((error) => (error ? reject(error) : resolve())));
}
