import { BoundedText, IsUuid } from '../../platform/http/validators/fields.decorator';

/** Input of `collective.add`. */
export class AddCollectiveRequest {
  @BoundedText({ max: 300, example: 'Tổ dân phố số 3' })
  readonly name: string;

  @IsUuid({ description: 'The unit that the collective belongs to.' })
  readonly unitId: string;
}
