import { HISTORY_COMMANDS } from '../../../workflows/history';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { AddAwardsRequest, EnterDecisionRequest, WithdrawAwardsRequest } from './dto/decision-record.request';
import { DECISION_RECORD_REFUSALS } from './decision-records.errors';

const ADDING = [
  ...entriesOf(DECISION_RECORD_REFUSALS, 'unknownSubject', 'tierOrName', 'unknownTier', 'badPeriod', 'listedTwice'),
  ...entriesOf(DECISION_RECORD_REFUSALS, 'alreadyRecorded', 'decidedHere'),
];

/** The form of every command on entered decisions. */
export const decisionRecordForms = {
  'decisionRecord.enter': {
    input: EnterDecisionRequest,
    opens: true,
    label: HISTORY_COMMANDS['decisionRecord.enter'],
    refusals: [...ADDING, DECISION_RECORD_REFUSALS.issuedInFuture],
  },
  'decisionRecord.addAwards': {
    input: AddAwardsRequest,
    label: HISTORY_COMMANDS['decisionRecord.addAwards'],
    refusals: ADDING,
  },
  'decisionRecord.withdrawAwards': {
    input: WithdrawAwardsRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['decisionRecord.withdrawAwards'],
    refusals: entriesOf(DECISION_RECORD_REFUSALS, 'notOnRecord'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
