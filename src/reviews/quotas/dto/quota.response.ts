import { ApiProperty } from '@nestjs/swagger';

/** One quota in a list. */
export class QuotaSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly councilId: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly campaignId: string | null;

  @ApiProperty({ example: 'CSTDCS' })
  readonly tier: string;

  @ApiProperty({ type: 'integer', example: 7 })
  readonly places: number;

  @ApiProperty({ enum: ['revote', 'chairDecides'] })
  readonly tie: string;

  @ApiProperty()
  readonly womanFirst: boolean;

  @ApiProperty()
  readonly isOpen: boolean;
}

/** A place, or a number on the waiting list. */
export class QuotaEntryResponse {
  @ApiProperty({ format: 'uuid' })
  readonly itemId: string;

  @ApiProperty({ format: 'uuid' })
  readonly reviewId: string;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ enum: ['placed', 'waiting', 'freed', 'ended'] })
  readonly state: string;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly placeNumber: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly waitingNumber: number | null;
}

/** One quota with a page of its places and its waiting list. */
export class QuotaResponse extends QuotaSummary {
  @ApiProperty({
    type: () => [QuotaEntryResponse],
    description: 'Places first, then the waiting list, then who is out',
  })
  readonly entries: readonly QuotaEntryResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page of entries.' })
  readonly nextCursor: string | null;
}
