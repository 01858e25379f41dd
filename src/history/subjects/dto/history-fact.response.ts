import { ApiProperty } from '@nestjs/swagger';
import {
  AWARD_KINDS,
  DISCIPLINE_FORMS,
  FAMILIES,
  INITIATIVE_KINDS,
  INITIATIVE_SCOPES,
  RATING_PERIODS,
  RATINGS,
  type AwardFact,
  type DisciplineFact,
  type InitiativeFact,
  type InitiativeUse,
  type RatingFact,
} from '../../../../workflows/history';

const DAY = { type: String, format: 'date' } as const;
const ID = { type: String, format: 'uuid' } as const;

/** A rating of a year. */
export class RatingOfYear {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty({ enum: RATING_PERIODS })
  readonly period: RatingFact['period'];

  @ApiProperty({ type: 'integer', description: 'Of a school year that in which it begins.' })
  readonly year: number;

  @ApiProperty({ enum: RATINGS })
  readonly rating: RatingFact['rating'];
}

/** An award that stands. */
export class AwardOfYear {
  @ApiProperty({ ...ID, description: 'Of the case or of the award record.' })
  readonly id: string;

  @ApiProperty({ enum: ['case', 'record'] })
  readonly source: AwardFact['source'];

  @ApiProperty({ type: String, nullable: true })
  readonly tier: string | null;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ enum: FAMILIES })
  readonly family: AwardFact['family'];

  @ApiProperty({ enum: AWARD_KINDS, nullable: true })
  readonly kind: AwardFact['kind'];

  @ApiProperty({ ...DAY, nullable: true })
  readonly achievedFrom: string | null;

  @ApiProperty({ ...DAY, nullable: true })
  readonly achievedTo: string | null;

  @ApiProperty(DAY)
  readonly decidedOn: string;

  @ApiProperty({ type: String, nullable: true, description: 'Number and symbol.' })
  readonly decision: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Whole đồng.' })
  readonly amount: string | null;
}

/** What an initiative backs. */
export class UseOfInitiative {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty({ ...ID, nullable: true })
  readonly caseId: string | null;

  @ApiProperty({ ...ID, nullable: true })
  readonly awardRecordId: string | null;

  @ApiProperty(DAY)
  readonly usedOn: string;
}

/** An initiative or a piece of research. */
export class InitiativeOfYear {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ enum: INITIATIVE_KINDS })
  readonly kind: InitiativeFact['kind'];

  @ApiProperty({ enum: INITIATIVE_SCOPES })
  readonly scope: InitiativeFact['scope'];

  @ApiProperty(DAY)
  readonly recognisedOn: string;

  @ApiProperty({ type: () => [UseOfInitiative] })
  readonly uses: readonly InitiativeUse[];
}

/** A disciplinary measure. */
export class DisciplineOfYear {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty({ enum: DISCIPLINE_FORMS })
  readonly form: DisciplineFact['form'];

  @ApiProperty(DAY)
  readonly from: string;

  @ApiProperty({ ...DAY, nullable: true })
  readonly until: string | null;

  @ApiProperty({ ...DAY, nullable: true })
  readonly liftedOn: string | null;
}

/** Something that is or was pending. */
export class FreezeOfYear {
  @ApiProperty(ID)
  readonly id: string;

  @ApiProperty(DAY)
  readonly from: string;

  @ApiProperty({ ...DAY, nullable: true })
  readonly until: string | null;

  @ApiProperty()
  readonly isLifted: boolean;
}
