import type { Predicate } from './predicate';
import { heldConsecutively, heldTimes, holds, holdsForYear } from './predicates/awards';
import {
  achievementRewardedOnce,
  afterDiscipline,
  afterPreviousAward,
  dossierNotOlderThan,
  nothingPending,
  restsOnNoAwardFor,
} from './predicates/bars';
import { employedAtLeast, judged, notDisciplined } from './predicates/conduct';
import { initiativesAtLeast } from './predicates/initiatives';
import { leadsCampaign, leadsCluster } from './predicates/leadership';
import { meets } from './predicates/meets';
import { membersHolding, noMemberDisciplined, shareOfMembersHolding, shareOfMembersRated } from './predicates/members';
import { consecutiveYearsRated, everyYearRatedSince, ratedAtLeast, yearsRated } from './predicates/ratings';
import { positionHeld } from './predicates/service';

/** Every predicate by its name, as standards write it after `is`. */
export const PREDICATES: Readonly<Record<string, Predicate>> = {
  ratedAtLeast,
  consecutiveYearsRated,
  everyYearRatedSince,
  yearsRated,
  holds,
  holdsForYear,
  heldTimes,
  heldConsecutively,
  initiativesAtLeast,
  notDisciplined,
  employedAtLeast,
  meets,
  shareOfMembersHolding,
  shareOfMembersRated,
  membersHolding,
  noMemberDisciplined,
  leadsCluster,
  leadsCampaign,
  positionHeld,
  judged,
  // For the common rules:
  achievementRewardedOnce,
  restsOnNoAwardFor,
  nothingPending,
  afterDiscipline,
  afterPreviousAward,
  dossierNotOlderThan,
};

/** The predicate of this name; undefined when there is none. */
export function predicateOf(name: string): Predicate | undefined {
  return Object.hasOwn(PREDICATES, name) ? PREDICATES[name] : undefined;
}
