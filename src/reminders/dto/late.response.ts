import { ApiProperty } from '@nestjs/swagger';

/** A deadline that was missed. */
export class LateDeadline {
  @ApiProperty({ format: 'uuid' })
  readonly deadlineId: string;

  @ApiProperty({ example: 'campaign.reportDue' })
  readonly kind: string;

  @ApiProperty({ format: 'date', description: 'The last day in time.' })
  readonly dueOn: string;

  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly campaignName: string | null;
}

/** A unit that still owes what was due. */
export class LateUnitResponse extends LateDeadline {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty()
  readonly unitName: string;

  @ApiProperty({ type: 'integer', description: 'Calendar days since the last day in time.' })
  readonly daysLate: number;
}

/** How many units still owe what was due by one deadline. */
export class LateCountResponse extends LateDeadline {
  @ApiProperty({ type: 'integer' })
  readonly lateUnits: number;
}

/** The deadlines that units have missed. */
export class LateCountsResponse {
  @ApiProperty({ type: [LateCountResponse] })
  readonly items: readonly LateCountResponse[];

  @ApiProperty({ description: 'True when there are more than are shown; ask for one campaign, kind or unit.' })
  readonly isCut: boolean;
}
