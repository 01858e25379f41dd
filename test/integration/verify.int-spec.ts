import { join } from 'node:path';
import { addDays, addMilliseconds, endOfDay, localDateOf, MS_PER_DAY } from '../../workflows/kernel';
import { awardsSchema } from '../../src/awards';
import { campaignsInvariants } from '../../src/campaigns/campaigns.invariants';
import {
  InvariantRegistry,
  platformInvariants,
  VerifyService,
  type CheckReport,
  type VerifyReport,
} from '../../src/platform/invariants';
import { writeAnchor, type ReadDatabase, type Tx } from '../../src/platform/persistence';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { pledgesSchema } from '../../src/pledges';
import { talliesInvariants, TalliesModule, talliesSchema } from '../../src/tallies';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { aCampaign, aTree, STAGES } from './verify-campaigns';
import { START, VerifyRig } from './verify-rig';
import { TAMPERINGS } from './verify-tampering';

const INVARIANTS = [
  ...platformInvariants([{ name: 'campaign', table: 'campaigns' }]),
  ...campaignsInvariants,
  ...talliesInvariants,
];

const failing = ({ checks }: VerifyReport): readonly string[] => checks.filter(({ ok }) => !ok).map(({ name }) => name);

/** Carries what was seen out of a transaction that is not to last. */
class Seen extends Error {
  constructor(readonly report: VerifyReport) {
    super('seen');
  }
}

/** That verify finds what is broken, and nothing where all is well, on either database. */
function verifyContract(database: DatabaseOf, campaigns: number): void {
  describe('verify', () => {
    const directory = useTemporaryDirectory();
    let rig: VerifyRig;

    beforeAll(async () => {
      rig = await VerifyRig.start({
        database: database(),
        mailDirectory: join(directory(), 'mail'),
        invariants: INVARIANTS,
        schemas: [awardsSchema, pledgesSchema, talliesSchema],
        imports: [TalliesModule],
      });
      const tree = await aTree(rig);
      for (let n = 0; n < campaigns; n += 1) await aCampaign(rig, tree, `C${n}`, STAGES[n % STAGES.length]);
      await rig.drain();
      // The registration closes a day after the start, the report is due three days after: reminders, mails, passed deadlines.
      for (let day = 1; day <= 3; day += 1) await rig.tickAt(addMilliseconds(START, day * MS_PER_DAY));
      const today = localDateOf(START);
      for (let day = today; day <= addDays(today, 2); day = addDays(day, 1)) {
        const anchored = day;
        await rig.uow.run((tx) => writeAnchor(tx, anchored, endOfDay(anchored)));
      }
    }, 120_000);
    afterAll(() => rig.stop());

    /** Verifies inside a transaction that does what is wrong, and then takes it back. */
    const after = async (change: (tx: Tx) => Promise<void>, only?: readonly string[]): Promise<VerifyReport> => {
      const seen: unknown = await rig.uow
        .run(async (tx) => {
          await change(tx);
          const reads = tx as unknown as ReadDatabase;
          const service = new VerifyService(
            new InvariantRegistry(INVARIANTS),
            reads,
            rig.get(RegistryHolder),
            rig.clock,
          );
          throw new Seen(await service.run(only ? { only } : {}));
        })
        .catch((error: unknown) => error);
      if (seen instanceof Seen) return seen.report;
      throw seen;
    };
    const checkOf = ({ checks }: VerifyReport, name: string): CheckReport => {
      const found = checks.find((check) => check.name === name);
      if (!found) throw new Error(`There is no check ${name}`);
      return found;
    };

    it('finds nothing wrong with what commands, jobs and reminders have written', async () => {
      const report = await rig.get(VerifyService).run();
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
      expect([...failing(report)].sort()).toEqual([...noticedBy].sort());
    });

    it('has a tampering for each of its checks', () => {
      const noticed = new Set(TAMPERINGS.flatMap(({ noticedBy }) => noticedBy));
      expect(INVARIANTS.map(({ name }) => name).filter((name) => !noticed.has(name))).toEqual([]);
    });

    it('only warns of a job that nobody has done for an hour', async () => {
      const report = await after(
        async (tx) => void (await tx.change('UPDATE outbox SET done_at = NULL, dispatched_at = NULL')),
        ['outbox-moves'],
      );
      expect(report.ok).toBe(true);
      expect(checkOf(report, 'outbox-moves').violations[0]).toMatchObject({ level: 'warning' });
    });

    it('shows twenty violations and counts the rest', async () => {
      const report = await after(
        async (tx) => void (await tx.change("UPDATE processed_messages SET message_id = 'lost ' || message_id")),
        ['answers-have-events'],
      );
      const { violations, violationCount, checked } = checkOf(report, 'answers-have-events');
      expect(violations).toHaveLength(20);
      expect(violationCount).toBe(checked);
    });

    it('runs only the checks that are asked for, and knows which there are', async () => {
      const report = await rig.get(VerifyService).run({ only: ['event-chain'] });
      expect(report.checks.map(({ name }) => name)).toEqual(['event-chain']);
      await expect(rig.get(VerifyService).run({ only: ['event-chian'] })).rejects.toMatchObject({
        code: 'VERIFY.UNKNOWN_CHECK',
      });
    });

    it('fails a check that cannot be made', async () => {
      const report = await after(async (tx) => void (await tx.change('DROP TABLE deliveries')), ['deliveries-once']);
      expect(checkOf(report, 'deliveries-once')).toMatchObject({ ok: false, violationCount: 1 });
    });
  });
}

describeSqlite('on SQLite', (database) => verifyContract(database, 204));
describePostgresDatabase('on PostgreSQL', (database) => verifyContract(database, 12));
