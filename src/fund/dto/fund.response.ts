import { ApiProperty } from '@nestjs/swagger';

/** The fund of a unit in a year, in a list. */
export class FundYearResponse {
  @ApiProperty({ format: 'uuid', description: 'Commands on the books go to this id.' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: 'integer', example: 2026 })
  readonly year: number;

  @ApiProperty({ description: 'False while only payments were booked.' })
  readonly isOpened: boolean;

  @ApiProperty()
  readonly isClosed: boolean;

  @ApiProperty({ description: 'Whether spending beyond the balance is refused.' })
  readonly refusesOverdraft: boolean;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** What came in or went out under one heading. */
export class FundSumResponse {
  @ApiProperty({ enum: ['in', 'out'] })
  readonly direction: string;

  @ApiProperty({ example: 'budget', description: '`payment`: prizes paid; `recovery`: money of revoked awards' })
  readonly source: string;

  @ApiProperty({ example: '50000000', description: 'Whole đồng' })
  readonly amount: string;

  @ApiProperty({ type: 'integer' })
  readonly count: number;
}

/** The fund of a unit in a year with its sums. */
export class FundSummaryResponse extends FundYearResponse {
  @ApiProperty({ example: '50000000', description: 'Whole đồng' })
  readonly received: string;

  @ApiProperty({ example: '710000', description: 'Whole đồng' })
  readonly spent: string;

  @ApiProperty({ example: '49290000', description: 'Whole đồng; with a minus when more was spent than received' })
  readonly balance: string;

  @ApiProperty({ description: 'More was spent than received.' })
  readonly isOverdrawn: boolean;

  @ApiProperty({ type: () => [FundSumResponse] })
  readonly sums: readonly FundSumResponse[];
}

/** One entry in the books. */
export class FundEntryResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: ['in', 'out'] })
  readonly direction: string;

  @ApiProperty({ example: 'payment' })
  readonly source: string;

  @ApiProperty({ example: '710000', description: 'Whole đồng' })
  readonly amount: string;

  @ApiProperty({ format: 'date' })
  readonly bookedOn: string;

  @ApiProperty({ type: String, nullable: true })
  readonly paper: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The case that was paid or recovered from',
  })
  readonly caseId: string | null;
}
