import type { LocalDate } from '../../../workflows/kernel';
import { IsLocalDate } from '../../platform/http/validators';

/** What a new token is to be. */
export class IssueTokenRequest {
  @IsLocalDate({ optional: true, description: 'Last day, included; absent for a token without an end.' })
  readonly expiresOn?: LocalDate;
}
