import type { DeadlineSpec, Snapshot } from '../kernel';
import type { ReviewContext } from './review.types';
import { agendaOf } from './roll';

/**
 * A scheduled review round meets on its day, an adjourned one on the day it was put off to; while a ballot of a written round
 * is open, answers are due. Else nothing is.
 */
export function reviewDeadlines({ state, context }: Snapshot<ReviewContext>): readonly DeadlineSpec[] {
  const meetsOn = state === 'scheduled' ? context.meetsOn : state.startsWith('adjourned') ? context.resumesOn : null;
  const isOpen = agendaOf(context).some(([, item]) => item.status === 'open');
  return [
    ...(meetsOn === null ? [] : [{ key: 'meets', kind: 'review.meets', dueOn: meetsOn }]),
    ...(context.answersBy === null || !isOpen
      ? []
      : [{ key: 'answersDue', kind: 'review.answersDue', dueOn: context.answersBy }]),
  ];
}
