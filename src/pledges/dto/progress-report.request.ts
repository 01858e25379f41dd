import type { Decimal, LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsDecimalText, IsLocalDate, IsUuid, IsYesNo } from '../../platform/http/validators';
import { OncePerMeasure } from './once-per-measure.decorator';
import { IsSha256 } from './sha256.decorator';

/** A value that the office found. */
export class VerifiedValueRequest {
  @BoundedText({ max: 60, example: '20.2' })
  readonly measureCode: string;

  @IsDecimalText()
  readonly value: Decimal;
}

/** A value that a unit reports. */
export class ReportedValueRequest extends VerifiedValueRequest {
  @IsYesNo({ optional: true, description: 'The value is the per cent of the plan, since nothing else is known' })
  readonly isPercentOfPlan?: boolean;

  @BoundedText({
    max: 200,
    optional: true,
    description: 'The plan that the claim is about, where the measure has several',
    example: 'Kế hoạch thành phố',
  })
  readonly plan?: string;
}

/** A paper that shows values of a report. */
export class EvidenceRequest {
  @BoundedText({ max: 500, description: 'Kept apart from the events', example: 'Báo cáo thu ngân sách quý I' })
  readonly title: string;

  @BoundedText({ max: 60, optional: true, description: 'The measure that it shows; the whole report when left out' })
  readonly measureCode?: string;

  @BoundedText({ max: 120, optional: true, example: '45/BC-UBND' })
  readonly number?: string;

  @BoundedText({ max: 300, optional: true })
  readonly issuer?: string;

  @IsLocalDate({ optional: true })
  readonly date?: LocalDate;

  @IsSha256({ optional: true, description: 'Hash of the file, in small hexadecimal digits' })
  readonly sha256?: string;
}

/** A progress report. */
export class ReportProgressRequest {
  @BoundedText({ max: 40, example: '2024-Q1' })
  readonly period: string;

  @IsLocalDate({ description: 'The day up to which the values count', example: '2024-03-31' })
  readonly asOf: LocalDate;

  @BoundedArray(() => ReportedValueRequest, { max: 500 })
  @OncePerMeasure()
  readonly values: readonly ReportedValueRequest[];

  @BoundedArray(() => EvidenceRequest, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceRequest[];
}

/** The office's word on a report. */
export class VerifyReportRequest {
  @IsUuid()
  readonly reportId: string;

  @BoundedArray(() => VerifiedValueRequest, {
    max: 500,
    description: 'Only the values that differ from what was reported',
  })
  @OncePerMeasure()
  readonly values: readonly VerifiedValueRequest[];
}
