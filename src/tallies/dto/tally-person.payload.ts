import { IsUUID } from 'class-validator';

/** Whose cases are to be counted again: the row of a person that stayed when another one was merged into it. */
export class TallyPersonPayload {
  @IsUUID()
  readonly personId: string;
}
