import { IsUUID } from 'class-validator';

/** Jobs that tell cases what became of their place. */
export const WaitingListJob = { MoveUp: 'recommend-from-waiting-list', End: 'end-waiting-list' } as const;

/** The quota whose ledger has changed, and the item that it is about or the first of them. */
export class WaitingListPayload {
  @IsUUID()
  readonly quotaId: string;

  @IsUUID(undefined, { each: true })
  readonly itemIds: string[];
}
