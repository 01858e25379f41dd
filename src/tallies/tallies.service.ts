import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import { Clock } from '../platform/clock/clock.port';
import { inChunks, ReadDatabase, UnitOfWork, type Tx } from '../platform/persistence';
import { countCases, MOST_CASES, recount } from './case-counting';
import { ALL, resultsSince } from './current-numbers';
import { replaceResults, sourceOf } from './kept-results.repository';
import { readCasesOfPeople, readUncounted } from './ledger.repository';
import { openTallyCases } from './open-tallies.repository';
import { countResults } from './results.repository';
import type { ResultCount } from './results';

/** Messages that are looked into for more to count with the first: as many as are ever in flight. */
const MOST_MESSAGES = 500;

/** Results that are to be kept, and the fingerprint of what they were counted from. */
export interface FreshResults {
  readonly source: string;
  readonly results: readonly ResultCount[];
}

/** Counts what changed and keeps the numbers. */
@Injectable()
export class TalliesService {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The cases to be counted because a message names these: with them all others whose turn has come, so that thousands of
   * changes are counted in a few transactions; none when all of these were counted with another message.
   */
  async casesDue(caseIds: readonly string[]): Promise<readonly string[]> {
    const due = await readUncounted(this.reads, caseIds);
    if (due.length === 0) return [];
    const named = new Set(due);
    const others = (await openTallyCases(this.reads, MOST_MESSAGES)).filter((id) => !named.has(id));
    return [...due, ...others].slice(0, MOST_CASES);
  }

  /** Counts these cases as they are now, in the unit of work it is given. */
  countCases(tx: Tx, caseIds: readonly string[], at: Instant): Promise<void> {
    return countCases(tx, caseIds, at);
  }

  /** Counts all cases of a person, under whichever row they stand, in the unit of work it is given. */
  async countPerson(tx: Tx, personId: string, at: Instant): Promise<void> {
    for (const some of inChunks(await readCasesOfPeople(tx, [personId]), MOST_CASES)) await countCases(tx, some, at);
  }

  /** Counts all cases of a campaign, or those outside campaigns, from the beginning. */
  recount(campaignId: string | null): Promise<void> {
    return this.unitOfWork.run((tx) => recount(tx, campaignId, this.clock.now()));
  }

  /**
   * Counts the results of a campaign without holding anybody up; undefined when the kept numbers still hold,
   * so that a burst of changes is counted once and not once for each.
   */
  async countResults(campaignId: string): Promise<FreshResults | undefined> {
    if ((await resultsSince(this.reads, campaignId)) !== undefined) return undefined;
    const source = await sourceOf(this.reads, campaignId);
    return { source, results: await countResults(this.reads, campaignId, ALL) };
  }

  /** Keeps results in the place of older ones, in the unit of work it is given. */
  keepResults(tx: Tx, campaignId: string, { source, results }: FreshResults, at: Instant): Promise<void> {
    return replaceResults(tx, campaignId, { computedAt: at, source }, results);
  }
}
