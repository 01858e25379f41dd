import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { CaseBatches } from '../cases/case-batches.service';
import { readRevoked } from './decision-revocations.repository';
import { addConflicts, readHead, type Conflict } from './settlements.repository';

/** Takes back the awards of some cases of a decision that stands: as a job, each case once however often it runs. */
@Injectable()
export class SomeRevocations {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly batches: CaseBatches,
  ) {}

  /** Revokes the cases of one revocation; answers those that could not follow, and why. */
  async run(decisionId: string, ordinal: number): Promise<readonly Conflict[]> {
    const head = await readHead(this.reads, decisionId);
    if (!head) throw new NotFoundError('decision', decisionId);
    const reason = `Hủy tặng thưởng trường hợp này tại Quyết định số ${head.number ?? '…'}/${head.symbol ?? '…'}.`;
    const cases = await readRevoked(this.reads, decisionId, ordinal);
    const requests = cases
      .filter(({ state }) => state !== 'revoked')
      .map(({ caseId }) => ({
        actor: SYSTEM_ACTOR,
        commandId: derivedId('revoke-some-cases', decisionId, caseId),
        type: 'award.revoke',
        instanceId: caseId,
        input: {},
        texts: { reason },
      }));
    const outcomes = await this.batches.oneByOne(requests);
    return outcomes.flatMap(({ caseId, result }) =>
      result.outcome === 'refused' ? [{ caseId, reasons: result.reasons }] : [],
    );
  }

  /** Notes what could not follow. */
  record(tx: Tx, decisionId: string, conflicts: readonly Conflict[], at: Instant): Promise<void> {
    return addConflicts(tx, { decisionId, command: 'award.revoke' }, conflicts, at);
  }
}
