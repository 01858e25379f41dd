import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../../../workflows/kernel';
import { LabelResponse } from '../../../platform/http/problems/problem';

/** `notGranted`: the decision names the case, but the award was held up before it took effect. */
export type Standing = 'stands' | 'corrected' | 'revoked' | 'notGranted';

const STANDINGS: readonly Standing[] = ['stands', 'corrected', 'revoked', 'notGranted'];

/** What a verification code was given for, and whether it stands. */
export class VerificationResponse {
  @ApiProperty({ example: '7KQM-2XNP-9RTW-4HJC' })
  readonly code: string;

  @ApiProperty({ enum: ['decision', 'award'], description: 'A whole decision, or one award of it' })
  readonly kind: string;

  @ApiProperty({ type: () => LabelResponse, nullable: true, description: 'Of an award: the title or form' })
  readonly title: Label | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of an award: the name as the public decision has it' })
  readonly subjectName: string | null;

  @ApiProperty({ example: '125/QĐ-UBND' })
  readonly number: string;

  @ApiProperty({ format: 'date' })
  readonly issuedOn: string;

  @ApiProperty({ description: 'The authority that decided, as printed' })
  readonly authorityName: string;

  @ApiProperty({ enum: STANDINGS })
  readonly standing: Standing;
}
