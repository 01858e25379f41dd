import { ApiProperty } from '@nestjs/swagger';

/** The paper that a statement stands in. */
export class StatementPaper {
  @ApiProperty({ type: String, nullable: true, description: 'Null when it was erased' })
  readonly title: string | null;

  @ApiProperty({ required: false, example: '45/BC-UBND' })
  readonly number?: string;

  @ApiProperty({ required: false })
  readonly issuer?: string;

  @ApiProperty({ required: false, format: 'date' })
  readonly date?: string;

  @ApiProperty({ required: false })
  readonly sha256?: string;
}

/** What a unit states of its results. It stands beside what is computed and never enters it. */
export class ResultStatementResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly campaignId: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: 'integer', example: 21 })
  readonly of: number;

  @ApiProperty({ type: 'integer', example: 21, description: 'Reached, the exceeded among them' })
  readonly reached: number;

  @ApiProperty({ type: 'integer', example: 6 })
  readonly exceeded: number;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ type: StatementPaper })
  readonly paper: StatementPaper;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it stands' })
  readonly withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was withdrawn' })
  readonly withdrawnFor: string | null;
}
