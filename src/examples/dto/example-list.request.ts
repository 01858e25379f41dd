import {
  EXAMPLE_FIELDS,
  EXAMPLE_KINDS,
  EXAMPLE_STATES,
  type ExampleField,
  type ExampleKind,
  type ExampleState,
} from '../../../workflows/example';
import { FIRST_YEAR, LAST_YEAR } from '../../../workflows/kernel';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, digitsRule, field, IsOneOf, IsUuid } from '../../platform/http/validators';

const YEAR = digitsRule(FIRST_YEAR, LAST_YEAR);

/** Narrows the list of examples. */
export class ExampleListQuery extends PageQuery {
  @IsOneOf(EXAMPLE_STATES, { optional: true })
  readonly state?: ExampleState;

  @IsOneOf(EXAMPLE_KINDS, { optional: true })
  readonly kind?: ExampleKind;

  @IsOneOf(EXAMPLE_FIELDS, { optional: true })
  readonly field?: ExampleField;

  @field(YEAR, { optional: true, description: 'The year in which they were found' })
  readonly year?: number;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'Found by this unit' })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'About this person, collective or household, or linked with it' })
  readonly subjectId?: string;

  @IsUuid({ optional: true, description: 'Linked with this case' })
  readonly caseId?: string;

  @IsUuid({ optional: true, description: 'Linked with this achievement' })
  readonly achievementId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the title, whatever its accents' })
  readonly search?: string;
}

/** By what examples can be counted. */
export const COUNTED_BY = ['kind', 'field', 'year', 'campaign', 'unit'] as const;

export type CountedBy = (typeof COUNTED_BY)[number];

/** Which examples are counted, and by what. */
export class ExampleCountsQuery {
  @IsOneOf(COUNTED_BY, { optional: true, description: 'By kind when absent' })
  readonly by?: CountedBy;

  @IsOneOf(EXAMPLE_KINDS, { optional: true })
  readonly kind?: ExampleKind;

  @IsOneOf(EXAMPLE_FIELDS, { optional: true })
  readonly field?: ExampleField;

  @field(YEAR, { optional: true, description: 'The year in which they were found' })
  readonly year?: number;

  @IsUuid({ optional: true })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'Found by this unit or one below it' })
  readonly unitId?: string;
}
