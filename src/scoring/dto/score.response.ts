import { ApiProperty } from '@nestjs/swagger';
import { CRITERION_KINDS, SCORE_STATES, type CriterionKind, type ScoreState } from '../../../workflows/scoring';

/** The sheet of one unit in a list. */
export class ScoreSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly clusterId: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ enum: SCORE_STATES })
  readonly state: ScoreState;

  @ApiProperty({ example: '87.5', description: 'Of the appraised values once there are some, else of its own.' })
  readonly total: string;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly womenCount: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly memberCount: number | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** A value and its points. */
export class ScoredValue {
  @ApiProperty({ example: '96.5' })
  readonly value: string;

  @ApiProperty({ type: String, nullable: true, description: 'What the unit has pledged, where the sheet has no plan.' })
  readonly plan: string | null;

  @ApiProperty({ type: String, nullable: true, example: '10/3', description: 'Exact; null of a gate.' })
  readonly points: string | null;

  @ApiProperty({ type: String, nullable: true, example: '3.33', description: 'The same to two digits, for reading.' })
  readonly shown: string | null;
}

/** What another member of the cluster gives. */
export class MarkedValue extends ScoredValue {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;
}

/** The value that counts. */
export class AppraisedValue extends ScoredValue {
  @ApiProperty({ type: String, nullable: true, description: 'Why it is another one.' })
  readonly reason: string | null;
}

/** A criterion as everybody sees it. */
export class CriterionScore {
  @ApiProperty({ example: 'I.1' })
  readonly code: string;

  @ApiProperty({ enum: CRITERION_KINDS })
  readonly kind: CriterionKind;

  @ApiProperty({ type: ScoredValue, nullable: true })
  readonly self: ScoredValue | null;

  @ApiProperty({ type: [MarkedValue] })
  readonly marks: readonly MarkedValue[];

  @ApiProperty({ type: AppraisedValue, nullable: true })
  readonly appraisal: AppraisedValue | null;

  @ApiProperty({ description: 'The appraised value is another one than the unit entered.' })
  readonly isChanged: boolean;
}

/** The sheet of one unit with all that was entered. */
export class ScoreResponse extends ScoreSummary {
  @ApiProperty({ type: [CriterionScore], description: 'In the order of the sheet; without its groups.' })
  readonly criteria: readonly CriterionScore[];

  @ApiProperty({ type: [String], description: 'Criteria of gates that the counting values do not pass.' })
  readonly failedGates: readonly string[];
}
