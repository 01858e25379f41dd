import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { Ids } from '../../platform/ids/ids.port';
import { addToOutbox, ReadDatabase, type Tx } from '../../platform/persistence';
import { WakeUp } from '../../platform/relay/wake-up';
import type { CommandRequest } from '../../platform/runner/command-request';
import { CaseBatches } from '../cases/case-batches.service';
import { TierRules } from '../cases/tier-rules';
import {
  markSettled,
  readHead,
  readListed,
  writeConflicts,
  type Conflict,
  type DecisionHead,
  type ListedCase,
} from './settlements.repository';

/** A job that carries out what a decision means for its cases. */
export interface Settlement {
  readonly job: 'decide-cases' | 'revoke-cases';
  readonly decisionId: string;
  /** Place on the list at which this batch begins. */
  readonly from: number;
  /** Set for `decide-cases`. */
  readonly issuedOn?: LocalDate;
  /** What the next batch gets as well. */
  readonly payload: object;
}

/** What a batch came to. */
export interface SettledBatch {
  readonly conflicts: readonly Conflict[];
  /** The first place after the batch. */
  readonly to: number;
  readonly isLast: boolean;
}

const SETTLED_STATE = { 'decide-cases': 'issued', 'revoke-cases': 'revoked' } as const;
const COMMAND = { 'decide-cases': 'award.decide', 'revoke-cases': 'award.revoke' } as const;
const IN_FORCE: ReadonlySet<string> = new Set(['issued', 'corrected']);
const STANDING: ReadonlySet<string> = new Set(['decided', 'presented']);

/** Decides and revokes the cases of a decision: set by set, as jobs, each case once however often a job runs. */
@Injectable()
export class DecisionSettlements {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly batches: CaseBatches,
    private readonly tiers: TierRules,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Sends the command to the next batch of cases. Cases that followed before are left alone. */
  async run(settlement: Settlement): Promise<SettledBatch> {
    const { job, decisionId, from } = settlement;
    const head = await readHead(this.reads, decisionId);
    if (!head) throw new NotFoundError('decision', decisionId);
    // A decision that was revoked before its cases were all decided: the other job undoes what was done.
    if (job === 'decide-cases' && !IN_FORCE.has(head.state)) return { conflicts: [], to: from, isLast: true };
    const limit = this.batches.size;
    const listed = await readListed(this.reads, decisionId, { from, limit });
    const requests = listed
      .filter((each) => isConcerned(settlement, each))
      .map((each) => this.requestFor(settlement, each, head));
    const outcomes = await (job === 'decide-cases' ? this.batches.together(requests) : this.batches.oneByOne(requests));
    const conflicts = outcomes.flatMap(({ caseId, result }) =>
      result.outcome === 'refused' ? [{ caseId, reasons: result.reasons }] : [],
    );
    const last = listed.at(-1);
    return { conflicts, to: last ? last.ordinal + 1 : from, isLast: listed.length < limit };
  }

  /** Notes what a batch came to, and asks for the next one or that the whole is settled. */
  async record(tx: Tx, settlement: Settlement, batch: SettledBatch, at: Instant): Promise<void> {
    const { job, decisionId, from, payload } = settlement;
    const command = COMMAND[job];
    await writeConflicts(tx, { decisionId, command, from, to: batch.to }, batch.conflicts, at);
    if (batch.isLast) return markSettled(tx, decisionId, SETTLED_STATE[job]);
    const next = { ...payload, from: batch.to };
    await addToOutbox(tx, [{ id: this.ids.next(), job, payload: next, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }

  private requestFor(settlement: Settlement, listed: ListedCase, head: DecisionHead): CommandRequest {
    const { job, decisionId, issuedOn } = settlement;
    const { caseId, tier, subjectKind, isPrinted } = listed;
    const common = {
      actor: SYSTEM_ACTOR,
      commandId: derivedId(job, decisionId, caseId),
      type: COMMAND[job],
      instanceId: caseId,
    };
    if (job === 'revoke-cases' || issuedOn === undefined) {
      return { ...common, input: {}, texts: { reason: `Quyết định ${nameOf(head)} bị hủy.` } };
    }
    const amount = isPrinted === 1 ? listed.amount : this.tiers.prizeOf(tier, subjectKind, issuedOn);
    return { ...common, input: { decisionId, decidedOn: issuedOn, amount } };
  }
}

/** Only what has not followed yet, so that a batch that comes again asks nothing twice. */
function isConcerned({ job, decisionId }: Settlement, { decisionId: decidedBy, state }: ListedCase): boolean {
  return job === 'decide-cases' ? decidedBy !== decisionId : decidedBy === decisionId && STANDING.has(state);
}

function nameOf({ number, symbol }: DecisionHead): string {
  return `số ${number ?? '…'}/${symbol ?? '…'}`;
}
