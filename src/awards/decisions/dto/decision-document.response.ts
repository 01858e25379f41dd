import { ApiProperty } from '@nestjs/swagger';
import type { Citation, Label, Refusal } from '../../../../workflows/kernel';
import { CitationResponse, FailedGuard, LabelResponse } from '../../../platform/http/problems/problem';
import type { PrizePrinted } from '../prize-printed';

/** A case that could not follow its decision. */
export class CaseConflictResponse {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ type: () => [FailedGuard] })
  readonly reasons: readonly Refusal[];
}

/** What issuing the decision now would come to. */
export class DecisionPreviewResponse {
  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ type: 'integer' })
  readonly conflictCount: number;

  @ApiProperty({ type: () => [CaseConflictResponse], description: 'The first two hundred, in the order of the paper' })
  readonly conflicts: readonly CaseConflictResponse[];
}

/** How a prize was worked out: salary × coefficient × multiplier, rounded up. */
export class PrizeResponse implements PrizePrinted {
  @ApiProperty({ example: '710000', description: 'Whole đồng' })
  readonly amount: PrizePrinted['amount'];

  @ApiProperty({ example: '2340000', description: 'Base salary on the day of the decision, whole đồng' })
  readonly baseSalary: PrizePrinted['baseSalary'];

  @ApiProperty({ example: '0.3' })
  readonly coefficient: PrizePrinted['coefficient'];

  @ApiProperty({ example: '1' })
  readonly multiplier: PrizePrinted['multiplier'];

  @ApiProperty({ type: 'integer', example: 10_000, description: 'Rounded up to the next multiple of so many đồng' })
  readonly roundedUpTo: number;

  @ApiProperty({ type: () => [CitationResponse] })
  readonly citations: PrizePrinted['citations'];
}

/** A prize that was worked out and is not paid. */
export class PrizeNotDueResponse {
  @ApiProperty({ example: '710000', description: 'What it would have been, whole đồng' })
  readonly amount: PrizePrinted['amount'];

  @ApiProperty({ type: () => LabelResponse })
  readonly sentence: Label;

  @ApiProperty({ format: 'uuid', description: 'The case whose prize is paid instead' })
  readonly insteadCaseId: string;

  @ApiProperty({ type: () => CitationResponse })
  readonly citation: Citation;
}

/** One line of the list. */
export class DocumentLineResponse {
  @ApiProperty({ type: 'integer', description: 'From 1 in each annex' })
  readonly ordinal: number;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ type: String, nullable: true, description: 'As printed; null once the person was erased' })
  readonly name: string | null;

  @ApiProperty({ enum: ['person', 'collective', 'household'] })
  readonly subjectKind: string;

  @ApiProperty({ description: 'The unit that nominated, as printed' })
  readonly unitName: string;

  @ApiProperty({ type: String, nullable: true, example: '710000', description: 'Whole đồng' })
  readonly amount: string | null;

  @ApiProperty({ type: () => PrizeNotDueResponse, nullable: true, description: 'Null where the prize is due' })
  readonly notDue: PrizeNotDueResponse | null;

  @ApiProperty({ type: String, nullable: true, example: '7KQM-2XNP-9RTW-4HJC', description: 'Null before the issue' })
  readonly verificationCode: string | null;

  @ApiProperty({ description: 'Whether the award of this line was revoked' })
  readonly isRevoked: boolean;
}

/** The cases of one tier. */
export class DocumentAnnexResponse {
  @ApiProperty({ example: 'LDTT' })
  readonly tier: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly tierName: Label;

  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ example: '1420000', description: 'Whole đồng' })
  readonly total: string;

  @ApiProperty({ type: () => [PrizeResponse], description: 'One for each kind of subject in the annex' })
  readonly prizes: readonly PrizeResponse[];

  @ApiProperty({ type: () => [DocumentLineResponse] })
  readonly lines: readonly DocumentLineResponse[];
}

/** A correction of the paper. */
export class DocumentCorrectionResponse {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ example: 'subject' })
  readonly field: string;

  @ApiProperty({ example: '126' })
  readonly number: string;

  @ApiProperty({ example: 'QĐ-UBND' })
  readonly symbol: string;

  @ApiProperty({ format: 'date' })
  readonly correctedOn: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null for a part that is no text of its own, and once erased',
  })
  readonly formerly: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null once erased' })
  readonly shouldRead: string | null;
}

/** Everything that the printed decision says, with its annexes by tier. */
export class DecisionDocumentResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'False for a draft: then names and amounts are those of today.' })
  readonly isPrinted: boolean;

  @ApiProperty({ example: 'issued' })
  readonly state: string;

  @ApiProperty({ description: 'As printed' })
  readonly authorityName: string;

  @ApiProperty({ type: String, nullable: true, example: '125/QĐ-UBND' })
  readonly number: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly issuedOn: string | null;

  @ApiProperty({ type: [String], example: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], description: 'Above the signature' })
  readonly signingLines: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: 'As printed' })
  readonly signerName: string | null;

  @ApiProperty({ type: String, nullable: true, example: '7KQM-2XNP-9RTW-4HJC', description: 'Of the whole paper' })
  readonly verificationCode: string | null;

  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ example: '1420000', description: 'Of all annexes, whole đồng' })
  readonly total: string;

  @ApiProperty({ type: () => [DocumentAnnexResponse], description: 'In the order in which their first cases stand' })
  readonly annexes: readonly DocumentAnnexResponse[];

  @ApiProperty({ type: () => [DocumentCorrectionResponse], description: 'In the order in which they were made' })
  readonly corrections: readonly DocumentCorrectionResponse[];
}
