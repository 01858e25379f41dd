import { ApiProperty } from '@nestjs/swagger';
import { GENDERS, LEADER_LEVELS, type Gender, type LeaderLevel } from '../subject';

/** One person in a list. */
export class PersonSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Empty once the data was erased.' })
  readonly name: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty()
  readonly isDirectWorker: boolean;

  @ApiProperty()
  readonly isLeader: boolean;

  @ApiProperty({
    enum: LEADER_LEVELS,
    nullable: true,
    description: 'Null for who is no leader, and where it is not stated.',
  })
  readonly leaderLevel: LeaderLevel | null;

  @ApiProperty()
  readonly isErased: boolean;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** One person. */
export class PersonResponse extends PersonSummary {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly birthday: string | null;

  @ApiProperty({ enum: GENDERS, nullable: true })
  readonly gender: Gender | null;

  @ApiProperty({ type: String, nullable: true, example: '*********123', description: 'Never the whole number.' })
  readonly nationalId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The row of the same person that stays.' })
  readonly mergedIntoId: string | null;
}

/** A person who may be there twice: of the same name and birthday as another one. */
export class PossibleDuplicate extends PersonSummary {
  @ApiProperty({ format: 'date' })
  readonly birthday: string;

  @ApiProperty({ type: String, nullable: true, example: '*********123' })
  readonly nationalId: string | null;
}
