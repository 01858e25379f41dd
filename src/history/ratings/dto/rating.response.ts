import { ApiProperty } from '@nestjs/swagger';
import { RATING_PERIODS, RATINGS, type Rating, type RatingPeriod } from '../../../../workflows/history';
import { ProofResponse } from '../../dto/proof.response';
import { RecordResponse } from '../../dto/record.response';

/** How the work of a subject in one year was rated. */
export class RatingResponse extends RecordResponse {
  @ApiProperty({ enum: RATING_PERIODS })
  readonly period: RatingPeriod;

  @ApiProperty({ type: 'integer', description: 'Of a school year that in which it begins.' })
  readonly year: number;

  @ApiProperty({ enum: RATINGS })
  readonly rating: Rating;

  @ApiProperty()
  readonly ratedBy: string;

  @ApiProperty({ type: () => ProofResponse, nullable: true })
  readonly paper: ProofResponse | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}
