import { STATEMENT_STATES, type StatementState } from '../../../workflows/tally';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsOneOf, IsUuid } from '../../platform/http/validators';

/** Narrows the list of statements. */
export class StatementListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Kept by this unit.' })
  readonly unitId?: string;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsOneOf(STATEMENT_STATES, { optional: true })
  readonly state?: StatementState;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the title; accents do not matter.' })
  readonly search?: string;
}
