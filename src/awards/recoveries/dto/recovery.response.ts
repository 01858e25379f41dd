import { ApiProperty } from '@nestjs/swagger';

/** What has to come back after an award was revoked. */
export class RecoveryResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ format: 'uuid', description: 'The authority whose fund the money came from' })
  readonly unitId: string;

  @ApiProperty({ description: 'Whether the award had been handed over' })
  readonly isArtefactDue: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly artefactReturnedOn: string | null;

  @ApiProperty({ example: '710000', description: 'Whole đồng; `0` when nothing had been paid' })
  readonly moneyDue: string;

  @ApiProperty({ example: '0', description: 'Whole đồng so far' })
  readonly moneyRecovered: string;

  @ApiProperty({ format: 'date-time' })
  readonly openedAt: string;

  @ApiProperty({ description: 'Whether all that was due has come back' })
  readonly isComplete: boolean;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far' })
  readonly version: number;
}
