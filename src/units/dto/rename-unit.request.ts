import { BoundedText } from '../../platform/http/validators/fields.decorator';

/** Input of `unit.rename`. */
export class RenameUnitRequest {
  @BoundedText({ max: 300, example: 'Phường Lê Chân' })
  readonly name: string;
}
