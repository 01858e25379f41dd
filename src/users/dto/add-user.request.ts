import { field, IsOneOf, IsUuid } from '../../platform/http/validators';
import { LANGUAGES, type Language } from '../user';
import { emailRule, loginRule } from './account-rules';

/** Input of `user.add`. */
export class AddUserRequest {
  @field(loginRule, { description: 'Unique among all users.' })
  readonly login: string;

  @field(emailRule, { optional: true })
  readonly email?: string;

  @IsOneOf(LANGUAGES, { optional: true, description: 'Of messages and notices; vi when absent.' })
  readonly language?: Language;

  @IsUuid({ optional: true, description: 'The person who uses the account; absent for an office or a machine.' })
  readonly personId?: string;

  @IsUuid({ optional: true, description: 'The unit that keeps the account; absent when only the system does.' })
  readonly unitId?: string;
}
