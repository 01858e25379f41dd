import { ApiProperty } from '@nestjs/swagger';
import { DISCIPLINE_FORMS, type DisciplineForm } from '../../../../workflows/history';
import { ProofResponse } from '../../dto/proof.response';
import { RecordResponse } from '../../dto/record.response';

/** A disciplinary measure on a subject. */
export class DisciplineResponse extends RecordResponse {
  @ApiProperty({ enum: DISCIPLINE_FORMS })
  readonly form: DisciplineForm;

  @ApiProperty({ format: 'date' })
  readonly from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day, included.' })
  readonly until: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly liftedOn: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The freeze that it concluded.' })
  readonly freezeId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly violationRowId: string | null;

  @ApiProperty({ type: () => ProofResponse, nullable: true })
  readonly paper: ProofResponse | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}
