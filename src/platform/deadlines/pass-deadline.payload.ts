import { IsInt, IsUUID, Min } from 'class-validator';

/** Which deadline has passed, as of which generation. */
export class PassDeadlinePayload {
  @IsUUID()
  deadlineId: string;

  @IsInt()
  @Min(1)
  generation: number;
}
