import { IsIn, IsUUID } from 'class-validator';
import type { AwardCommand } from '../../../../workflows/award';

const ANSWERS = [
  'award.recordGrantedAbove',
  'award.recordRefusedAbove',
  'award.recordReturnedFromAbove',
  'award.revoke',
] as const;

/** What the job that answers the case below carries. */
export class AnswerParentPayload {
  /** The case that was judged here. */
  @IsUUID()
  readonly caseId: string;

  @IsUUID()
  readonly parentCaseId: string;

  @IsIn(ANSWERS)
  readonly answer: Extract<AwardCommand['type'], (typeof ANSWERS)[number]>;
}
