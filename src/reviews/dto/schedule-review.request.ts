import type { LocalDate } from '../../../workflows/kernel';
import type { ReviewKind } from '../../../workflows/review';
import { IsLocalDate, IsOneOf, IsUuid, IsYesNo } from '../../platform/http/validators';

const KINDS: readonly ReviewKind[] = [
  'fullCouncil',
  'standingCommittee',
  'writtenRound',
  'initiativeCouncil',
  'cluster',
];

/** A sitting of a council on a day, or the day on which the ballots of a written round are sent out. */
export class ScheduleReviewRequest {
  @IsUuid({ description: 'The council, or the cluster, that hosts the round' })
  readonly councilId: string;

  @IsUuid({ optional: true, nullable: true, description: 'The campaign whose cases are reviewed; none for others' })
  readonly campaignId?: string | null;

  @IsLocalDate()
  readonly meetsOn: LocalDate;

  @IsOneOf(KINDS)
  readonly kind: ReviewKind;

  @IsLocalDate({ optional: true, description: 'Last day for answers; of a written round only' })
  readonly answersBy?: LocalDate;

  @IsYesNo({ optional: true, description: 'Whether the rules of the council ask for a counting committee' })
  readonly needsCounters?: boolean;
}
