import type { LocalDate } from '../../../workflows/kernel';
import type { ReviewKind } from '../../../workflows/review';
import { IsLocalDate, IsOneOf, IsUuid } from '../../platform/http/validators';

const KINDS: readonly ReviewKind[] = [
  'fullCouncil',
  'standingCommittee',
  'writtenRound',
  'initiativeCouncil',
  'cluster',
];

/** A sitting of a council on a day. */
export class ScheduleReviewRequest {
  @IsUuid()
  readonly councilId: string;

  @IsUuid({ optional: true, nullable: true, description: 'The campaign whose cases are reviewed; none for others' })
  readonly campaignId?: string | null;

  @IsLocalDate()
  readonly meetsOn: LocalDate;

  @IsOneOf(KINDS)
  readonly kind: ReviewKind;
}
