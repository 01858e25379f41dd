import type { PledgeCommand } from '../../workflows/pledge';
import type { CommandForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { DiscontinuePledgeRequest } from './dto/discontinue-pledge.request';
import { DraftPledgeRequest } from './dto/draft-pledge.request';
import { AmendPledgeRequest, PledgeValuesRequest } from './dto/pledge-values.request';
import { ReportProgressRequest, VerifyReportRequest } from './dto/progress-report.request';
import { SignPledgeRequest } from './dto/sign-pledge.request';
import { PLEDGE_REFUSALS } from './pledges.errors';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

const VALUES = entriesOf(PLEDGE_REFUSALS, 'impossibleValue');
const CLAIMS = entriesOf(PLEDGE_REFUSALS, 'impossibleValue', 'percentSaysNothing', 'planNotNamed', 'unknownPlan');

/** The form of every command on a pledge: a command of the machine without a form does not compile. */
export const pledgeForms: Readonly<Record<PledgeCommand['type'], CommandForm>> = {
  'pledge.draft': {
    input: DraftPledgeRequest,
    opens: true,
    refusals: [...VALUES, ...entriesOf(PLEDGE_REFUSALS, 'noCommonUnit', 'unitIsDissolved')],
  },
  'pledge.revise': { input: PledgeValuesRequest, refusals: VALUES },
  'pledge.submit': plain,
  'pledge.sign': { input: SignPledgeRequest },
  'pledge.accept': plain,
  'pledge.return': reasoned,
  'pledge.refuse': reasoned,
  'pledge.report': { input: ReportProgressRequest, refusals: [...CLAIMS, PLEDGE_REFUSALS.evidenceAstray] },
  'pledge.verify': { input: VerifyReportRequest, refusals: [...CLAIMS, PLEDGE_REFUSALS.notInReport] },
  'pledge.amend': { input: AmendPledgeRequest, texts: ['reason'], refusals: VALUES },
  'pledge.conclude': plain,
  'pledge.withdraw': reasoned,
  'pledge.discontinue': { input: DiscontinuePledgeRequest, texts: ['reason'] },
};
