import type { Decimal } from '../../../workflows/kernel';
import {
  CRITERION_KINDS,
  GATE_EFFECTS,
  SCORING_METHODS,
  TIE_BREAKS,
  type CriterionKind,
  type GateEffect,
  type ScoringMethod,
  type TieBreak,
} from '../../../workflows/scoring';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import {
  BoundedArray,
  BoundedText,
  digitsRule,
  field,
  IsDecimalText,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
  IsYesNo,
} from '../../platform/http/validators';

/** Values from one end to another and the points for them; an end that is absent is open. */
export class BandRequest {
  @IsDecimalText({ optional: true, example: '80' })
  readonly from?: Decimal;

  @IsYesNo({ description: 'Whether the lower end belongs to the band.' })
  readonly isFromIncluded: boolean;

  @IsDecimalText({ optional: true, example: '100' })
  readonly to?: Decimal;

  @IsYesNo({ description: 'Whether the upper end belongs to the band.' })
  readonly isToIncluded: boolean;

  @IsDecimalText({ example: '6' })
  readonly points: Decimal;
}

/** A line of a scoring sheet. */
export class CriterionRequest {
  @BoundedText({ max: 50, description: 'Unique in the sheet.', example: 'I.1' })
  readonly code: string;

  @BoundedText({ max: 500, example: 'Tỷ lệ hộ gia đình văn hóa' })
  readonly name: string;

  @BoundedText({
    max: 50,
    optional: true,
    description: 'The group that it is part of; listed before it.',
    example: 'I',
  })
  readonly parentCode?: string;

  @IsOneOf(CRITERION_KINDS, { description: 'Bonuses, penalties and gates stand outside the groups.' })
  readonly kind: CriterionKind;

  @IsOneOf(SCORING_METHODS, { optional: true, description: 'How a value becomes points; of groups and gates none.' })
  readonly method?: ScoringMethod;

  @IsDecimalText({ optional: true, description: 'What the points are multiplied with; 1 when absent.', example: '1' })
  readonly weight?: Decimal;

  @IsDecimalText({
    optional: true,
    description: 'The most points; of a group what its parts add up to.',
    example: '10',
  })
  readonly maxPoints?: Decimal;

  @IsDecimalText({ optional: true, description: 'What must be reached, in the unit of the value.', example: '95' })
  readonly plan?: Decimal;

  @BoundedText({ max: 50, optional: true, description: 'The measure of the campaign that value and plan come from.' })
  readonly measureCode?: string;

  @IsDecimalText({ optional: true, description: 'Points for each; of the method count.', example: '0.5' })
  readonly pointsEach?: Decimal;

  @BoundedArray(() => BandRequest, { max: 30, optional: true, description: 'From low to high, without a gap.' })
  readonly bands?: readonly BandRequest[];

  @IsOneOf(GATE_EFFECTS, { optional: true, description: 'What a gate does that is not passed.' })
  readonly onFail?: GateEffect;

  @IsWholeNumber(0, 6, {
    optional: true,
    description: 'Digits that its points are rounded to, half up; absent for none.',
  })
  readonly roundTo?: number;
}

/** A link of the chain that decides among equal totals. */
export class TieBreakRequest {
  @IsOneOf(TIE_BREAKS, {
    description:
      'womenCollective: a collective of mostly women first, from the share that the rules of the day name; ballot: only as the last',
  })
  readonly by: TieBreak['by'];

  @BoundedText({ max: 50, optional: true, description: 'The criterion whose points decide.' })
  readonly code?: string;
}

/** Input of `scoringSheet.revise`: what the sheet says from now on. Clusters that use it keep the revision that they chose. */
export class ReviseSheetRequest {
  @BoundedArray(() => CriterionRequest, { max: 300, min: 1 })
  readonly criteria: readonly CriterionRequest[];

  @IsDecimalText({ optional: true, description: 'The most that all bonuses together bring.', example: '5' })
  readonly bonusCap?: Decimal;

  @IsDecimalText({ optional: true, description: 'The most that all penalties together take.', example: '10' })
  readonly penaltyCap?: Decimal;

  @IsWholeNumber(0, 6, { description: 'Digits that the total is rounded to, half up.', example: 2 })
  readonly roundTo: number;

  @BoundedArray(() => TieBreakRequest, { max: 20, optional: true })
  readonly tieBreak?: readonly TieBreakRequest[];
}

/** Input of `scoringSheet.define`. */
export class DefineSheetRequest extends ReviseSheetRequest {
  @IsUuid({ description: 'The unit that issues it.' })
  readonly unitId: string;

  @BoundedText({ max: 50, description: 'Unique among the sheets of the unit.', example: 'BCD-2024' })
  readonly code: string;

  @BoundedText({ max: 300, example: 'Bảng chấm điểm thi đua cụm năm 2024' })
  readonly name: string;
}

/** Input of `scoringSheet.useIn`. */
export class UseSheetRequest {
  @IsUuid({ description: 'The cluster that scores by the present revision.' })
  readonly clusterId: string;

  @IsUuid({ optional: true, description: 'The campaign whose measures the criteria name.' })
  readonly campaignId?: string;
}

/** Which revision of a sheet is shown: the newest unless told otherwise. */
export class SheetQuery {
  @field(digitsRule(1, 1_000_000), { optional: true, description: 'The revision that a cluster keeps to.' })
  readonly revision?: number;
}

/** Narrows the list of scoring sheets. */
export class SheetListQuery extends PageQuery {
  @IsUuid({ optional: true, description: 'Issued by this unit.' })
  readonly unitId?: string;

  @BoundedText({ max: 100, optional: true, description: 'Anywhere in the name; accents do not matter.' })
  readonly search?: string;
}
