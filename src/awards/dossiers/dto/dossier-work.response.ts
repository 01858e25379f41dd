import { ApiProperty } from '@nestjs/swagger';
import { FailedGuard } from '../../../platform/http/problems/problem';
import { SubjectRequest } from '../../cases/dto/nominate.request';
import { LINE_STATES, type LineState } from '../dossier-lines.repository';

/** One of the names that were handed in together, and what became of it. */
export class DossierLineResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer', description: 'From 1, in the order of the dossier' })
  readonly ordinal: number;

  @ApiProperty({ type: () => SubjectRequest })
  readonly subject: SubjectRequest;

  @ApiProperty({ example: 'GK' })
  readonly tier: string;

  @ApiProperty({ enum: LINE_STATES })
  readonly state: LineState;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @ApiProperty({ type: () => [FailedGuard], description: 'Every reason why it became no case.' })
  readonly reasons: readonly FailedGuard[];
}

/** Something that the dossier or one of its cases lacks. */
export class DossierGapResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for the whole dossier.' })
  readonly caseId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null once erased.' })
  readonly text: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly notedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly settledAt: string | null;
}
