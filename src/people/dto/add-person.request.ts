import { IsUuid } from '../../platform/http/validators/fields.decorator';
import { PersonDetailsRequest } from './person-details.request';

/** Input of `person.add`. */
export class AddPersonRequest extends PersonDetailsRequest {
  @IsUuid({ description: 'The unit that the person belongs to.' })
  readonly unitId: string;
}
