import { Allow } from 'class-validator';
import { boundedTextRule } from '../validators/bounded-text-rule';
import { field } from '../validators/field.decorator';

/** The longest comment, in characters. */
export const COMMENT_MAX = 2000;

/** What every command body has; the input is checked by the class of its type. */
export class CommandEnvelope {
  @field(boundedTextRule({ max: 100 }))
  readonly type: string;

  @Allow()
  readonly input: unknown;

  @field(boundedTextRule({ max: COMMENT_MAX, multiline: true }), { optional: true })
  readonly comment: string | undefined;
}
