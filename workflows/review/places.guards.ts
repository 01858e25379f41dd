import type { Guard } from '../kernel';
import { itemIdsOf } from './command-input';
import { allotments, isTieAtLastPlace } from './places';
import type { ReviewCommand, ReviewContext } from './review.types';

/** Predicates over the places of quotas. */
export const placeGuards = {
  placesAreOpen: ({ places }) => places === null,
  quotaGoverns: (context, command) => allotments(context, command.facts).length > 0,
  tiesAreDecided: (context, command) => allotments(context, command.facts).every(({ tiedIds }) => tiedIds.length === 0),
  itemsAreTied: (context, command) => isTieAtLastPlace(allotments(context, command.facts), itemIdsOf(command)),
  tieIsTheChairs: (context, command) =>
    allotments(context, command.facts).every(
      ({ quota, tiedIds }) => quota.tie === 'chairDecides' || !tiedIds.some((id) => itemIdsOf(command).includes(id)),
    ),
  placesAreAllotted: (context, command) => context.places !== null || allotments(context, command.facts).length === 0,
} satisfies Record<string, Guard<ReviewContext, ReviewCommand>>;
