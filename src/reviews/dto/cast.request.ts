import { field } from '../../platform/http/validators/field.decorator';
import type { FieldRule } from '../../platform/http/validators/field-rule';
import { IsUuid } from '../../platform/http/validators';
import { isChoice, YES_NO_CHOICES, type BallotChoice } from '../ballots/ballot-paper';

/** What a paper can say: yes or no, or some of the options of a ballot that chooses. */
const choiceRule: FieldRule = {
  code: 'CHOICE',
  message: {
    vi: `Phải là một trong: ${YES_NO_CHOICES.join(', ')}; hoặc danh sách mã lựa chọn, không lặp lại.`,
    en: `Must be one of: ${YES_NO_CHOICES.join(', ')}; or a list of options, all different.`,
  },
  schema: {
    oneOf: [
      { type: 'string', enum: [...YES_NO_CHOICES] },
      { type: 'array', maxItems: 200, uniqueItems: true, items: { type: 'string', format: 'uuid' } },
    ],
    example: 'inFavour',
  },
  accepts: isChoice,
};

/** A vote. The choice goes into the box and nowhere else: not into events, hashes, answers or logs. */
export class CastRequest {
  @IsUuid()
  readonly itemId: string;

  @field(choiceRule)
  readonly choice: BallotChoice;
}

/** The written opinion of an absent member, put into the box by the standing office. */
export class ReceiveWrittenRequest extends CastRequest {
  @IsUuid()
  readonly memberId: string;
}
