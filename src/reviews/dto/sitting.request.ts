import type { LocalDate } from '../../../workflows/kernel';
import { BoundedArray, IsLocalDate, IsUuid } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';

/** Who came, by member id of the council. */
export class AttendanceRequest {
  @BoundedArray(uuidRule, { max: 200, unique: true })
  readonly presentIds: readonly string[];

  @BoundedArray(uuidRule, { max: 200, unique: true, optional: true, description: 'Absent members who sent a proxy' })
  readonly representedIds?: readonly string[];
}

/** A new day for a postponed round. */
export class RescheduleRequest {
  @IsLocalDate()
  readonly meetsOn: LocalDate;
}

/** A member who must not vote on an item. */
export class DeclareConflictRequest {
  @IsUuid()
  readonly itemId: string;

  @IsUuid()
  readonly memberId: string;
}

/** The day of the minutes. */
export class MinuteRequest {
  @IsLocalDate()
  readonly on: LocalDate;
}

/** Who signs the minutes. */
export class SignMinutesRequest {
  @IsUuid()
  readonly memberId: string;
}
