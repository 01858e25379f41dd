import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';

/** Criticism or praise of a unit. */
export class OutcomeResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: ['criticism', 'praise'] })
  readonly kind: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly kindLabel: Label;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when it was erased' })
  readonly reason: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it stands' })
  readonly withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly withdrawnFor: string | null;
}

/** What was assigned to units together, beside one plan of the measure. */
export class AllocationSumResponse {
  @ApiProperty({ example: '20.2' })
  readonly measureCode: string;

  @ApiProperty({ example: 'Kế hoạch quận' })
  readonly planName: string;

  @ApiProperty({ example: '59' })
  readonly planned: string;

  @ApiProperty({ example: '55' })
  readonly allocated: string;

  @ApiProperty({ example: '-4', description: 'Allocated less planned' })
  readonly difference: string;

  @ApiProperty()
  readonly addsUp: boolean;
}

/** The sums of a plan: measures over the sum of units that have allocations, at most as many as a plan has measures. */
export class AllocationSumsResponse {
  @ApiProperty({ type: [AllocationSumResponse] })
  readonly items: readonly AllocationSumResponse[];
}

/** One campaign in a tree. */
export class CampaignTreeNode {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly parentId: string | null;

  @ApiProperty({ type: 'integer', description: '0 the campaign that was asked for, 1 its children, -1 its parent' })
  readonly level: number;

  @ApiProperty({ example: 'LC-2024' })
  readonly code: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ example: 'underway' })
  readonly state: string;

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ format: 'date' })
  readonly endsOn: string;
}

/** A campaign with those above and below it that the asker may know of. */
export class CampaignTreeResponse {
  @ApiProperty({ type: [CampaignTreeNode], description: 'From above to below, by code within a level' })
  readonly items: readonly CampaignTreeNode[];

  @ApiProperty({ description: 'True when there are more than fit; ask for the children with `parentId`' })
  readonly isCut: boolean;
}
