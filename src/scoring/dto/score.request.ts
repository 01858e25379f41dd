import type { Decimal } from '../../../workflows/kernel';
import { SCORE_STATES, type ScoreState } from '../../../workflows/scoring';
import { PageQuery } from '../../platform/http/pages/page-query.request';
import {
  BoundedArray,
  BoundedText,
  IsDecimalText,
  IsOneOf,
  IsUuid,
  IsWholeNumber,
} from '../../platform/http/validators';

/** A value for a criterion; points follow from it. */
export class EntryRequest {
  @BoundedText({ max: 50, example: 'I.1' })
  readonly criterionCode: string;

  @IsDecimalText({ description: 'In the unit of the criterion; of a criterion that is given points, the points.' })
  readonly value: Decimal;
}

/** A value that counts, with the reason where it is another one than the unit's own or the verified one. */
export class AppraisedEntryRequest extends EntryRequest {
  @BoundedText({ max: 1000, multiline: true, optional: true })
  readonly reason?: string;
}

/** Input of `score.enter`: all values of the unit, in place of those before. */
export class EnterScoreRequest {
  @BoundedArray(() => EntryRequest, { max: 300 })
  readonly entries: readonly EntryRequest[];
}

/** Input of `score.draft`. */
export class DraftScoreRequest extends EnterScoreRequest {
  @IsUuid()
  readonly clusterId: string;

  @IsUuid({ description: 'The member that scores itself.' })
  readonly unitId: string;
}

/** Input of `score.mark`: how another member of the cluster sees it. */
export class MarkScoreRequest extends EnterScoreRequest {
  @IsUuid({ description: 'The member that marks.' })
  readonly unitId: string;
}

/** Input of `score.appraise`. What is left out is taken from the verified report, else from the unit itself. */
export class AppraiseScoreRequest {
  @BoundedArray(() => AppraisedEntryRequest, { max: 300, optional: true })
  readonly entries?: readonly AppraisedEntryRequest[];

  @IsWholeNumber(0, 1_000_000, { optional: true, description: 'Women in the collective; with memberCount.' })
  readonly womenCount?: number;

  @IsWholeNumber(1, 1_000_000, { optional: true, description: 'Members of the collective; with womenCount.' })
  readonly memberCount?: number;
}

/** Narrows the list of scores. */
export class ScoreListQuery extends PageQuery {
  @IsUuid({ optional: true })
  readonly clusterId?: string;

  @IsUuid({ optional: true })
  readonly unitId?: string;

  @IsOneOf(SCORE_STATES, { optional: true })
  readonly state?: ScoreState;
}
