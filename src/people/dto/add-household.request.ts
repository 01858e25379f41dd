import { BoundedText, IsUuid, IsYesNo } from '../../platform/http/validators/fields.decorator';

/** Input of `household.add`. */
export class AddHouseholdRequest {
  @BoundedText({ max: 200, description: 'Name of the head of the household.', example: 'Trần Thị Mẫu' })
  readonly headName: string;

  @BoundedText({ max: 500, optional: true })
  readonly address?: string;

  @IsUuid({ description: 'The unit that the household belongs to.' })
  readonly unitId: string;

  @IsYesNo({
    optional: true,
    description: 'A household of the same head and address is there already, and this is another one.',
  })
  readonly isAnother?: boolean;
}
