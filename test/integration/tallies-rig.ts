import { createRegistry, instant } from '../../workflows/kernel';
import { awardsSchema } from '../../src/awards';
import { campaignsSchema } from '../../src/campaigns';
import { VirtualClock } from '../../src/platform/clock';
import { sha256 } from '../../src/platform/crypto/sha256';
import type { Persistence, Schema } from '../../src/platform/persistence';
import { pledgesSchema } from '../../src/pledges';
import { talliesInvariants, talliesSchema } from '../../src/tallies';
import { TalliesQueries } from '../../src/tallies/tallies.queries';
import { TalliesService } from '../../src/tallies/tallies.service';
import { unitsSchema } from '../../src/units';
import { insertCases, insertReportedPlan, type ReportedPlan, type TalliedCase } from '../factories/tallies';
import { usePersistence, type DatabaseOf } from '../support/database';

const SCHEMAS: readonly Schema[] = [unitsSchema, campaignsSchema, awardsSchema, pledgesSchema, talliesSchema];

const TABLES = [
  'award_cases',
  'pledges',
  'progress_reports',
  'progress_values',
  'campaigns',
  'campaign_units',
  'campaign_measures',
  'tally_runs',
  'tally_rows',
  'tally_results',
  'units',
];

export const NOW = instant('2024-02-01T00:00:00.000Z');

/** What tallies need to count and to be asked, over one database that is emptied for each test. */
export class TalliesRig {
  readonly clock = new VirtualClock(NOW);

  constructor(private readonly persistence: () => Persistence) {}

  get reads(): Persistence['reads'] {
    return this.persistence().reads;
  }

  get queries(): TalliesQueries {
    return new TalliesQueries(this.reads, this.clock);
  }

  /** `from` keeps the ids of several calls apart. */
  put(cases: readonly TalliedCase[], from = 0): Promise<void> {
    return this.persistence().uow.run((tx) => insertCases(tx, cases, from));
  }

  plan(campaignId: string, plan: Partial<ReportedPlan> = {}): Promise<void> {
    const whole = { units: ['w1', 'w2'], indicators: ['1'], reports: [], ...plan };
    return this.persistence().uow.run((tx) => insertReportedPlan(tx, campaignId, whole));
  }

  change(sql: string): Promise<number> {
    return this.persistence().uow.run((tx) => tx.change(sql));
  }

  /** Does what the job does; answers whether there was anything to count. */
  async tally(campaignId: string | null): Promise<boolean> {
    const service = new TalliesService(this.reads);
    const fresh = await service.count(campaignId);
    if (fresh) {
      await this.persistence().uow.run((tx) => service.keep(tx, campaignId, fresh, this.clock.now()));
    }
    return fresh !== undefined;
  }

  /** What verify says of the tallies. */
  async violations(): Promise<readonly string[]> {
    const registry = createRegistry([], sha256);
    const context = { reads: this.reads, registry, now: this.clock.now(), checked: (): void => undefined };
    const found = await Promise.all(talliesInvariants.map(({ check }) => check(context)));
    return found.flat().map(({ subject, message }) => `${subject}: ${message}`);
  }

  async empty(): Promise<void> {
    this.clock.set(NOW);
    await this.persistence().uow.run(async (tx) => {
      for (const table of TABLES) await tx.change(`DELETE FROM ${table}`);
    });
  }
}

/** A rig for the enclosing `describe`. */
export function useTallies(database: DatabaseOf): TalliesRig {
  const schema = {
    entities: [],
    migrations: SCHEMAS.flatMap(({ migrations }) => migrations),
  };
  const rig = new TalliesRig(usePersistence(database, schema));
  beforeEach(() => rig.empty());
  return rig;
}
