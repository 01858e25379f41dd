import { ApiProperty } from '@nestjs/swagger';
import { TIE_BREAKS, type TieBreak } from '../../../workflows/scoring';

/** The place of a unit. */
export class RankedUnitResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Shared by equals; null for who is barred by a gate.' })
  readonly rank: number | null;

  @ApiProperty({ example: '87.5' })
  readonly total: string;

  @ApiProperty({ enum: TIE_BREAKS, nullable: true, description: 'What set it apart from equal totals.' })
  readonly decidedBy: TieBreak['by'] | null;

  @ApiProperty({ type: [String] })
  readonly failedGates: readonly string[];
}

/** Units that nothing sets apart. */
export class TieResponse {
  @ApiProperty({ type: 'integer' })
  readonly rank: number;

  @ApiProperty({ type: [String] })
  readonly unitIds: readonly string[];

  @ApiProperty({ description: 'The conference has to vote on it.' })
  readonly needsBallot: boolean;
}

/** The ranking of a cluster. */
export class RankingResponse {
  @ApiProperty({ format: 'uuid' })
  readonly clusterId: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null for one that was not published.' })
  readonly revision: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly publishedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why an earlier one was corrected.' })
  readonly reason: string | null;

  @ApiProperty({ format: 'uuid', description: 'The sheet that the cluster scores by.' })
  readonly sheetId: string;

  @ApiProperty({ type: 'integer', description: 'The revision that the cluster keeps to.' })
  readonly sheetRevision: number;

  @ApiProperty({ type: [RankedUnitResponse] })
  readonly rows: readonly RankedUnitResponse[];

  @ApiProperty({ type: [TieResponse] })
  readonly ties: readonly TieResponse[];

  @ApiProperty({ type: [String], description: 'Members whose sheet is not appraised.' })
  readonly missingUnitIds: readonly string[];
}
