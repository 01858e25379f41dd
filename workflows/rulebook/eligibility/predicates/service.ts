import { compareDates, fraction, parseFraction, type Fraction, type LocalDate } from '../../../kernel';
import type { ServiceEvidence } from '../evidence.types';
import { ordered, type Facts } from '../facts';
import { optional, required } from '../parameters';
import { found, missingOf, NOTHING, predicate, usedOf, type Found } from '../predicate';
import { monthPartsOf, monthsOf, wholeMonths } from '../years';

/**
 * A leading position held for so many years in all, up to the day of the proposal. `lessForWomen` is the part that a woman
 * need not have held it (Decree 152/2025/NĐ-CP, article 4.7: a third).
 */
export const positionHeld = predicate({
  label: {
    vi: 'Giữ chức vụ {positions} từ {years} năm trở lên',
    en: 'Held the position {positions} for at least {years} years',
  },
  parameters: {
    positions: required('words'),
    years: required('count'),
    lessForWomen: optional('share', {
      vi: ' (nữ được giảm {lessForWomen} thời gian)',
      en: ' ({lessForWomen} less for women)',
    }),
  },
  polarity: { service: 'supporting' },
  judge: ({ positions, years, lessForWomen }) => {
    const full = years * 12;
    const part = lessForWomen === undefined ? null : parseFraction(lessForWomen);
    return (facts) => {
      const services = ordered(facts.evidence.services).filter(
        ({ position, from }) => positions.includes(position) && from <= facts.question.on,
      );
      return served(facts, services, { positions, full, forWomen: part === null ? full : reduced(full, part) });
    };
  },
});

interface AskedService {
  readonly positions: readonly string[];
  /** Months. */
  readonly full: number;
  readonly forWomen: number;
}

function served(
  facts: Facts,
  services: readonly ServiceEvidence[],
  { positions, full, forWomen }: AskedService,
): Found {
  const { isWoman, existsFrom = null } = facts.evidence;
  const { on } = facts.question;
  const held = monthsTogether(services, on);
  const used = services.map(({ position, from, until, source }) =>
    usedOf('service', source, { position, from, until }),
  );
  const needed = isWoman === true ? forWomen : full;
  if (held.sure >= needed) return found('met', used);
  const lacking = [missingOf('service', { position: positions.join(', '), months: needed - held.sure })];
  const least = isWoman === null ? forWomen : needed;
  const isOpen = !facts.isComplete(null) && (existsFrom === null || monthsOf(existsFrom, on) >= least);
  if (held.sure >= least) return found('notProven', used, [missingOf('isWoman', {}), ...(isOpen ? lacking : NOTHING)]);
  return found(held.possible >= least || isOpen ? 'notProven' : 'notMet', used, lacking);
}

/** Whole months that are enough for the rest of the time: 120 months less a third are 80, 10 less a third are 7. */
function reduced(months: number, part: Fraction): number {
  const { numerator, denominator } = fraction(part.denominator - part.numerator, part.denominator);
  const product = BigInt(months) * numerator;
  return Number((product + denominator - 1n) / denominator);
}

/**
 * Months in all, times that overlap counted once. Whole months of each time are sure; what is left over of several times
 * together may make some more, and whether it does no rule says.
 */
function monthsTogether(services: readonly ServiceEvidence[], on: LocalDate): { sure: number; possible: number } {
  const times: { from: LocalDate; to: LocalDate }[] = [];
  for (const { from, until } of [...services].sort((a, b) => compareDates(a.from, b.from))) {
    const to = until === null || until > on ? on : until;
    const last = times.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else times.push({ from, to });
  }
  const parts = times.map(({ from, to }) => monthPartsOf(from, to));
  return {
    sure: parts.reduce((sum, each) => sum + wholeMonths(each), 0),
    possible: wholeMonths(parts.reduce((sum, each) => sum + each, 0)),
  };
}
