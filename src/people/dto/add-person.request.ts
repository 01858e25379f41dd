import { IsUuid, IsYesNo } from '../../platform/http/validators/fields.decorator';
import { PersonDetailsRequest } from './person-details.request';

/** Input of `person.add`. */
export class AddPersonRequest extends PersonDetailsRequest {
  @IsUuid({ description: 'The unit that the person belongs to.' })
  readonly unitId: string;

  @IsYesNo({
    optional: true,
    description: 'Somebody of the same name and birthday is there already, and this is another person.',
  })
  readonly isAnother?: boolean;
}
