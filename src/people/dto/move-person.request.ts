import { IsUuid } from '../../platform/http/validators/fields.decorator';

/** Input of `person.move`. */
export class MovePersonRequest {
  @IsUuid({ description: 'The unit that the person goes to.' })
  readonly unitId: string;
}
