import { ApiProperty } from '@nestjs/swagger';
import type {
  AwardFact,
  ClockStart,
  DisciplineFact,
  FreezeFact,
  InitiativeFact,
  InitiativeUse,
  RatingFact,
} from '../../../../workflows/history';
import {
  RatingOfYear,
  AwardOfYear,
  UseOfInitiative,
  InitiativeOfYear,
  DisciplineOfYear,
  FreezeOfYear,
} from './history-fact.response';

const DAY = { type: String, format: 'date' } as const;
const ID = { type: String, format: 'uuid' } as const;

const CLOCK_REASONS = ['nothing', 'achievementPeriod', 'decisionDate', 'disciplineEnded', 'disciplineOpen'] as const;

export const ENTRY_TYPES = ['rating', 'award', 'initiative', 'initiativeUse', 'discipline', 'freeze'] as const;

/** One thing that happened; the field that is named as its type says what. */
export class HistoryEntryResponse {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty({ enum: ENTRY_TYPES })
  readonly type: (typeof ENTRY_TYPES)[number];

  @ApiProperty({ ...DAY, description: 'The day under which it is listed; of a rating the end of what it is of.' })
  readonly on: string;

  @ApiProperty({ type: 'integer', description: 'The year that it counts for.' })
  readonly year: number;

  @ApiProperty({ type: () => RatingOfYear, required: false })
  readonly rating?: RatingFact;

  @ApiProperty({ type: () => AwardOfYear, required: false })
  readonly award?: AwardFact;

  @ApiProperty({ type: () => InitiativeOfYear, required: false })
  readonly initiative?: InitiativeFact;

  @ApiProperty({ type: () => UseOfInitiative, required: false })
  readonly use?: InitiativeUse;

  @ApiProperty({ type: () => DisciplineOfYear, required: false })
  readonly discipline?: DisciplineFact;

  @ApiProperty({ type: () => FreezeOfYear, required: false })
  readonly freeze?: FreezeFact;
}

/** One year of a subject. */
export class HistoryYearResponse {
  @ApiProperty({ type: 'integer' })
  readonly year: number;

  @ApiProperty({ type: () => [RatingOfYear] })
  readonly ratings: readonly RatingFact[];

  @ApiProperty({ type: () => [AwardOfYear] })
  readonly awards: readonly AwardFact[];

  @ApiProperty({ type: () => [InitiativeOfYear] })
  readonly initiatives: readonly InitiativeFact[];

  @ApiProperty({ type: () => [DisciplineOfYear], description: 'Empty for those who keep neither registers nor cases.' })
  readonly disciplines: readonly DisciplineFact[];

  @ApiProperty({ type: () => [FreezeOfYear], description: 'Empty for those who keep neither registers nor cases.' })
  readonly freezes: readonly FreezeFact[];
}

/** Where achievement time begins, and by which article. */
export class ClockStartResponse {
  @ApiProperty({ ...DAY, nullable: true, description: 'Null while a disciplinary period has no known end.' })
  readonly from: string | null;

  @ApiProperty({ enum: CLOCK_REASONS })
  readonly because: ClockStart['because'];

  @ApiProperty({ type: String, nullable: true, description: 'The article.' })
  readonly citation: string | null;
}

/** What a subject has of one tier. */
export class TierSummaryResponse {
  @ApiProperty()
  readonly tier: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: 'integer' })
  readonly count: number;

  @ApiProperty(DAY)
  readonly lastDecidedOn: string;

  @ApiProperty({ type: 'integer', description: 'The year that the last one counts for.' })
  readonly lastYear: number;

  @ApiProperty({ type: 'integer', description: 'How many years without a gap end with it.' })
  readonly consecutiveYears: number;

  @ApiProperty({
    ...{ type: () => ClockStartResponse, nullable: true },
    description: 'Null for those who keep neither registers nor cases: it would tell of discipline.',
  })
  readonly clock: ClockStartResponse | null;
}

/** The years whose work was rated at least so. */
export class YearsRatedResponse {
  @ApiProperty({ type: 'array', items: { type: 'integer' } })
  readonly completed: readonly number[];

  @ApiProperty({ type: 'array', items: { type: 'integer' } })
  readonly good: readonly number[];

  @ApiProperty({ type: 'array', items: { type: 'integer' } })
  readonly excellent: readonly number[];
}

/** The years of a subject, and what rules ask of them. */
export class HistoryGridResponse {
  @ApiProperty({
    type: () => [HistoryYearResponse],
    description: 'The latest first; years without anything are left out.',
  })
  readonly years: readonly HistoryYearResponse[];

  @ApiProperty({ type: () => [TierSummaryResponse], description: 'By the code of the tier.' })
  readonly tiers: readonly TierSummaryResponse[];

  @ApiProperty({ type: () => YearsRatedResponse })
  readonly yearsRated: YearsRatedResponse;
}
