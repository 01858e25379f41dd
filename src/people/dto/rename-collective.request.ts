import { BoundedText } from '../../platform/http/validators/fields.decorator';

/** Input of `collective.rename`. */
export class RenameCollectiveRequest {
  @BoundedText({ max: 300, example: 'Tổ dân phố số 3' })
  readonly name: string;
}
