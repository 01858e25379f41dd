import { IsUuid } from '../../platform/http/validators/fields.decorator';

/** Input of `collective.move` and `household.move`. */
export class MoveSubjectRequest {
  @IsUuid({ description: 'The unit that it goes to.' })
  readonly unitId: string;
}
