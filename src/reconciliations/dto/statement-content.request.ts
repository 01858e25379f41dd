import type { Decimal, LocalDate } from '../../../workflows/kernel';
import type { PeriodClaim } from '../../../workflows/tally';
import { TALLY_STAGES, type TallyFamily, type TallyStage, type TallySubjectKind } from '../../../workflows/tally';
import {
  BoundedArray,
  boundedTextRule,
  BoundedText,
  IsDecimalText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  Nested,
} from '../../platform/http/validators';

const CODE = boundedTextRule({ max: 60, multiline: false });
const CLAIMS: readonly PeriodClaim[] = ['exactly', 'moreThan', 'atLeast', 'lessThan', 'atMost'];

/** What a figure counts in our records. */
export class CountedFigureRequest {
  @IsOneOf(TALLY_STAGES)
  readonly stage: TallyStage;

  @IsOneOf(['awards', 'heads', 'money'], { description: 'Award counts and heads are two numbers.' })
  readonly number: 'awards' | 'heads' | 'money';

  @IsOneOf(['state', 'party'])
  readonly family: TallyFamily;

  @IsWholeNumber(1900, 2200, { optional: true, description: 'On the axis of the statement; without it: any year.' })
  readonly year?: number;

  @BoundedText({ max: 60, optional: true })
  readonly tier?: string;

  @IsOneOf(['person', 'collective', 'household'], { optional: true })
  readonly subjectKind?: TallySubjectKind;

  @IsUuid({ optional: true, description: 'Without it: of all campaigns and of none.' })
  readonly campaignId?: string;

  @IsUuid({ optional: true, description: 'This unit and all below it; without it: the unit that keeps the statement.' })
  readonly unitId?: string;
}

/** A number as it is printed. */
export class FigureRequest {
  @BoundedText({ max: 60, example: 'collectives' })
  readonly code: string;

  @BoundedText({ max: 500, example: 'Tập thể được khen thưởng' })
  readonly label: string;

  @IsDecimalText({ example: '80' })
  readonly value: Decimal;

  @BoundedArray(CODE, {
    min: 1,
    max: 100,
    unique: true,
    optional: true,
    description: 'Codes of the figures that must add up to it.',
  })
  readonly parts?: readonly string[];

  @BoundedText({ max: 60, optional: true, description: 'Code of the figure of which it is a share: 6 of 21.' })
  readonly within?: string;

  @Nested(() => CountedFigureRequest, { optional: true, description: 'What it counts in our records.' })
  readonly counts?: CountedFigureRequest;
}

/** Names as they are printed. */
export class PrintedListRequest {
  @BoundedText({ max: 60, example: 'sites' })
  readonly code: string;

  @BoundedText({ max: 500, example: 'Các dự án giải phóng mặt bằng' })
  readonly label: string;

  @BoundedArray(boundedTextRule({ max: 300, multiline: false }), { min: 1, max: 500 })
  readonly items: readonly string[];

  @BoundedText({ max: 60, optional: true, description: 'Code of the figure that says how many there are.' })
  readonly total?: string;
}

/** A length of time as it is printed, beside its two days. */
export class PrintedPeriodRequest {
  @BoundedText({ max: 60, example: 'years' })
  readonly code: string;

  @BoundedText({ max: 500, example: 'Thời gian từ khi thành lập' })
  readonly label: string;

  @IsLocalDate({ example: '2004-01-01' })
  readonly from: LocalDate;

  @IsLocalDate({ description: 'Included.', example: '2021-06-30' })
  readonly to: LocalDate;

  @IsOneOf(CLAIMS)
  readonly claim: PeriodClaim;

  @IsWholeNumber(1, 12_000, { description: 'Whole months: 18 years are 216.', example: 216 })
  readonly months: number;
}
