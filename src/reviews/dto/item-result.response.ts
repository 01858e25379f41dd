import { ApiProperty } from '@nestjs/swagger';

/** What the vote on an item came to, known once it is counted. */
export class ItemResultResponse {
  @ApiProperty({ type: 'integer', example: 8, description: 'Ballots and written opinions in favour' })
  readonly inFavour: number;

  @ApiProperty({ type: 'integer', example: 10, description: 'Of how many the share is taken' })
  readonly base: number;

  @ApiProperty({ type: 'integer', example: 9, description: 'The smallest number in favour that passes' })
  readonly needed: number;

  @ApiProperty({ description: 'As many in favour as against, and not passed: a reason for a revote' })
  readonly isTie: boolean;

  @ApiProperty({ description: 'Taken from the minutes of a count on paper; not voted here' })
  readonly isRecorded: boolean;

  @ApiProperty({ type: [String], description: 'Who or what was chosen, most votes first; of a ballot that chooses' })
  readonly chosenIds: readonly string[];

  @ApiProperty({ type: [String], description: 'Level at the last place, so that none of them is chosen' })
  readonly tiedIds: readonly string[];

  @ApiProperty({ type: 'integer', description: 'Ballots issued (phát ra)' })
  readonly issued: number;

  @ApiProperty({ type: 'integer', description: 'Ballots returned (thu về)' })
  readonly returned: number;

  @ApiProperty({ type: 'integer', description: 'Valid ballots (hợp lệ)' })
  readonly valid: number;

  @ApiProperty({ type: 'integer', description: 'Invalid ballots (không hợp lệ)' })
  readonly invalid: number;

  @ApiProperty({ type: 'integer', description: 'Ballots against' })
  readonly against: number;

  @ApiProperty({ type: 'integer', description: 'Valid ballots that are neither in favour nor against' })
  readonly abstained: number;

  @ApiProperty({
    type: 'integer',
    description: 'Written opinions of absent members: among the ballots, or beside those of a count on paper',
  })
  readonly writtenReceived: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of a count on paper; null where the opinions lie among the ballots, so that nobody is found out',
  })
  readonly writtenInFavour: number | null;
}
