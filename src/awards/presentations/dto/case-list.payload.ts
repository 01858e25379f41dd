import { IsUUID } from 'class-validator';

/** A list whose next cases are due. */
export class CaseListPayload {
  @IsUUID()
  readonly listId: string;
}
