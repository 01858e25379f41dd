import { ApiProperty } from '@nestjs/swagger';
import { CERTAINTIES, type Certainty } from '../../../../workflows/history';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';
import { ProofResponse } from '../../dto/proof.response';

export const ROW_STATES = ['open', 'confirmed', 'dismissed'] as const;

/** A list of violations that an agency sent. */
export class ViolationListResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty()
  readonly agency: string;

  @ApiProperty({ format: 'date' })
  readonly periodFrom: string;

  @ApiProperty({ format: 'date' })
  readonly periodTo: string;

  @ApiProperty({ format: 'date' })
  readonly receivedOn: string;

  @ApiProperty({ type: () => ProofResponse, nullable: true })
  readonly paper: ProofResponse | null;

  @ApiProperty({ type: 'integer' })
  readonly rowCount: number;

  @ApiProperty({ type: 'integer', description: 'Rows that nobody has settled yet.' })
  readonly openCount: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly erasedAt: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** A subject who may be the one on the list. */
export class ViolationMatch {
  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly subjectKind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({
    enum: CERTAINTIES,
    description: 'One identity number; one name and birthday; one name and unit, which people must look into.',
  })
  readonly certainty: Certainty;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    description: 'Cases that are on their way.',
  })
  readonly openCaseIds: readonly string[];
}

/** One row of a list with the subjects who may be meant. The office decides: nothing is refused by itself. */
export class ViolationRowResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer' })
  readonly ordinal: number;

  @ApiProperty({ description: 'Empty once the list was erased.' })
  readonly name: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly birthday: string | null;

  @ApiProperty()
  readonly unitText: string;

  @ApiProperty()
  readonly what: string;

  @ApiProperty({ enum: ROW_STATES })
  readonly state: (typeof ROW_STATES)[number];

  @ApiProperty({ enum: SUBJECT_KINDS, nullable: true, description: 'Whom the office took it for.' })
  readonly subjectKind: SubjectKind | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly subjectId: string | null;

  @ApiProperty({ type: String, nullable: true, description: '`freeze` or `noted`.' })
  readonly outcome: string | null;

  @ApiProperty({ type: () => [ViolationMatch], description: 'Of open rows alone; the surest first.' })
  readonly matches: readonly ViolationMatch[];
}
