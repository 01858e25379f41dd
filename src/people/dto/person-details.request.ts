import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsOneOf, IsYesNo } from '../../platform/http/validators/fields.decorator';
import { GENDERS, LEADER_LEVELS, type Gender, type LeaderLevel } from '../subject';
import { IsNationalId } from './national-id.decorator';

/** What is told of a person; what is absent is not known. */
export class PersonDetailsRequest {
  @BoundedText({ max: 200, example: 'Nguyễn Văn Mẫu' })
  readonly name: string;

  @IsLocalDate({ optional: true, example: '1980-05-19' })
  readonly birthday?: LocalDate;

  @IsOneOf(GENDERS, { optional: true })
  readonly gender?: Gender;

  @IsNationalId({
    optional: true,
    description: 'Identity number. Kept as a salted hash and shown as its last three digits.',
  })
  readonly nationalId?: string;

  @IsYesNo({ optional: true, description: 'Works in production, teaching, treating or fighting. False when absent.' })
  readonly isDirectWorker?: boolean;

  @IsYesNo({
    optional: true,
    description: 'Holds a post of leadership or management. False when absent, unless its level is given.',
  })
  readonly isLeader?: boolean;

  @IsOneOf(LEADER_LEVELS, {
    optional: true,
    description:
      'At which level the post is. Whoever has one is a leader; of a leader without it the level is not stated.',
  })
  readonly leaderLevel?: LeaderLevel;
}
