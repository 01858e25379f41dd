import { IsOptional, IsUUID } from 'class-validator';
import { WorkflowEffectPayload } from '../../platform/runner/workflow-effect.payload';

/** Whose numbers changed: a campaign itself, or something that names its campaign, or says null when it has none. */
export class TallyCampaignPayload extends WorkflowEffectPayload {
  @IsOptional()
  @IsUUID()
  readonly campaignId?: string | null;
}
