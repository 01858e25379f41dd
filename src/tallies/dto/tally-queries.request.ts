import {
  TALLY_STAGES,
  type TallyAxis,
  type TallyFamily,
  type TallyStage,
  type TallySubjectKind,
} from '../../../workflows/tally';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import { BoundedText, field, IsOneOf, IsUuid } from '../../platform/http/validators';
import { digitsRule } from '../../platform/http/validators/value-rules';
import { TALLY_AXES } from '../case-stages';

const FAMILIES: readonly TallyFamily[] = ['state', 'party'];
const SUBJECT_KINDS: readonly TallySubjectKind[] = ['collective', 'household', 'person'];
const OF_CAMPAIGN = 'Without it: the cases outside campaigns.';
const AXIS = 'Which year is meant: of the achievement, of the decision, or of the presentation.';

/** Which tally. */
export class TallyQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @IsOneOf(FAMILIES, { optional: true, description: 'Without it: both, apart from each other.' })
  readonly family?: TallyFamily;
}

/** Of which campaign the results. */
export class TallyResultsQuery {
  @IsUuid()
  readonly campaignId: string;
}

/** Which number: the cases behind it are listed. */
export class TallyCasesQuery extends PageQuery {
  @IsUuid({ optional: true, description: OF_CAMPAIGN })
  readonly campaignId?: string;

  @IsOneOf(TALLY_AXES, { description: AXIS })
  readonly axis: TallyAxis;

  @field(digitsRule(1900, 2200), { description: 'On that axis.', example: '2024' })
  readonly year: number;

  @IsOneOf(FAMILIES)
  readonly family: TallyFamily;

  @IsOneOf(TALLY_STAGES)
  readonly stage: TallyStage;

  @BoundedText({ max: 60, optional: true, description: 'Without it: all tiers.' })
  readonly tier?: string;

  @IsOneOf(SUBJECT_KINDS, { optional: true, description: 'Without it: all kinds.' })
  readonly subjectKind?: TallySubjectKind;
}
