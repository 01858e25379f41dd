import { ApiProperty } from '@nestjs/swagger';
import { INITIATIVE_KINDS, INITIATIVE_SCOPES } from '../../../../workflows/history';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';
import { ProofResponse } from '../../dto/proof.response';

/** One initiative in a list. */
export class InitiativeSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: INITIATIVE_KINDS })
  readonly kind: 'initiative' | 'research';

  @ApiProperty({ enum: INITIATIVE_SCOPES })
  readonly scope: 'unit' | 'province' | 'nation';

  @ApiProperty({ format: 'date' })
  readonly recognisedOn: string;

  @ApiProperty({ type: () => ProofResponse, nullable: true })
  readonly paper: ProofResponse | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly withdrawnAt: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** Whose initiative it is. */
export class InitiativeAuthorResponse {
  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly subjectKind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;
}

/** What an initiative backs. */
export class InitiativeUseResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly caseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly awardRecordId: string | null;

  @ApiProperty({ format: 'date' })
  readonly usedOn: string;

  @ApiProperty({ description: 'True when it is a further use, which the keeper gave a reason for.' })
  readonly isOverride: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Set once it was taken back.' })
  readonly releasedAt: string | null;
}

/** One initiative with its authors and what it backs. */
export class InitiativeResponse extends InitiativeSummary {
  @ApiProperty({ type: String, nullable: true, description: 'Null when there is none or it was erased.' })
  readonly effect: string | null;

  @ApiProperty({ type: () => [InitiativeAuthorResponse] })
  readonly authors: readonly InitiativeAuthorResponse[];

  @ApiProperty({ type: () => [InitiativeUseResponse] })
  readonly uses: readonly InitiativeUseResponse[];
}
