import { join } from 'node:path';
import { createRegistry, instant } from '../../workflows/kernel';
import type { ClusterMembership } from '../../workflows/tally';
import { awardsSchema } from '../../src/awards';
import { campaignsSchema } from '../../src/campaigns';
import { councilsSchema } from '../../src/councils';
import { reviewsSchema } from '../../src/reviews';
import { clustersSchema } from '../../src/clusters';
import { VirtualClock } from '../../src/platform/clock';
import { sha256 } from '../../src/platform/crypto/sha256';
import { addToOutbox, type Persistence, type Schema } from '../../src/platform/persistence';
import { peopleSchema } from '../../src/people';
import { pledgesSchema } from '../../src/pledges';
import { loadRelease, RulebooksService } from '../../src/rulebooks';
import { countCases, recount } from '../../src/tallies/case-counting';
import { BreakdownsQueries, StandingsQueries, talliesInvariants, talliesSchema } from '../../src/tallies';
import { TalliesQueries } from '../../src/tallies/tallies.queries';
import { TalliesService } from '../../src/tallies/tallies.service';
import { UnitDirectory, unitsSchema } from '../../src/units';
import {
  changeCase,
  insertCases,
  insertMemberships,
  insertPeople,
  insertQuotas,
  insertReportedPlan,
  type KeptQuota,
  type ReportedPlan,
  type TalliedCase,
} from '../factories/tallies';
import { usePersistence, type DatabaseOf } from '../support/database';

const SCHEMAS: readonly Schema[] = [
  unitsSchema,
  peopleSchema,
  campaignsSchema,
  councilsSchema,
  clustersSchema,
  reviewsSchema,
  awardsSchema,
  pledgesSchema,
  talliesSchema,
];

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
  'tally_cases',
  'tally_marks',
  'outbox',
  'people',
  'units',
  'clusters',
  'cluster_members',
  'review_quotas',
  'review_quota_entries',
];

const RULEBOOKS = new RulebooksService(
  loadRelease({
    rulebooks: join(__dirname, '../../config/rulebooks'),
    calendar: join(__dirname, '../../config/calendar'),
  }),
);

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

  get standings(): StandingsQueries {
    return new StandingsQueries(this.reads, this.clock);
  }

  get breakdowns(): BreakdownsQueries {
    return new BreakdownsQueries(this.reads, this.clock, RULEBOOKS, new UnitDirectory());
  }

  /** `from` keeps the ids of several calls apart. */
  put(cases: readonly TalliedCase[], from = 0): Promise<void> {
    return this.persistence().uow.run((tx) => insertCases(tx, cases, from));
  }

  putMemberships(memberships: readonly ClusterMembership[]): Promise<void> {
    return this.persistence().uow.run((tx) => insertMemberships(tx, memberships));
  }

  putQuotas(quotas: readonly KeptQuota[]): Promise<void> {
    return this.persistence().uow.run((tx) => insertQuotas(tx, quotas));
  }

  plan(campaignId: string, plan: Partial<ReportedPlan> = {}): Promise<void> {
    const whole = { units: ['w1', 'w2'], indicators: ['1'], reports: [], ...plan };
    return this.persistence().uow.run((tx) => insertReportedPlan(tx, campaignId, whole));
  }

  change(sql: string): Promise<number> {
    return this.persistence().uow.run((tx) => tx.change(sql));
  }

  /** Makes the case of this number another one. */
  changeCase(index: number, to: TalliedCase): Promise<void> {
    return this.persistence().uow.run((tx) => changeCase(tx, index, to));
  }

  /** Does what the job does when these cases have changed. */
  count(caseIds: readonly string[]): Promise<void> {
    return this.persistence().uow.run((tx) => countCases(tx, caseIds, this.clock.now()));
  }

  /** The same for all cases that there are. */
  async countAll(): Promise<void> {
    await this.count((await this.reads.rows<{ id: string }>('SELECT id FROM award_cases')).map(({ id }) => id));
  }

  /** Counts a campaign from the beginning. */
  recount(campaignId: string | null): Promise<void> {
    return this.persistence().uow.run((tx) => recount(tx, campaignId, this.clock.now()));
  }

  /** Does what the job does for results; answers whether there was anything to count. */
  async tally(campaignId: string): Promise<boolean> {
    const { uow } = this.persistence();
    const service = new TalliesService(this.reads, uow, this.clock);
    const fresh = await service.countResults(campaignId);
    if (fresh) await uow.run((tx) => service.keepResults(tx, campaignId, fresh, this.clock.now()));
    return fresh !== undefined;
  }

  /** Makes two rows of one person one, as the register does. */
  async merge(fromId: string, intoId: string): Promise<void> {
    const message = {
      id: fromId,
      job: 'tally-person',
      payload: { personId: intoId },
      availableAt: NOW,
      createdAt: NOW,
    };
    await this.persistence().uow.run(async (tx) => {
      await tx.change('UPDATE people SET merged_into_id = ? WHERE id = ? OR merged_into_id = ?', [
        intoId,
        fromId,
        fromId,
      ]);
      await addToOutbox(tx, [message]);
    });
  }

  /** Does what the job does then. */
  async countPerson(personId: string): Promise<void> {
    const { uow } = this.persistence();
    const service = new TalliesService(this.reads, uow, this.clock);
    await uow.run(async (tx) => {
      await service.countPerson(tx, personId, this.clock.now());
      await tx.change("DELETE FROM outbox WHERE job = 'tally-person'");
    });
  }

  /** Puts a message on its way that asks to count a case. */
  awaitCount(caseId: string): Promise<void> {
    const payload = { workflow: 'award', instanceId: caseId, version: 2, campaignId: null };
    const message = { id: caseId, job: 'tally-campaign', payload, availableAt: NOW, createdAt: NOW };
    return this.persistence().uow.run(async (tx) => {
      await addToOutbox(tx, [message]);
    });
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
      await insertPeople(tx);
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
