import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { AwardCommand } from '../../../../workflows/award';
import type { LocalDate } from '../../../../workflows/kernel';

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

  /** The day of the answer here. Not in messages of earlier versions: then it is the day on which the message is read. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly answeredOn?: LocalDate;
}
