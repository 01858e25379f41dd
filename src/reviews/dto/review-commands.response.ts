import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Refusal } from '../../../workflows/kernel';
import { AvailableCommandsResponse } from '../../platform/http/commands/available-commands';
import { FailedGuard } from '../../platform/http/problems/problem';

/** Whether this user can vote on one open item. It says nothing of anybody else, and nothing of any choice. */
@ApiSchema({ name: 'OwnVote' })
export class OwnVoteResponse {
  @ApiProperty({ format: 'uuid' })
  readonly itemId: string;

  @ApiProperty()
  readonly isPossible: boolean;

  @ApiProperty({ type: () => [FailedGuard], description: 'Every reason why not: not on the roll, voted already …' })
  readonly reasons: readonly Refusal[];
}

/** What this user can do in a review round now, and why not; for votes item by item. */
@ApiSchema({ name: 'ReviewCommands' })
export class ReviewCommandsResponse extends AvailableCommandsResponse {
  @ApiProperty({ type: () => [OwnVoteResponse], description: 'The items whose ballot is open, for those who may vote' })
  readonly votes: readonly OwnVoteResponse[];
}
