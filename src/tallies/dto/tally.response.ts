import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '../../../workflows/kernel';
import type { FamilyTally, TallyAxis, TallyDimension, TallyGroup } from '../../../workflows/tally';
import { TALLY_DIMENSIONS } from '../../../workflows/tally';
import { TALLY_AXES } from '../case-stages';
import type { ResultCounts } from '../results';

/** How much of a campaign the numbers cover: all of it, or what the reader's own seats cover. */
export const COVERAGES = ['whole', 'ownUnits'] as const;

export type Coverage = (typeof COVERAGES)[number];

/** What every answer about tallies says of itself. */
export class TallyHead {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null for cases outside campaigns' })
  readonly campaignId: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly computedAt: Instant;

  @ApiProperty({ enum: COVERAGES })
  readonly coverage: Coverage;
}

/** A tally on one axis, State and Party awards apart. */
export class TallyResponse extends TallyHead {
  @ApiProperty({ enum: TALLY_AXES })
  readonly axis: TallyAxis;

  @ApiProperty({
    type: Object,
    required: false,
    description: 'Lines by year, tier and subject kind; totals by year and subject kind',
  })
  readonly state?: FamilyTally;

  @ApiProperty({
    type: Object,
    required: false,
    description: 'The same of Party awards, which are never added to the others',
  })
  readonly party?: FamilyTally;
}

/** A tally broken down, State and Party awards apart. */
export class TallyGroupsResponse extends TallyHead {
  @ApiProperty({ enum: TALLY_AXES })
  readonly axis: TallyAxis;

  @ApiProperty({ enum: TALLY_DIMENSIONS, isArray: true, description: 'What the keys of each group are, in order' })
  readonly by: readonly TallyDimension[];

  @ApiProperty({
    type: [Object],
    required: false,
    description: 'Groups of State awards: their keys, and awards, heads and money at each stage',
  })
  readonly state?: readonly TallyGroup[];

  @ApiProperty({
    type: [Object],
    required: false,
    description: 'The same of Party awards, which are never added to the others',
  })
  readonly party?: readonly TallyGroup[];
}

/** How one indicator, measure or unit came out. */
export class ResultLineResponse {
  @ApiProperty({ description: 'Code of the indicator or measure, id of the unit' })
  readonly key: string;

  @ApiProperty({ type: Object, description: 'Units by result; of a unit its indicators by result' })
  readonly counts: ResultCounts;
}

/** The results of a campaign's plan by the last verified values. */
export class TallyResultsResponse extends TallyHead {
  @ApiProperty({ type: [ResultLineResponse] })
  readonly indicators: readonly ResultLineResponse[];

  @ApiProperty({ type: [ResultLineResponse] })
  readonly measures: readonly ResultLineResponse[];

  @ApiProperty({ type: [ResultLineResponse] })
  readonly units: readonly ResultLineResponse[];
}

/** A case behind a number. Ids only: who it is about is for the register of subjects to say. */
export class TallyCase {
  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty()
  readonly tier: string;

  @ApiProperty()
  readonly subjectKind: string;

  @ApiProperty({ format: 'uuid' })
  readonly subjectId: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ description: 'Whole đồng' })
  readonly money: string;
}

/** How the places of one quota stand. */
export class QuotaStandingResponse {
  @ApiProperty({ format: 'uuid' })
  readonly quotaId: string;

  @ApiProperty({ format: 'uuid', description: 'Of the council or the cluster that gives the places' })
  readonly councilId: string;

  @ApiProperty()
  readonly councilName: string;

  @ApiProperty({ format: 'uuid', description: 'The unit of the council' })
  readonly unitId: string;

  @ApiProperty({ example: 'CSTDCS' })
  readonly tier: string;

  @ApiProperty()
  readonly isOpen: boolean;

  @ApiProperty({ type: 'integer' })
  readonly places: number;

  @ApiProperty({
    type: 'integer',
    description: 'Cases of the tier nominated by the unit of the council or below it: those of `tallies/cases` there',
  })
  readonly proposed: number;

  @ApiProperty({ type: 'integer', description: 'Places that somebody has' })
  readonly used: number;

  @ApiProperty({ type: 'integer' })
  readonly left: number;

  @ApiProperty({ type: 'integer', description: 'Who has passed and waits for a place' })
  readonly waiting: number;
}

/** A page of quotas as they stand. */
export class QuotaStandingsResponse extends TallyHead {
  @ApiProperty({ type: [QuotaStandingResponse], description: 'By tier' })
  readonly items: readonly QuotaStandingResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' })
  readonly nextCursor: string | null;
}
