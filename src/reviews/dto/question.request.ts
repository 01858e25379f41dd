import type { BallotMode, ItemRule, PassRule } from '../../../workflows/review';
import { BoundedArray, BoundedText, IsOneOf, IsWholeNumber, Nested } from '../../platform/http/validators';
import { uuidRule } from '../../platform/http/validators/text-rules';
import { ThresholdRequest } from './threshold.request';

/** A point of the agenda that is no case: an election, a choice among units, a decision of the council. */
export class QuestionRequest {
  @BoundedText({ max: 300, description: 'What is asked; it names nobody', example: 'Suy tôn đơn vị dẫn đầu cụm' })
  readonly title: string;

  @IsOneOf(['yesNo', 'choose'])
  readonly kind: ItemRule['kind'];

  @IsWholeNumber(1, 200, { optional: true, description: 'How many are chosen, of a ballot that chooses' })
  readonly choose?: number;

  @BoundedArray(uuidRule, {
    max: 200,
    min: 1,
    unique: true,
    optional: true,
    description: 'What is chosen among, in the order of the ballot: ids of units, cases or subjects',
  })
  readonly options?: readonly string[];

  @IsOneOf(['secret', 'open', 'recorded'], { description: 'recorded: voted on paper' })
  readonly ballot: BallotMode;

  @IsOneOf(['allMembers', 'present', 'valid'], { description: 'Of how many the share is taken' })
  readonly base: PassRule['base'];

  @Nested(() => ThresholdRequest)
  readonly threshold: ThresholdRequest;

  @IsOneOf(['writtenOpinion', 'notInFavour', 'proxy'], { description: 'What an absent member may do' })
  readonly absent: PassRule['absent'];

  @Nested(() => ThresholdRequest, { optional: true, description: 'Share of the members who must be present' })
  readonly quorum?: ThresholdRequest;
}

/** The rule of a question as the council has stated it. A member with a conflict stays in the base, as where the law is silent. */
export function ruleOfQuestion(question: QuestionRequest): ItemRule {
  const { kind, choose = null, options, ballot, base, threshold, absent, quorum = null } = question;
  return {
    tier: 'question',
    kind,
    choose: kind === 'choose' ? choose : null,
    ...(kind === 'choose' ? { options: options ?? [] } : {}),
    ballot,
    passRule: { base, threshold, absent, conflictEffect: 'countsAsNotInFavour' },
    quorum,
  };
}
