import { ApiProperty } from '@nestjs/swagger';
import type { Refusal } from '../../../../workflows/kernel';
import { FailedGuard } from '../../../platform/http/problems/problem';
import type { CaseListState } from '../case-list';

const STATES: readonly CaseListState[] = ['open', 'underway', 'done'];

class CaseListHead {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'uuid' })
  readonly unitId: string;

  @ApiProperty({ enum: STATES })
  readonly state: CaseListState;

  @ApiProperty({ type: 'integer' })
  readonly caseCount: number;

  @ApiProperty({ type: 'integer' })
  readonly version: number;
}

/** A ceremony at which awards are handed over. */
export class CeremonyResponse extends CaseListHead {
  @ApiProperty({ format: 'date' })
  readonly heldOn: string;

  @ApiProperty({ type: String, example: 'Hội trường UBND quận' })
  readonly place: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null once erased' })
  readonly presenter: string | null;
}

/** A list of prizes that are paid together. */
export class PaymentListResponse extends CaseListHead {
  @ApiProperty({ format: 'date' })
  readonly paidOn: string;

  @ApiProperty({ type: String, example: '15/DS-TT' })
  readonly paper: string | null;
}

/** One case of a list: before it is carried out what would become of it, afterwards what did. */
export class CaseListLineResponse {
  @ApiProperty({ type: 'integer', description: 'From 1' })
  readonly ordinal: number;

  @ApiProperty({ format: 'uuid' })
  readonly caseId: string;

  @ApiProperty({ format: 'uuid', description: 'The unit that nominated' })
  readonly unitId: string;

  @ApiProperty({ description: 'Name of that unit' })
  readonly unitName: string;

  @ApiProperty({ example: 'LDTT' })
  readonly tier: string;

  @ApiProperty({ enum: ['person', 'collective', 'household'] })
  readonly subjectKind: string;

  @ApiProperty({ type: String, nullable: true, example: '710000', description: 'Whole đồng' })
  readonly amount: string | null;

  @ApiProperty({ enum: ['expected', 'wouldBeRefused', 'done', 'refused'] })
  readonly outcome: string;

  @ApiProperty({ type: () => [FailedGuard], description: 'Why it was refused, or would be now' })
  readonly reasons: readonly Refusal[];
}
