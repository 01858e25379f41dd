import type { LocalDate } from '../../../workflows/kernel';
import { IsLocalDate } from '../../platform/http/validators';

/** The day that is asked for. */
export class SuccessorsQuery {
  @IsLocalDate({ optional: true, description: 'Today when absent.', example: '2023-12-31' })
  readonly on?: LocalDate;
}
