import { ApiProperty } from '@nestjs/swagger';
import type { AnswerAbove, Appraisal, Route, VoteFigures } from '../../../../workflows/award';
import type { Label } from '../../../../workflows/kernel';
import { SUBJECT_KINDS, type SubjectKind } from '../../../people';
import { PaperResponse } from '../../dossiers/dto/dossier.response';
import { LabelResponse } from '../../../platform/http/problems/problem';

/** Who is nominated. */
export class CaseSubject {
  @ApiProperty({ enum: SUBJECT_KINDS })
  readonly kind: SubjectKind;

  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Empty once the data was erased.' })
  readonly name: string;
}

/** One case in a list. */
export class CaseListItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly dossierId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly campaignId: string | null;

  @ApiProperty({ format: 'uuid', description: 'The unit that submits' })
  readonly unitId: string;

  @ApiProperty({ type: () => CaseSubject })
  readonly subject: CaseSubject;

  @ApiProperty({ example: 'GK' })
  readonly tier: string;

  @ApiProperty({ enum: ['state', 'party'] })
  readonly family: string;

  @ApiProperty({ example: 'merit' })
  readonly commendation: string;

  @ApiProperty({ example: 'underAppraisal' })
  readonly state: string;

  @ApiProperty({ type: () => LabelResponse })
  readonly stateLabel: Label;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly decisionId: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly decidedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly presentedOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly paidOn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Prize money in whole đồng', example: '710000' })
  readonly amount: string | null;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** Why two cases may be about the same. */
export const OVERLAP_KINDS = ['sameAchievement', 'samePeriod'] as const;

/** Another case that may be about the same: never added together silently. */
export class CaseOverlap {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({
    enum: OVERLAP_KINDS,
    description: 'One achievement in two cases; or one subject, one tier and periods that overlap',
  })
  readonly kind: (typeof OVERLAP_KINDS)[number];

  @ApiProperty({ example: 'GK' })
  readonly tier: string;

  @ApiProperty({ example: 'submitted' })
  readonly state: string;
}

/** Two cases that may be about the same. */
export class CaseOverlapPair {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ example: 'GK' })
  readonly tier: string;

  @ApiProperty({ example: 'submitted' })
  readonly state: string;

  @ApiProperty({ type: () => [CaseOverlap] })
  readonly overlaps: readonly CaseOverlap[];
}

/** One case with what it rests on and what was found. */
export class CaseResponse extends CaseListItem {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly cycleId: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly achievementId: string;

  @ApiProperty({ format: 'date' })
  readonly achievedFrom: string;

  @ApiProperty({ format: 'date' })
  readonly achievedTo: string;

  @ApiProperty({ type: Object, description: 'The way of the tier, as it was when the case was drafted or revised' })
  readonly route: Route;

  @ApiProperty({ type: String, nullable: true })
  readonly officerId: string | null;

  @ApiProperty({ type: Object, nullable: true })
  readonly appraisal: Appraisal | null;

  @ApiProperty({ type: String, nullable: true })
  readonly reviewId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly itemId: string | null;

  @ApiProperty({ type: Object, nullable: true, description: 'The vote of the council' })
  readonly recommendation: VoteFigures | null;

  @ApiProperty({ type: Object, nullable: true, description: 'The last answer of the higher level' })
  readonly above: Omit<AnswerAbove, 'signer'> | null;

  @ApiProperty({ type: [String], description: 'Tiers the case stepped down from' })
  readonly retieredFrom: readonly string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The case of the level below' })
  readonly parentCaseId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The case of the level above' })
  readonly successorCaseId: string | null;

  @ApiProperty({ type: () => [PaperResponse], description: 'Papers that are evidence of the achievement' })
  readonly evidence: readonly PaperResponse[];

  @ApiProperty({ type: () => [CaseOverlap], description: 'Other cases that may be about the same' })
  readonly overlaps: readonly CaseOverlap[];
}
