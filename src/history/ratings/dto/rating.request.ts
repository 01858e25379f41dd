import { RATING_PERIODS, RATINGS, type Rating, type RatingPeriod } from '../../../../workflows/history';
import { BoundedText, IsOneOf, IsWholeNumber, Nested } from '../../../platform/http/validators';
import { ProofRequest } from '../../dto/paper.request';
import { SubjectRequest } from '../../dto/subject.request';

/** Records how the work of a subject in one year was rated. */
export class RecordRatingRequest extends SubjectRequest {
  @IsOneOf(RATING_PERIODS, { example: 'calendarYear' })
  readonly period: RatingPeriod;

  @IsWholeNumber(1945, 2200, {
    description: 'The year; of a school year that in which it begins: 2023 is 2023-2024.',
    example: 2024,
  })
  readonly year: number;

  @IsOneOf(RATINGS, { example: 'excellent' })
  readonly rating: Rating;

  @BoundedText({ max: 200, description: 'The body or office that rated, never a person', example: 'UBND phường' })
  readonly ratedBy: string;

  @Nested(() => ProofRequest, { optional: true })
  readonly paper?: ProofRequest;
}
