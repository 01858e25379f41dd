import { ApiProperty } from '@nestjs/swagger';
import { GENDERS, type Gender } from '../subject';

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

  @ApiProperty()
  readonly isErased: boolean;

  @ApiProperty({ type: 'integer', description: 'Number of changes so far.' })
  readonly version: number;
}

/** One person. The number of the identity card is kept and never shown. */
export class PersonResponse extends PersonSummary {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly birthday: string | null;

  @ApiProperty({ enum: GENDERS, nullable: true })
  readonly gender: Gender | null;
}
