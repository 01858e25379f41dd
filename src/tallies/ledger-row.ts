import { dong } from '../../workflows/kernel';
import type { TallyFamily, TallyLeaderLevel, TallyRow, TallySubjectKind } from '../../workflows/tally';

/** A row of the ledger as it is read: 0 and 1 for what is or is not. */
export interface LedgerRow {
  readonly caseId: string;
  readonly version: number;
  readonly campaignKey: string;
  readonly tier: string;
  readonly family: TallyFamily;
  readonly subjectKind: TallySubjectKind;
  readonly subjectId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly achievedYear: number;
  readonly decidedYear: number | null;
  readonly presentedYear: number | null;
  readonly isProposed: number;
  readonly isEligible: number;
  readonly isInReview: number;
  readonly isRecommended: number;
  readonly isSentUp: number;
  readonly isGrantedAbove: number;
  readonly isPaid: number;
  readonly isRevoked: number;
  /** Whole đồng as text. */
  readonly money: string;
  readonly isDirectWorker: number | null;
  readonly isLeader: number | null;
  readonly leaderLevel: TallyLeaderLevel | null;
}

/** A ledger row as the core counts it. The gender is not in the ledger: it is erased with the person. */
export function tallyRowOf(row: LedgerRow): TallyRow {
  const { caseId, tier, family, subjectKind, subjectId, unitId, unitPath, leaderLevel } = row;
  const { achievedYear, decidedYear, presentedYear } = row;
  return {
    ...{ caseId, tier, family, subjectKind, subjectId, unitId, unitPath },
    ...{ achievedYear, decidedYear, presentedYear, leaderLevel },
    eligible: row.isEligible === 1,
    inReview: row.isInReview === 1,
    recommended: row.isRecommended === 1,
    sentUp: row.isSentUp === 1,
    grantedAbove: row.isGrantedAbove === 1,
    paid: row.isPaid === 1,
    revoked: row.isRevoked === 1,
    amount: dong(row.money),
    gender: null,
    directWorker: row.isDirectWorker === null ? null : row.isDirectWorker === 1,
    leader: row.isLeader === null ? null : row.isLeader === 1,
  };
}
