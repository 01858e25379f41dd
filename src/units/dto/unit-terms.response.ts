import { ApiProperty } from '@nestjs/swagger';
import { UnitResponse } from './unit.response';

/** A unit that manages another one too, with its days. */
export class CoManagementResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly managerId: string;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** Who may sign for the head of a unit, with the days. */
export class UnitDelegationResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '07/GUQ-UBND' })
  readonly paper: string;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly validTo: string | null;
}

/** Where a unit stood in the tree before it was put below another one. */
export class FormerPlaceResponse {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The unit above it; null for a root.' })
  readonly parentId: string | null;

  @ApiProperty({ format: 'date', description: 'The first day on which it stood there no more.' })
  readonly leftOn: string;

  @ApiProperty({ example: '1669/NQ-UBTVQH15' })
  readonly document: string;
}

/** What a unit has for a time, of today and of other times. */
export class UnitTermsResponse {
  @ApiProperty({ type: [CoManagementResponse], description: 'The oldest first.' })
  readonly coManagements: readonly CoManagementResponse[];

  @ApiProperty({ type: [UnitDelegationResponse], description: 'The oldest first.' })
  readonly delegations: readonly UnitDelegationResponse[];

  @ApiProperty({ type: [FormerPlaceResponse], description: 'The oldest first.' })
  readonly formerPlaces: readonly FormerPlaceResponse[];
}

/** The end of a unit by a merger or a dissolution. */
export class SuccessionResponse {
  @ApiProperty({ format: 'uuid' })
  readonly predecessorId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null when nobody took over.' })
  readonly successorId: string | null;

  @ApiProperty({ format: 'date', description: 'The first day on which the unit was no more.' })
  readonly effectiveOn: string;

  @ApiProperty({ example: '1669/NQ-UBTVQH15' })
  readonly document: string;
}

/** Who a unit was, or has become, on a day, and the mergers that led there. */
export class SuccessorsResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty({
    type: [UnitResponse],
    description:
      'The units of that day: what the unit was made of before its mergers, itself, or what took over. None when nobody did.',
  })
  readonly units: readonly UnitResponse[];

  @ApiProperty({ type: [SuccessionResponse], description: 'All mergers before and after, in order of time.' })
  readonly successions: readonly SuccessionResponse[];
}
