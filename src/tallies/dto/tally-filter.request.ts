import { IntersectionType } from '@nestjs/swagger';
import {
  TALLY_DIMENSIONS,
  TALLY_LEADER_LEVELS,
  TALLY_STAGES,
  type TallyAxis,
  type TallyDimension,
  type TallyFamily,
  type TallyLeaderLevel,
  type TallyStage,
  type TallySubjectKind,
} from '../../../workflows/tally';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, field, IsOneOf, IsUuid, type FieldRule } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { digitsRule } from '../../platform/http/validators/value-rules';
import { TALLY_AXES } from '../case-stages';

export const FAMILIES: readonly TallyFamily[] = ['state', 'party'];
export const OF_CAMPAIGN = 'Without it: the cases outside campaigns.';
export const AXIS = 'Which year is meant: of the achievement, of the decision, or of the presentation.';

const SUBJECT_KINDS: readonly TallySubjectKind[] = ['collective', 'household', 'person'];
const GENDERS = ['female', 'male', 'other', 'unknown'] as const;
const YES_OR_NO = ['true', 'false', 'unknown'] as const;
const MOST_DIMENSIONS = 3;

/** Yes, no, or what nobody knows, as it stands in a query string. */
export type YesNoUnknown = (typeof YES_OR_NO)[number];

/** How a cluster is asked for where there is none. */
export const NO_CLUSTER = 'none';

const OF_PERSONS = {
  optional: true,
  description: 'Of persons; unknown where nobody said, and for others than persons.',
} as const;

/** The dimensions of a breakdown as they stand in a query string: `tier,gender`. */
const dimensionsRule: FieldRule = {
  code: 'DIMENSIONS',
  message: {
    vi: `Phải là tối đa ${MOST_DIMENSIONS} chiều khác nhau, cách nhau bằng dấu phẩy: ${TALLY_DIMENSIONS.join(', ')}.`,
    en: `Must be at most ${MOST_DIMENSIONS} different dimensions with commas between: ${TALLY_DIMENSIONS.join(', ')}.`,
  },
  schema: { type: 'string', maxLength: 60, example: 'tier,gender' },
  accepts: (value) => {
    const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
    const isKnown = names.every((name) => TALLY_DIMENSIONS.includes(name as TallyDimension));
    return names.length > 0 && names.length <= MOST_DIMENSIONS && isKnown && new Set(names).size === names.length;
  },
  take: (value) => (typeof value === 'string' ? value.split(',') : value),
};

/** The id of a cluster, or `none` for units that were in none. */
const clusterRule: FieldRule = {
  code: 'CLUSTER',
  message: {
    vi: `Phải là mã UUID của cụm, khối hoặc “${NO_CLUSTER}”.`,
    en: `Must be the UUID of a cluster, or “${NO_CLUSTER}”.`,
  },
  schema: { type: 'string', example: NO_CLUSTER },
  accepts: (value) => value === NO_CLUSTER || uuidRule.accepts(value),
};

/** Which cases are counted, beside their family. */
export class TallyFilterQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @field(digitsRule(1900, 2200), { description: 'On that axis.', example: '2024', optional: true })
  readonly year?: number;

  @BoundedText({ max: 60, optional: true, description: 'Without it: all tiers.' })
  readonly tier?: string;

  @IsOneOf(SUBJECT_KINDS, { optional: true, description: 'Without it: all kinds.' })
  readonly subjectKind?: TallySubjectKind;

  @IsUuid({ optional: true, description: 'Nominated by this unit alone.' })
  readonly unitId?: string;

  @IsUuid({ optional: true, description: 'Nominated by this unit or any below it.' })
  readonly belowUnitId?: string;

  @field(clusterRule, {
    optional: true,
    description: 'Nominated by a unit of this cluster, whose period ends in the year on the axis; none: by others.',
  })
  readonly clusterId?: string;

  @IsOneOf(GENDERS, OF_PERSONS)
  readonly gender?: (typeof GENDERS)[number];

  @IsOneOf(YES_OR_NO, OF_PERSONS)
  readonly directWorker?: YesNoUnknown;

  @IsOneOf(YES_OR_NO, OF_PERSONS)
  readonly leader?: YesNoUnknown;

  @IsOneOf([...TALLY_LEADER_LEVELS, 'unknown'], OF_PERSONS)
  readonly leaderLevel?: TallyLeaderLevel | 'unknown';
}

/** A tally broken down by up to three dimensions. */
export class TallyGroupsQuery extends TallyFilterQuery {
  @field(dimensionsRule, { optional: true, description: 'Without it: everything as one group.' })
  readonly by?: readonly TallyDimension[];

  @IsOneOf(['true', 'false'], { optional: true, description: 'Also tiers that are known and that no case is of.' })
  readonly zeros?: 'true' | 'false';

  @IsOneOf(FAMILIES, { optional: true, description: 'Without it: both, apart from each other.' })
  readonly family?: TallyFamily;
}

/** The same as a table. */
export class TallyTableQuery extends TallyGroupsQuery {
  @IsOneOf(['vi', 'en'], { optional: true, description: 'Of the headings; Vietnamese without it.' })
  readonly language?: 'vi' | 'en';
}

/** Which number: the cases behind it are listed. */
export class TallyCasesQuery extends IntersectionType(TallyFilterQuery, PageQuery) {
  @IsOneOf(TALLY_STAGES)
  readonly stage: TallyStage;

  @IsOneOf(FAMILIES)
  readonly family: TallyFamily;
}
