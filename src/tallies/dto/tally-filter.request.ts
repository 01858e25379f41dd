import {
  TALLY_DIMENSIONS,
  TALLY_STAGES,
  type TallyAxis,
  type TallyDimension,
  type TallyFamily,
  type TallyStage,
  type TallySubjectKind,
} from '../../../workflows/tally';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, field, IsOneOf, IsUuid, type FieldRule } from '../../platform/http/validators';
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

/** Which cases are counted. */
const filtered = {
  year: { description: 'On that axis.', example: '2024', optional: true },
  tier: { max: 60, optional: true, description: 'Without it: all tiers.' },
  kind: { optional: true, description: 'Without it: all kinds.' },
  unit: { optional: true, description: 'Nominated by this unit alone.' },
  below: { optional: true, description: 'Nominated by this unit or any below it.' },
  person: { optional: true, description: 'Of persons; unknown where nobody said, and for others than persons.' },
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

/** A tally broken down by up to three dimensions. */
export class TallyGroupsQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @field(dimensionsRule, { optional: true, description: 'Without it: everything as one group.' })
  readonly by?: readonly TallyDimension[];

  @IsOneOf(['true', 'false'], { optional: true, description: 'Also tiers that are known and that no case is of.' })
  readonly zeros?: 'true' | 'false';

  @field(digitsRule(1900, 2200), filtered.year)
  readonly year?: number;

  @IsOneOf(FAMILIES, { optional: true, description: 'Without it: both, apart from each other.' })
  readonly family?: TallyFamily;

  @BoundedText(filtered.tier)
  readonly tier?: string;

  @IsOneOf(SUBJECT_KINDS, filtered.kind)
  readonly subjectKind?: TallySubjectKind;

  @IsUuid(filtered.unit)
  readonly unitId?: string;

  @IsUuid(filtered.below)
  readonly belowUnitId?: string;

  @IsOneOf(GENDERS, filtered.person)
  readonly gender?: (typeof GENDERS)[number];

  @IsOneOf(YES_OR_NO, filtered.person)
  readonly directWorker?: YesNoUnknown;

  @IsOneOf(YES_OR_NO, filtered.person)
  readonly leader?: YesNoUnknown;
}

/** The same as a table. */
export class TallyTableQuery extends TallyGroupsQuery {
  @IsOneOf(['vi', 'en'], { optional: true, description: 'Of the headings; Vietnamese without it.' })
  readonly language?: 'vi' | 'en';
}

/** Which number: the cases behind it are listed. */
export class TallyCasesQuery extends PageQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @IsOneOf(TALLY_STAGES)
  readonly stage: TallyStage;

  @IsOneOf(FAMILIES)
  readonly family: TallyFamily;

  @field(digitsRule(1900, 2200), filtered.year)
  readonly year?: number;

  @BoundedText(filtered.tier)
  readonly tier?: string;

  @IsOneOf(SUBJECT_KINDS, filtered.kind)
  readonly subjectKind?: TallySubjectKind;

  @IsUuid(filtered.unit)
  readonly unitId?: string;

  @IsUuid(filtered.below)
  readonly belowUnitId?: string;

  @IsOneOf(GENDERS, filtered.person)
  readonly gender?: (typeof GENDERS)[number];

  @IsOneOf(YES_OR_NO, filtered.person)
  readonly directWorker?: YesNoUnknown;

  @IsOneOf(YES_OR_NO, filtered.person)
  readonly leader?: YesNoUnknown;
}
