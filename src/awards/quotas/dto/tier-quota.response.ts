import { ApiProperty } from '@nestjs/swagger';
import type { Citation } from '../../../../workflows/kernel';
import { CitationResponse } from '../../../platform/http/problems/problem';
import type { QuotaMeasure } from '../tier-quota';

/** What the last list was measured by. */
export class QuotaMeasureResponse implements QuotaMeasure {
  @ApiProperty({ type: String, example: '3/20' })
  readonly share: QuotaMeasure['share'];

  @ApiProperty({ enum: ['floor', 'ceiling', 'halfUp'] })
  readonly rounding: QuotaMeasure['rounding'];

  @ApiProperty({ type: 'integer', nullable: true, example: 7, description: 'Of how many' })
  readonly base: number | null;

  @ApiProperty({ enum: ['registers', 'stated', 'unknown'] })
  readonly baseFrom: QuotaMeasure['baseFrom'];

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly places: number | null;

  @ApiProperty({ type: () => [CitationResponse] })
  readonly citations: readonly Citation[];
}

/** A quota of the rules at its place. */
export class TierQuotaSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'CSTDCS' })
  readonly tier: string;

  @ApiProperty({ format: 'uuid', description: 'The unit within which it counts, or the campaign' })
  readonly scopeId: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 2023, description: 'Null for a campaign' })
  readonly year: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'person', description: 'Null for all kinds together' })
  readonly subjects: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'As stated; null while the registers say' })
  readonly base: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the council chose' })
  readonly rounding: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the stated base comes from' })
  readonly source: string | null;

  @ApiProperty({ type: () => QuotaMeasureResponse, nullable: true, description: 'Null before the first list' })
  readonly lastMeasure: QuotaMeasureResponse | null;
}

/** A place that a case has. */
export class TierQuotaPlaceResponse {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ type: 'integer', description: 'From 1' })
  readonly placeNumber: number;

  @ApiProperty({ example: 'recommended', description: 'How the case stands' })
  readonly state: string;
}

/** A quota of the rules with its places. */
export class TierQuotaResponse extends TierQuotaSummary {
  @ApiProperty({ type: () => [TierQuotaPlaceResponse] })
  readonly places: readonly TierQuotaPlaceResponse[];
}
