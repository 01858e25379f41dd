import { Injectable } from '@nestjs/common';
import { ReadDatabase } from '../../platform/persistence';
import type { QuotaEntryRow, QuotaEntryState } from './quota';
import { entriesOfReview, readEntries } from './quotas.repository';

/** What the ledgers of quotas say to the system itself; it takes no scope and answers no user. */
@Injectable()
export class QuotaLedger {
  constructor(private readonly reads: ReadDatabase) {}

  /** Where the items of a round stand; items under no quota are left out. */
  ofReview(reviewId: string): Promise<ReadonlyMap<string, QuotaEntryState>> {
    return entriesOfReview(this.reads, reviewId);
  }

  /** Lines of one ledger that are about these items. */
  async linesOf(quotaId: string, itemIds: readonly string[]): Promise<readonly QuotaEntryRow[]> {
    const asked = new Set(itemIds);
    return (await readEntries(this.reads, quotaId)).filter(({ itemId }) => asked.has(itemId));
  }
}
