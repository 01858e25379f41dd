import { compareDecimals, decimal, subtractDecimals, sumDecimals, type Decimal } from '../../kernel';
import type { Finding } from './finding';
import { isAsClaimed, lengthOf, spanOf } from './period';
import type { Figure, PrintedList, PrintedPeriod, StatementContent } from './statement.types';

/**
 * Checks a text with itself: what adds up is silent, what does not is named with both numbers. Nothing is corrected, and what
 * two lists have in common is named, never added. Expects a statement without faults (`statementFaults`).
 */
export function checkWithItself({ figures, lists, periods }: StatementContent): readonly Finding[] {
  const values = new Map(figures.map(({ code, value }) => [code, value]));
  const named = lists.map((list) => ({ ...list, names: placesOf(list.items) }));
  return [
    ...figures.flatMap((figure) => sumFindings(figure, values)),
    ...figures.flatMap((figure) => shareFindings(figure, values)),
    ...named.flatMap((list) => [...repeated(list), ...lengthFindings(list, values)]),
    ...named.flatMap((list, index) => named.slice(index + 1).flatMap((other) => overlap(list, other))),
    ...periods.flatMap(periodFindings),
  ];
}

/** Checks a text with our records: what they count for each figure, by its code. A figure without a count is left alone. */
export function checkWithRecords(
  { figures }: StatementContent,
  counted: ReadonlyMap<string, Decimal>,
): readonly Finding[] {
  return figures.flatMap(({ code, value }): Finding[] => {
    const found = counted.get(code);
    if (found === undefined || compareDecimals(found, value) === 0) return [];
    return [{ kind: 'recordsDiffer', code, stated: value, found }];
  });
}

type Values = ReadonlyMap<string, Decimal>;

/** A name as it is printed first, and its places in the list, from 1. */
interface NamePlaces {
  readonly item: string;
  readonly places: number[];
}

/** A list with its names: each list is compared with every other, and read once. */
interface NamedList extends PrintedList {
  readonly names: ReadonlyMap<string, NamePlaces>;
}

const ZERO = decimal('0');

function sumFindings({ code, value, parts = [] }: Figure, values: Values): readonly Finding[] {
  if (parts.length === 0) return [];
  const valueOf = (part: string): Decimal => values.get(part) ?? ZERO;
  const found = sumDecimals(parts.map(valueOf));
  if (compareDecimals(found, value) === 0) return [];
  const surplus = subtractDecimals(found, value);
  const agreesWithout = parts.filter((part) => compareDecimals(valueOf(part), surplus) === 0);
  return [{ kind: 'sumDiffers', code, stated: value, found, agreesWithout }];
}

function shareFindings({ code, value, within }: Figure, values: Values): readonly Finding[] {
  const whole = within === undefined ? undefined : values.get(within);
  if (whole === undefined || compareDecimals(value, whole) <= 0) return [];
  return [{ kind: 'exceedsWhole', code, stated: value, found: whole }];
}

function repeated({ code, names }: NamedList): readonly Finding[] {
  return [...names.values()]
    .filter(({ places }) => places.length > 1)
    .map(({ item, places }) => ({ kind: 'listedTwice', code, item, places }));
}

/** How many different names there are must be what the text says. */
function lengthFindings({ code, names, total }: NamedList, values: Values): readonly Finding[] {
  const stated = total === undefined ? undefined : values.get(total);
  const found = decimal(String(names.size));
  if (stated === undefined || compareDecimals(found, stated) === 0) return [];
  return [{ kind: 'listLengthDiffers', code, stated, found }];
}

function overlap(list: NamedList, other: NamedList): readonly Finding[] {
  const items = [...list.names].filter(([name]) => other.names.has(name)).map(([, { item }]) => item);
  return items.length === 0 ? [] : [{ kind: 'listsOverlap', code: list.code, other: other.code, items }];
}

function periodFindings({ code, from, to, claim, months }: PrintedPeriod): readonly Finding[] {
  const length = lengthOf(from, to);
  if (isAsClaimed(length, claim, months)) return [];
  return [{ kind: 'periodDiffers', code, claim, stated: spanOf({ months, days: 0 }), found: spanOf(length) }];
}

/** Names and where they stand; letters large or small and spaces make no difference, accents do. */
function placesOf(items: readonly string[]): ReadonlyMap<string, NamePlaces> {
  const places = new Map<string, NamePlaces>();
  for (const [index, item] of items.entries()) {
    const name = item.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
    const known = places.get(name);
    if (known) known.places.push(index + 1);
    else places.set(name, { item, places: [index + 1] });
  }
  return places;
}
