import type { Cited, Rulebook } from './rulebook.types';

/** A rulebook whose text is not known yet: the rows of an earlier one stand in for it. */
export type RulebookHead = Pick<Rulebook, 'id' | 'regime' | 'effectiveFrom' | 'effectiveTo' | 'document' | keyof Cited>;

/**
 * The rows of the earlier rulebook under the dates of the later one, every row and every condition of a standard marked as
 * unverified and saying why: better than no rule at all, and never taken for law.
 */
export function continued(head: RulebookHead, earlier: Rulebook): Rulebook {
  const doubt = `tạm áp dụng theo ${earlier.regime}: chưa xem được văn bản của ${head.regime}`;
  // How the earlier rulebook itself began says nothing of the later one.
  return { ...doubted(earlier, doubt), transition: null, ...head, continues: earlier.id };
}

/** The same value, each row in it unverified and with the doubt behind its citation. */
export function doubted<Value>(value: Value, doubt: string): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => doubted(each, doubt)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, doubted<unknown>(member, doubt)]);
  const same = Object.fromEntries(members) as Value;
  return isCited(same) ? { ...same, status: 'unverified', citation: `${same.citation} (${doubt})` } : same;
}

function isCited<Value>(value: Value): value is Value & Cited {
  return typeof value === 'object' && value !== null && 'citation' in value && 'status' in value;
}
