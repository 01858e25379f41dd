import { ApiProperty } from '@nestjs/swagger';
import type { Label, LocalDate } from '../../../workflows/kernel';
import {
  STATEMENT_STATES,
  type Figure,
  type Finding,
  type PrintedList,
  type PrintedPeriod,
  type StatementState,
} from '../../../workflows/tally';
import type { TallyAxis } from '../../../workflows/tally';

/** A published statement, as lists show it. */
export class StatementResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty()
  readonly title: string;

  @ApiProperty()
  readonly source: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly asOf: LocalDate;

  @ApiProperty({ type: String })
  readonly axis: TallyAxis;

  @ApiProperty({ enum: STATEMENT_STATES })
  readonly state: StatementState;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** A published statement with all that it says. */
export class StatementDetailResponse extends StatementResponse {
  @ApiProperty({ type: [Object] })
  readonly figures: readonly Figure[];

  @ApiProperty({ type: [Object] })
  readonly lists: readonly PrintedList[];

  @ApiProperty({ type: [Object] })
  readonly periods: readonly PrintedPeriod[];
}

/** What our records count for a figure. */
export class CountedResponse {
  @ApiProperty()
  readonly code: string;

  @ApiProperty()
  readonly stated: string;

  @ApiProperty()
  readonly found: string;
}

/** Something that does not agree, with both numbers. */
export class FindingResponse {
  @ApiProperty({ example: 'sumDiffers' })
  readonly kind: Finding['kind'];

  @ApiProperty({ description: 'Of the figure, list or period.' })
  readonly code: string;

  @ApiProperty({ type: Object, description: 'A sentence in both languages.' })
  readonly message: Label;

  @ApiProperty({ type: Object, description: 'Both numbers, and what else belongs to this kind.' })
  readonly details: Readonly<Record<string, unknown>>;
}

/** A statement checked with itself and with our records. What agrees is silent. */
export class ReconciliationResponse {
  @ApiProperty({ format: 'uuid' })
  readonly statementId: string;

  @ApiProperty({ type: [FindingResponse] })
  readonly withItself: readonly FindingResponse[];

  @ApiProperty({ type: [FindingResponse] })
  readonly withRecords: readonly FindingResponse[];

  @ApiProperty({ type: [CountedResponse], description: 'Every figure that says what it counts, agreeing or not.' })
  readonly counted: readonly CountedResponse[];
}
