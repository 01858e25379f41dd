import type { Term } from '../kernel';
import { termsOf } from './dossier';
import type { TermRule } from './dossier.types';
import { citationOf, routeOf } from './procedure';
import type { Cited, GovernmentLevel, Rulebook } from './rulebook.types';

/**
 * How long the appraisal of a tier may take from complete papers on; by the route, in calendar days, where no term says it.
 * A term that only some cases have is for a person to choose. Undefined where no rule is known.
 */
export function appraisalTermOf(rulebook: Rulebook, tier: string, level: GovernmentLevel): Term | undefined {
  const found = termsOf(rulebook, tier, { of: 'appraisal', level }).find(({ onlyIf }) => !onlyIf);
  if (found) return counted(rulebook, found, found);
  const route = routeOf(rulebook, tier, level);
  if (!route?.processingDays) return undefined;
  return counted(rulebook, { days: route.processingDays, unit: 'calendarDays', countsFirstDay: false }, route);
}

function counted(
  { counting }: Rulebook,
  { days, unit, countsFirstDay }: Pick<TermRule, 'days' | 'unit' | 'countsFirstDay'>,
  rule: Cited,
): Term {
  const movesFromDayOff = counting?.movesFromDayOff ?? false;
  return { days, unit, countsFirstDay, movesFromDayOff, rule: citationOf(rule) };
}
