import type { ExtensibleDeadline, OutcomeKind } from '../../../workflows/campaign';
import type { LocalDate } from '../../../workflows/kernel';
import {
  BoundedArray,
  BoundedText,
  IsLocalDate,
  IsOneOf,
  IsUuid,
  Nested,
  uuidRule,
} from '../../platform/http/validators';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { IsDueDay } from './due-day.decorator';

/** Number, symbol and date of the plan as issued. */
export class ApproveCampaignRequest {
  @BoundedText({ max: 30, example: '15' })
  readonly number: string;

  @BoundedText({ max: 60, example: 'KH-UBND' })
  readonly symbol: string;

  @IsLocalDate()
  readonly approvedOn: LocalDate;
}

/** Opens the registration window. */
export class OpenRegistrationRequest {
  @IsDueDay({ nullable: true, description: 'Last day to register, or its month; null when somebody closes by hand' })
  readonly closesOn: LocalDate | null;
}

/** An interim review (sơ kết) that was held, and what it found. */
export class InterimReviewRequest {
  @IsLocalDate()
  readonly heldOn: LocalDate;

  @BoundedText({ max: 300, optional: true, example: 'Sơ kết giai đoạn 1' })
  readonly name?: string;

  @BoundedText({
    max: 10_000,
    multiline: true,
    optional: true,
    description: 'What it found; kept apart from the events',
  })
  readonly results?: string;

  @BoundedText({ max: 120, optional: true, description: 'Number and symbol of its report', example: '120/BC-UBND' })
  readonly paperNumber?: string;
}

/** A report that units owe: all of the plan, or only those that are named. */
export class RequestReportRequest {
  @BoundedText({ max: 40, example: '2024-Q1' })
  readonly period: string;

  @IsDueDay({ description: 'A day, or a month, which means its last day' })
  readonly dueOn: LocalDate;

  @BoundedArray(uuidRule, {
    min: 1,
    max: 500,
    unique: true,
    optional: true,
    description: 'The units that are asked; all of the plan when left out',
  })
  readonly unitIds?: readonly string[];
}

/** Criticism or praise of a unit that takes part, with the reason. */
export class RecordOutcomeRequest extends ReasonRequest {
  @IsOneOf(['criticism', 'praise'])
  readonly kind: OutcomeKind;

  @IsUuid()
  readonly unitId: string;
}

/** Takes criticism or praise back, with the reason. */
export class WithdrawOutcomeRequest extends ReasonRequest {
  @IsUuid()
  readonly outcomeId: string;
}

/** An award cycle with the last day for dossiers. */
export class OpenAwardCycleRequest {
  @IsDueDay()
  readonly dossiersDueOn: LocalDate;
}

/** Which deadline an extension moves. */
export class ExtensibleDeadlineRequest {
  @IsOneOf(['registration', 'period', 'report', 'awardCycle'])
  readonly of: ExtensibleDeadline['of'];

  @IsUuid({ optional: true, description: 'Id of the report request or award cycle' })
  readonly id?: string;
}

/** A later day for a deadline, with the reason. */
export class ExtendDeadlineRequest extends ReasonRequest {
  @Nested(() => ExtensibleDeadlineRequest)
  readonly deadline: ExtensibleDeadlineRequest;

  @IsDueDay()
  readonly dueOn: LocalDate;
}
