import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, IsUuid } from '../../platform/http/validators';

/** Narrows the list of clusters. */
export class ClusterListQuery extends PageQuery {
  @BoundedText({ max: 20, optional: true, description: 'The year, or the school year.' })
  readonly period?: string;

  @IsUuid({ optional: true, description: 'Run by this unit.' })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'With this unit as a member, at any time.' })
  readonly memberId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter.' })
  readonly search?: string;
}
