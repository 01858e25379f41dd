import { ApiProperty } from '@nestjs/swagger';
import type {
  AwardCycle,
  DurationClass,
  PlanApproval,
  RegistrationWindow,
  ReportRequest,
} from '../../../workflows/campaign';
import type { PlanOfCampaign } from '../campaign-directory';

/** One campaign in a list. */
export class CampaignSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'LC-2024' })
  readonly code: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ enum: ['regular', 'thematic'] })
  readonly kind: string;

  @ApiProperty({ example: 'underway' })
  readonly state: string;

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ format: 'date' })
  readonly endsOn: string;

  @ApiProperty({ type: 'integer' })
  readonly version: number;

  @ApiProperty({ type: 'integer', description: 'Counts the versions of the plan' })
  readonly planRevision: number;

  @ApiProperty({ type: String, nullable: true, description: 'Hash of the rulebook layers, pinned at launch' })
  readonly rulebookRelease: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The campaign that this is a plan within' })
  readonly parentId: string | null;

  @ApiProperty({ enum: ['calendarYear', 'schoolYear', 'severalYears'] })
  readonly periodType: string;

  @ApiProperty({ example: '2024-2025', description: 'What the period is called' })
  readonly periodLabel: string;

  @ApiProperty({
    enum: ['underOneYear', 'oneYear', 'oneToThreeYears', 'threeToFiveYears', 'fiveYearsAndMore'],
    description: 'From the first and the last day',
  })
  readonly durationClass: DurationClass;
}

/** An interim review that was held. */
export class InterimReviewResponse {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date' })
  readonly heldOn: string;

  @ApiProperty({ type: String, nullable: true })
  readonly name: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What it found; null when nothing was said, or erased' })
  readonly results: string | null;

  @ApiProperty({ type: String, nullable: true, example: '120/BC-UBND' })
  readonly paperNumber: string | null;
}

/** One campaign with its plan and what runs in it. */
export class CampaignResponse extends CampaignSummary {
  @ApiProperty({ type: String, nullable: true })
  readonly theme: string | null;

  @ApiProperty({ type: Object, nullable: true })
  readonly approval: PlanApproval | null;

  @ApiProperty({ type: Object })
  readonly registration: RegistrationWindow;

  @ApiProperty({ type: [Object] })
  readonly reportRequests: readonly ReportRequest[];

  @ApiProperty({ type: [Object] })
  readonly awardCycles: readonly AwardCycle[];

  @ApiProperty({ type: [String] })
  readonly interimReviewDates: readonly string[];

  @ApiProperty({ type: [InterimReviewResponse] })
  readonly interimReviews: readonly InterimReviewResponse[];

  @ApiProperty({
    type: Object,
    description: 'Rounds, indicators, measures and units of this revision',
  })
  readonly plan: PlanOfCampaign;
}
