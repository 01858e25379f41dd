import type { PledgeCommand } from '../../workflows/pledge';
import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { DraftPledgeRequest } from './dto/draft-pledge.request';
import { AmendPledgeRequest, PledgeValuesRequest } from './dto/pledge-values.request';
import { ReportProgressRequest, VerifyReportRequest } from './dto/progress-report.request';
import { SignPledgeRequest } from './dto/sign-pledge.request';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

/** The form of every command on a pledge: a command of the machine without a form does not compile. */
export const pledgeForms: Readonly<Record<PledgeCommand['type'], CommandForm>> = {
  'pledge.draft': { input: DraftPledgeRequest, opens: true },
  'pledge.revise': { input: PledgeValuesRequest },
  'pledge.submit': plain,
  'pledge.sign': { input: SignPledgeRequest },
  'pledge.accept': plain,
  'pledge.return': reasoned,
  'pledge.refuse': reasoned,
  'pledge.report': { input: ReportProgressRequest },
  'pledge.verify': { input: VerifyReportRequest },
  'pledge.amend': { input: AmendPledgeRequest, texts: ['reason'] },
  'pledge.conclude': plain,
  'pledge.withdraw': reasoned,
  'pledge.discontinue': reasoned,
};
