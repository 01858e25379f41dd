import { ApiProperty } from '@nestjs/swagger';
import { COUNCIL_KINDS, COUNCIL_SEATS, type CouncilKind, type CouncilSeat } from '../council';

/** One council in a list. */
export class CouncilSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'HDTDKT-LC' })
  readonly code: string;

  @ApiProperty({ example: 'Hội đồng Thi đua – Khen thưởng quận Lê Chân' })
  readonly name: string;

  @ApiProperty({ enum: COUNCIL_KINDS })
  readonly kind: CouncilKind;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The council that it is a part of.' })
  readonly partOfId: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The first day on which it is no more.' })
  readonly dissolvedOn: string | null;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** Somebody who sits for a member. */
export class CouncilDelegationResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly memberId: string;

  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '03/GUQ-HĐTĐKT' })
  readonly paper: string;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** A membership, of today or of another time. */
export class CouncilMembership {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ description: 'Empty once the data was erased.' })
  readonly personName: string;

  @ApiProperty({ enum: COUNCIL_SEATS })
  readonly seat: CouncilSeat;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** One council with all its memberships. */
export class CouncilResponse extends CouncilSummary {
  @ApiProperty({ type: [CouncilMembership], description: 'In the order of the council.' })
  readonly members: readonly CouncilMembership[];

  @ApiProperty({ type: [CouncilDelegationResponse], description: 'Of every time, the oldest first.' })
  readonly delegations: readonly CouncilDelegationResponse[];
}
