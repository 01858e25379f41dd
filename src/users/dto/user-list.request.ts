import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsUuid } from '../../platform/http/validators';

/** Narrows the list of users. */
export class UserListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Kept by this unit, not by those below it.' })
  readonly unitId?: string;

  @IsUuid({ optional: true })
  readonly personId?: string;

  @BoundedText({ max: 50, optional: true, description: 'Anywhere in the login.' })
  readonly search?: string;
}
