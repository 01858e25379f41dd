import { IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';

/** What the job that sends a list carries. */
export class ConsolidationSendPayload {
  @IsUUID()
  readonly consolidationId: string;

  @IsIn(['review', 'above'])
  readonly to: 'review' | 'above';

  @ValidateIf((payload: ConsolidationSendPayload) => payload.to === 'review')
  @IsUUID()
  readonly reviewId?: string;

  /** A user, or `system`. */
  @IsString()
  @MaxLength(36)
  readonly by: string;
}
