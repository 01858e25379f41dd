import { IsInt, IsUUID, Min } from 'class-validator';

/** Which deadline is to be counted anew, as of which generation. */
export class RecountDeadlinePayload {
  @IsUUID()
  deadlineId: string;

  @IsInt()
  @Min(1)
  generation: number;
}
