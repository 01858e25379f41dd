import type { ExtensibleDeadline } from '../../../workflows/campaign';
import type { LocalDate } from '../../../workflows/kernel';
import { BoundedText, IsLocalDate, IsOneOf, IsUuid, Nested } from '../../platform/http/validators';
import { ReasonRequest } from '../../platform/validation/reason.request';

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
  @IsLocalDate({ nullable: true, description: 'Last day to register; null when somebody closes by hand' })
  readonly closesOn: LocalDate | null;
}

/** An interim review that was held. */
export class InterimReviewRequest {
  @IsLocalDate()
  readonly heldOn: LocalDate;
}

/** A report that every unit owes. */
export class RequestReportRequest {
  @BoundedText({ max: 40, example: '2024-Q1' })
  readonly period: string;

  @IsLocalDate()
  readonly dueOn: LocalDate;
}

/** An award cycle with the last day for dossiers. */
export class OpenAwardCycleRequest {
  @IsLocalDate()
  readonly dossiersDueOn: LocalDate;
}

/** Which deadline an extension moves. */
export class ExtensibleDeadlineRequest {
  @IsOneOf(['registration', 'report', 'awardCycle'])
  readonly of: ExtensibleDeadline['of'];

  @IsUuid({ optional: true, description: 'Id of the report request or award cycle' })
  readonly id?: string;
}

/** A later day for a deadline, with the reason. */
export class ExtendDeadlineRequest extends ReasonRequest {
  @Nested(() => ExtensibleDeadlineRequest)
  readonly deadline: ExtensibleDeadlineRequest;

  @IsLocalDate()
  readonly dueOn: LocalDate;
}
