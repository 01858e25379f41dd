import { IsUUID } from 'class-validator';
import { WorkflowEffectPayload } from '../../platform/runner/workflow-effect.payload';

/** A pledge was returned to the units that sign it. */
export class PledgeReturnedPayload extends WorkflowEffectPayload {
  @IsUUID()
  campaignId: string;

  /** The unit that prepares it. */
  @IsUUID()
  unitId: string;

  @IsUUID(undefined, { each: true })
  memberUnitIds: string[];
}
