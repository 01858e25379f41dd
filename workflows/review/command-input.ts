import type { LocalDate } from '../kernel';
import type { ReviewCommand, ReviewCommandOf, ReviewContext } from './review.types';

/** The items of a command on several. */
export const itemIdsOf = (command: ReviewCommand): readonly string[] =>
  (command as ReviewCommandOf<'review.openBallot'>).input.itemIds;

/** The last day for answers as it is with this command: the one it names, or the one that stands. */
export const closingDayOf = ({ answersBy }: ReviewContext, command: ReviewCommand): LocalDate | null =>
  (command.input as { readonly answersBy?: LocalDate | null }).answersBy ?? answersBy;
