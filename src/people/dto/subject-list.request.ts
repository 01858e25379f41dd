import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsUuid } from '../../platform/http/validators';

/** Narrows a list of people, collectives or households. */
export class SubjectListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Of this unit, not of those below it.' })
  readonly unitId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter.' })
  readonly search?: string;
}
