import { IsYesNo } from '../../platform/http/validators/fields.decorator';
import { PersonDetailsRequest } from './person-details.request';

/** Input of `person.correct`: all details anew. What is absent is taken out, but for the identity number, which nobody sees. */
export class CorrectPersonRequest extends PersonDetailsRequest {
  @IsYesNo({ optional: true, description: 'Takes the identity number out.' })
  readonly withoutNationalId?: boolean;
}
