import type { CampaignCommand } from '../../workflows/campaign';
import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { CAMPAIGN_REFUSALS } from './campaigns.errors';
import {
  ApproveCampaignRequest,
  ExtendDeadlineRequest,
  InterimReviewRequest,
  OpenAwardCycleRequest,
  OpenRegistrationRequest,
  RecordOutcomeRequest,
  RequestReportRequest,
  WithdrawOutcomeRequest,
} from './dto/campaign-commands.request';
import { AmendCampaignRequest, CampaignPlanRequest } from './dto/campaign-plan.request';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

/** The form of every command on a campaign: a command of the machine without a form does not compile. */
export const campaignForms: Readonly<Record<CampaignCommand['type'], CommandForm>> = {
  'campaign.draft': { input: CampaignPlanRequest, opens: true, refusals: [CAMPAIGN_REFUSALS.unitIsDissolved] },
  'campaign.revise': { input: CampaignPlanRequest },
  'campaign.submit': plain,
  'campaign.return': reasoned,
  'campaign.approve': { input: ApproveCampaignRequest },
  'campaign.launch': plain,
  'campaign.openRegistration': { input: OpenRegistrationRequest },
  'campaign.closeRegistration': plain,
  'campaign.interimReview': { input: InterimReviewRequest, texts: ['results'] },
  'campaign.requestReport': { input: RequestReportRequest },
  'campaign.openAwardCycle': { input: OpenAwardCycleRequest },
  'campaign.startAwarding': plain,
  'campaign.extend': { input: ExtendDeadlineRequest, texts: ['reason'] },
  'campaign.amend': { input: AmendCampaignRequest, texts: ['reason'] },
  'campaign.adoptRelease': reasoned,
  'campaign.recordOutcome': { input: RecordOutcomeRequest, texts: ['reason'] },
  'campaign.withdrawOutcome': { input: WithdrawOutcomeRequest, texts: ['reason'] },
  'campaign.suspend': reasoned,
  'campaign.resume': plain,
  'campaign.conclude': plain,
  'campaign.reopen': reasoned,
  'campaign.cancel': reasoned,
};
