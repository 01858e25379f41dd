import { BoundedArray, IsUuid, IsWholeNumber } from '../../platform/http/validators';

/** The votes on one option of a ballot that chooses. */
export class OptionVotesRequest {
  @IsUuid()
  readonly optionId: string;

  @IsWholeNumber(0, 10_000)
  readonly votes: number;
}

const MOST = 10_000;

/** The count of one item on paper, as its count minutes give it. */
export class PaperCountRequest {
  @IsUuid()
  readonly itemId: string;

  @IsWholeNumber(0, MOST, { description: 'Ballots issued (phát ra)' })
  readonly issued: number;

  @IsWholeNumber(0, MOST, { description: 'Ballots returned (thu về)' })
  readonly returned: number;

  @IsWholeNumber(0, MOST, { description: 'Valid ballots (hợp lệ)' })
  readonly valid: number;

  @IsWholeNumber(0, MOST, { description: 'Invalid ballots (không hợp lệ)' })
  readonly invalid: number;

  @IsWholeNumber(0, MOST)
  readonly inFavour: number;

  @IsWholeNumber(0, MOST)
  readonly against: number;

  @IsWholeNumber(0, MOST)
  readonly abstained: number;

  @IsWholeNumber(0, MOST, { optional: true })
  readonly writtenReceived?: number;

  @IsWholeNumber(0, MOST, { optional: true })
  readonly writtenInFavour?: number;

  @BoundedArray(() => OptionVotesRequest, {
    max: 200,
    optional: true,
    description: 'Of a ballot that chooses; in favour means that a ballot names somebody',
  })
  readonly votes?: readonly OptionVotesRequest[];
}

/** The results of a meeting that voted on paper. They are marked as recorded, not voted here. */
export class RecordPaperRequest {
  @BoundedArray(() => PaperCountRequest, { min: 1, max: 500 })
  readonly counts: readonly PaperCountRequest[];
}
