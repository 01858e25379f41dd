import { BoundedText } from '../../platform/http/validators/fields.decorator';

/** Input of `household.correct`: all details anew. */
export class CorrectHouseholdRequest {
  @BoundedText({ max: 200, description: 'Name of the head of the household.', example: 'Trần Thị Mẫu' })
  readonly headName: string;

  @BoundedText({ max: 500, optional: true })
  readonly address?: string;
}
