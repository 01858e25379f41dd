import type { Decimal, LocalDate } from '../../../workflows/kernel';
import { BoundedArray, BoundedText, IsDecimalText, IsLocalDate, IsUuid } from '../../platform/http/validators';
import { OncePerMeasure } from './once-per-measure.decorator';

/** A value that the office found. */
export class VerifiedValueRequest {
  @BoundedText({ max: 60, example: '20.2' })
  readonly measureCode: string;

  @IsDecimalText()
  readonly value: Decimal;
}

/** A value that a unit reports. */
export class ReportedValueRequest extends VerifiedValueRequest {
  @BoundedText({
    max: 200,
    optional: true,
    description: 'The plan that the claim is about, where the measure has several',
    example: 'Kế hoạch thành phố',
  })
  readonly plan?: string;
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
