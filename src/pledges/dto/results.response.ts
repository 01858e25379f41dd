import { ApiProperty } from '@nestjs/swagger';
import type { MeasureScope, MeasureStatus } from '../../../workflows/indicator';
import type { Label } from '../../../workflows/kernel';
import { LabelResponse } from '../../platform/http/problems/problem';
import { ResultStatementResponse } from './result-statement.response';

const STATUSES = ['exceeded', 'reached', 'missed', 'notReported'];

/** How many are reached. */
export class StandingResponse {
  @ApiProperty({ type: 'integer', example: 21 })
  readonly of: number;

  @ApiProperty({ type: 'integer', example: 21, description: 'The exceeded among them' })
  readonly reached: number;

  @ApiProperty({ type: 'integer', example: 6 })
  readonly exceeded: number;

  @ApiProperty({ type: 'integer' })
  readonly missed: number;

  @ApiProperty({ type: 'integer' })
  readonly notReported: number;
}

/** A value beside one plan. */
export class PlanResultResponse {
  @ApiProperty({ example: 'Kế hoạch thành phố' })
  readonly planName: string;

  @ApiProperty({ enum: STATUSES })
  readonly status: MeasureStatus;

  @ApiProperty({ type: String, nullable: true, example: '132.6', description: 'For reading only' })
  readonly percentOfPlan: string | null;
}

/** The result of a measure. */
export class MeasureResultResponse {
  @ApiProperty({ example: '20.2' })
  readonly code: string;

  @ApiProperty({ example: '20' })
  readonly indicatorCode: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ example: 'tỷ đồng' })
  readonly unit: string;

  @ApiProperty({ enum: ['unit', 'sum'], description: 'Whether each unit has to reach it, or their sum' })
  readonly over: MeasureScope;

  @ApiProperty({ enum: STATUSES })
  readonly status: MeasureStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Of a measure over the sum; null where it is not known' })
  readonly sum: string | null;

  @ApiProperty({ type: [PlanResultResponse], description: 'The sum beside every plan' })
  readonly plans: readonly PlanResultResponse[];

  @ApiProperty({ type: StandingResponse, description: 'The units, each for itself' })
  readonly units: StandingResponse;
}

/** The result of an indicator: reached when all its measures are. */
export class IndicatorResultResponse {
  @ApiProperty({ example: '20' })
  readonly code: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: String, nullable: true })
  readonly groupCode: string | null;

  @ApiProperty({ enum: STATUSES })
  readonly status: MeasureStatus;
}

/** What is reached of what is weighed. */
export class WeightResponse {
  @ApiProperty({ example: '85' })
  readonly reached: string;

  @ApiProperty({ example: '100' })
  readonly total: string;
}

/** What a unit states, beside what is computed. */
export class ComparedStatementResponse extends ResultStatementResponse {
  @ApiProperty({
    description: 'Whether it is what the rows of the campaign say, or of its own units for one that takes part',
  })
  readonly agrees: boolean;
}

/** The results of a campaign, computed from verified values over the units that the asker may see. */
export class CampaignResultsResponse {
  @ApiProperty({ type: 'integer', description: 'The units that it is computed over' })
  readonly unitCount: number;

  @ApiProperty({ type: StandingResponse, description: 'The indicators' })
  readonly standing: StandingResponse;

  @ApiProperty({ type: () => LabelResponse })
  readonly sentence: Label;

  @ApiProperty({ type: WeightResponse, nullable: true, description: 'Null where nothing is weighed' })
  readonly weight: WeightResponse | null;

  @ApiProperty({ type: [IndicatorResultResponse] })
  readonly indicators: readonly IndicatorResultResponse[];

  @ApiProperty({ type: [MeasureResultResponse] })
  readonly measures: readonly MeasureResultResponse[];

  @ApiProperty({ type: [ComparedStatementResponse], description: 'The latest statement of each unit that stands' })
  readonly statements: readonly ComparedStatementResponse[];
}

/** How a unit stands in a measure. */
export class UnitResultResponse {
  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly pledgeId: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly pledged: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly verified: string | null;

  @ApiProperty({ enum: ['percentOfPlan'], type: String, nullable: true })
  readonly basis: 'percentOfPlan' | null;

  @ApiProperty({ type: String, nullable: true, description: 'The plan that the claim is about' })
  readonly planName: string | null;

  @ApiProperty({ enum: STATUSES, description: 'By the plan of the claim' })
  readonly status: MeasureStatus;

  @ApiProperty({ type: String, nullable: true })
  readonly percent: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly asOf: string | null;

  @ApiProperty({ enum: STATUSES, description: 'By what the unit pledged' })
  readonly againstPledge: MeasureStatus;

  @ApiProperty({ type: [PlanResultResponse], description: 'The value beside every plan' })
  readonly plans: readonly PlanResultResponse[];
}
