import { IsOptional, IsUUID } from 'class-validator';
import { WorkflowEffectsPayload } from '../../platform/runner/workflow-effects.payload';

/** Whose numbers changed: a campaign itself, or what names its campaign, one thing or many, or says null when it has none. */
export class TallyCampaignPayload extends WorkflowEffectsPayload {
  @IsOptional()
  @IsUUID()
  readonly campaignId?: string | null;
}
