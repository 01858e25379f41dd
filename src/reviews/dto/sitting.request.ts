import type { LocalDate } from '../../../workflows/kernel';
import type { AbsenceCause } from '../../../workflows/review';
import { BoundedArray, BoundedText, IsLocalDate, IsOneOf, IsUuid, IsYesNo } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';

const CAUSES: readonly AbsenceCause[] = ['duty', 'leave', 'personal', 'unexcused'];

/** A member who does not come, and why. */
export class AbsenceRequest {
  @IsUuid()
  readonly memberId: string;

  @IsOneOf(CAUSES)
  readonly cause: AbsenceCause;
}

/** Who came, by member id of the council. */
export class AttendanceRequest {
  @BoundedArray(uuidRule, { max: 200, unique: true })
  readonly presentIds: readonly string[];

  @BoundedArray(uuidRule, { max: 200, unique: true, optional: true, description: 'Absent members who sent a proxy' })
  readonly representedIds?: readonly string[];

  @BoundedArray(() => AbsenceRequest, { max: 200, optional: true, description: 'Why absent members do not come' })
  readonly absences?: readonly AbsenceRequest[];
}

/** Members who came late or left early, by member id. */
export class MembersRequest {
  @BoundedArray(uuidRule, { min: 1, max: 200, unique: true })
  readonly memberIds: readonly string[];
}

/** The counting committee, by member id. */
export class NameCountersRequest {
  @BoundedArray(uuidRule, { min: 1, max: 5, unique: true, description: 'Members present who do not preside' })
  readonly memberIds: readonly string[];
}

/** Why the council rises, and when it sits again if that is known. */
export class AdjournRequest {
  @BoundedText({ max: 2000, multiline: true })
  readonly reason: string;

  @IsLocalDate({ optional: true })
  readonly until?: LocalDate;
}

/** A new day for a postponed round. */
export class RescheduleRequest {
  @IsLocalDate()
  readonly meetsOn: LocalDate;

  @IsLocalDate({ optional: true, description: 'A new last day for answers; of a written round only' })
  readonly answersBy?: LocalDate;
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

/** Who signs: members for themselves, or the office for a signature that it has on paper. */
export class SignRequest {
  @IsUuid()
  readonly memberId: string;

  @IsYesNo({ optional: true, description: 'Recorded by the office from the signed paper, and marked so' })
  readonly onPaper?: boolean;
}
