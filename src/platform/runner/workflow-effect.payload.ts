import { Allow, IsInt, IsUUID } from 'class-validator';

/** What every effect of a machine carries: whose it is, and at which version it was asked for. */
export class WorkflowEffectPayload {
  @Allow()
  readonly workflow: string;

  @IsUUID()
  readonly instanceId: string;

  @IsInt()
  readonly version: number;
}
