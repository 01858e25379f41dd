import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { MOST_IN_BULK } from './bulk-runner';
import { WorkflowEffectPayload } from './workflow-effect.payload';

/** An effect that many instances had in one unit of work, and of which the job is told once. */
export class WorkflowEffectsPayload extends WorkflowEffectPayload {
  /** The instances beside the first. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_IN_BULK)
  @IsUUID('all', { each: true })
  readonly otherIds?: readonly string[];
}

/** All instances that a message is about. */
export function instanceIdsOf({ instanceId, otherIds = [] }: WorkflowEffectsPayload): readonly string[] {
  return [instanceId, ...otherIds];
}
