import { BoundedArray } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { QuestionRequest } from './question.request';

/** Listed cases, voted on by the rulebook; and questions, voted on as the council states. At least one of either. */
export class PutOnAgendaRequest {
  @BoundedArray(uuidRule, { max: 500, unique: true, optional: true })
  readonly caseIds?: readonly string[];

  @BoundedArray(() => QuestionRequest, { max: 50, optional: true })
  readonly questions?: readonly QuestionRequest[];
}
