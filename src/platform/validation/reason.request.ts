import { BoundedText } from '../http/validators/fields.decorator';

/** The form of a command that must be justified. The text is kept apart from the events. */
export class ReasonRequest {
  @BoundedText({ max: 2000, multiline: true, description: 'Why; shown in the history' })
  readonly reason: string;
}
