import { IsUuid } from '../../platform/http/validators/fields.decorator';

/** Input of `person.merge`. */
export class MergePersonRequest {
  @IsUuid({ description: 'The row that stays; everything that refers to the other one is read as referring to it.' })
  readonly intoId: string;
}
