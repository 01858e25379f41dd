import { BoundedArray } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';

/** Listed cases, one item each; how each is voted on comes from the rulebook. */
export class PutOnAgendaRequest {
  @BoundedArray(uuidRule, { min: 1, max: 500, unique: true })
  readonly caseIds: readonly string[];
}
