import {
  DISCIPLINE_FORMS,
  INITIATIVE_KINDS,
  INITIATIVE_SCOPES,
  RATINGS,
  type Rating,
} from '../../../workflows/history';
import type { LocalDate } from '../../../workflows/kernel';
import type { GovernmentLevel } from '../../../workflows/rulebook';
import {
  BoundedArray,
  BoundedText,
  IsLocalDate,
  IsOneOf,
  IsWholeNumber,
  IsYesNo,
} from '../../platform/http/validators';

/** Kinds of commendation (Law 06/2022/QH15, article 8). */
export const COMMENDATIONS = [
  'merit',
  'sudden',
  'thematic',
  'longService',
  'yearsOfService',
  'foreignRelations',
] as const;

const LEVELS: readonly GovernmentLevel[] = ['state', 'province', 'district', 'commune', 'unit'];

/** More than any life has; a list that goes on is a mistake. */
const MOST = 60;

const YEAR = [1945, 2200] as const;
const TIER = { max: 32, description: 'Code of the title or form in the rulebooks', example: 'LDTT' } as const;

/** How a year's work was rated. */
export class StatedRating {
  @IsWholeNumber(...YEAR, { example: 2024 })
  readonly year: number;

  @IsOneOf(RATINGS, { example: 'excellent' })
  readonly rating: Rating;
}

/** An award that the registers do not hold. */
export class StatedAward {
  @BoundedText(TIER)
  readonly tier: string;

  @IsLocalDate({ example: '2024-01-10' })
  readonly decidedOn: LocalDate;

  @IsLocalDate({ optional: true, description: 'The achievement period that the decision names.' })
  readonly achievedFrom?: LocalDate;

  @IsLocalDate({ optional: true })
  readonly achievedTo?: LocalDate;

  @IsOneOf(COMMENDATIONS, { optional: true })
  readonly commendation?: string;
}

/** An initiative or a piece of accepted research that the registers do not hold; it backs nothing yet. */
export class StatedInitiative {
  @IsOneOf(INITIATIVE_KINDS)
  readonly kind: (typeof INITIATIVE_KINDS)[number];

  @IsOneOf(INITIATIVE_SCOPES)
  readonly scope: (typeof INITIATIVE_SCOPES)[number];

  @IsLocalDate({ example: '2024-10-01' })
  readonly recognisedOn: LocalDate;
}

/** A disciplinary measure that the registers do not hold. */
export class StatedDiscipline {
  @IsOneOf(DISCIPLINE_FORMS)
  readonly form: (typeof DISCIPLINE_FORMS)[number];

  @IsLocalDate()
  readonly from: LocalDate;

  @IsLocalDate({ optional: true, description: 'Its last day; absent while nobody knows.' })
  readonly until?: LocalDate;
}

/** A leading position and when it was held. */
export class StatedService {
  @BoundedText({ max: 64, description: 'Code of the position in the rulebooks', example: 'VU_TRUONG' })
  readonly position: string;

  @IsLocalDate()
  readonly from: LocalDate;

  @IsLocalDate({ optional: true, description: 'Absent while it is held.' })
  readonly until?: LocalDate;
}

/** How many members hold a title for a year. */
export class StatedHolders {
  @BoundedText(TIER)
  readonly tier: string;

  @IsWholeNumber(0, 1_000_000)
  readonly members: number;
}

/** How many members were rated so, or better. */
export class StatedRatedMembers {
  @IsOneOf(RATINGS)
  readonly rating: Rating;

  @IsWholeNumber(0, 1_000_000)
  readonly members: number;
}

/** The members of a collective in a year. */
export class StatedMembers {
  @IsWholeNumber(...YEAR)
  readonly year: number;

  @IsWholeNumber(1, 1_000_000)
  readonly members: number;

  @BoundedArray(() => StatedHolders, { max: MOST, optional: true })
  readonly holders?: readonly StatedHolders[];

  @BoundedArray(() => StatedRatedMembers, { max: RATINGS.length, optional: true })
  readonly ratedAtLeast?: readonly StatedRatedMembers[];

  @IsOneOf(DISCIPLINE_FORMS, {
    optional: true,
    nullable: true,
    description: 'The gravest discipline of a member in the year; null when there was none; absent when nobody looked.',
  })
  readonly gravestDiscipline?: string | null;

  @IsWholeNumber(0, 1_000_000, { optional: true })
  readonly women?: number;
}

/** That the subject leads a cluster or a campaign. */
export class StatedLeadership {
  @IsOneOf(['cluster', 'campaign'])
  readonly of: 'cluster' | 'campaign';

  @IsWholeNumber(...YEAR)
  readonly year: number;

  @IsOneOf(LEVELS, { description: 'Of who runs it' })
  readonly level: GovernmentLevel;

  @IsWholeNumber(0, 600, { optional: true, description: 'Whole months that the campaign lasted' })
  readonly months?: number;
}

/** What a person found of a condition that no register can prove. */
export class StatedJudgement {
  @BoundedText({ max: 64, description: 'The word of the condition, as an answer names it', example: 'lawAbiding' })
  readonly condition: string;

  @IsOneOf(['met', 'notMet'])
  readonly finding: 'met' | 'notMet';
}

/** What the asker knows beside the registers; every answer that rests on it says that it was stated. */
export class StatedEvidence {
  @IsYesNo({ optional: true })
  readonly isWoman?: boolean;

  @IsLocalDate({ optional: true, description: 'Since when the person works there.' })
  readonly employedFrom?: LocalDate;

  @IsLocalDate({
    optional: true,
    description:
      'From this day on the registers hold everything about the subject: what they do not hold did not happen. ' +
      'Taken from those who see discipline; without it what is missing is unknown.',
  })
  readonly completeFrom?: LocalDate;

  @IsLocalDate({
    optional: true,
    description: 'First employment of the person, or founding of the collective: before it nothing could be won.',
  })
  readonly existsFrom?: LocalDate;

  @BoundedArray(() => StatedRating, { max: MOST, optional: true })
  readonly ratings?: readonly StatedRating[];

  @BoundedArray(() => StatedAward, { max: MOST, optional: true })
  readonly awards?: readonly StatedAward[];

  @BoundedArray(() => StatedInitiative, { max: MOST, optional: true })
  readonly initiatives?: readonly StatedInitiative[];

  @BoundedArray(() => StatedDiscipline, { max: MOST, optional: true })
  readonly disciplines?: readonly StatedDiscipline[];

  @BoundedArray(() => StatedService, { max: MOST, optional: true })
  readonly services?: readonly StatedService[];

  @BoundedArray(() => StatedMembers, { max: MOST, optional: true })
  readonly members?: readonly StatedMembers[];

  @BoundedArray(() => StatedLeadership, { max: MOST, optional: true })
  readonly leaderships?: readonly StatedLeadership[];

  @BoundedArray(() => StatedJudgement, { max: MOST, optional: true })
  readonly judgements?: readonly StatedJudgement[];
}
