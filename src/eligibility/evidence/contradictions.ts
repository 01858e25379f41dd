import type { Label } from '../../../workflows/kernel';
import type { Evidence, EvidenceSource } from '../../../workflows/rulebook';

/** Something in evidence that cannot be used. */
export interface EvidenceProblem {
  /** Stable: `TWO_RATINGS`. */
  readonly code: string;
  /** The list of the evidence, the place in it from 0, and the field where it is about one. */
  readonly path: readonly [list: string, index: number, field?: string];
  /** Where the item comes from. */
  readonly source: EvidenceSource;
  readonly message: Label;
}

interface Item {
  readonly source: EvidenceSource;
}

/** Something with a beginning and an end, and how its fields are called. */
interface Span extends Item {
  readonly from: string | null;
  readonly until: string | null;
}

/** Everything in the evidence that contradicts itself; nothing is judged by evidence of which one half must be wrong. */
export function contradictionsIn(evidence: Evidence): readonly EvidenceProblem[] {
  const { ratings, awards, disciplines, freezes, services, members, judgements } = evidence;
  return [
    ...disagreeing('ratings', ratings, RATINGS),
    ...disagreeing('members', members, COUNTS),
    ...disagreeing('judgements', judgements, JUDGEMENTS),
    ...endingEarly('disciplines', disciplines),
    ...endingEarly('freezes', freezes),
    ...endingEarly('services', services),
    ...endingEarly(
      'awards',
      awards.map(({ source, achievedFrom, achievedTo }) => ({ source, from: achievedFrom, until: achievedTo })),
    ),
    ...members.flatMap((count, index) => (exceeds(count) ? [tooMany(count, index)] : [])),
  ];
}

/** What items of a list speak of, what they say of it, and what is said where two differ. */
interface Agreement<One> {
  readonly code: string;
  readonly key: (item: One) => string;
  readonly says: (item: One) => string;
  readonly message: (key: string) => Label;
}

const RATINGS: Agreement<Evidence['ratings'][number]> = {
  code: 'TWO_RATINGS',
  key: ({ year }) => String(year),
  says: ({ rating }) => rating,
  message: (year) => ({ vi: `Có hai kết quả đánh giá khác nhau của năm ${year}`, en: `Two ratings of ${year} differ` }),
};

const COUNTS: Agreement<Evidence['members'][number]> = {
  code: 'TWO_COUNTS',
  key: ({ year }) => String(year),
  says: ({ source: _, ...count }) => JSON.stringify(count),
  message: (year) => ({
    vi: `Có hai số liệu khác nhau về thành viên của năm ${year}`,
    en: `Two counts of members of ${year} differ`,
  }),
};

const JUDGEMENTS: Agreement<Evidence['judgements'][number]> = {
  code: 'TWO_JUDGEMENTS',
  key: ({ condition }) => condition,
  says: ({ finding }) => finding,
  message: (condition) => ({
    vi: `Có hai nhận định trái nhau về "${condition}"`,
    en: `Two judgements of "${condition}" differ`,
  }),
};

/** Pairs of items of one list that speak of one thing and say different things: the later one is named. */
function disagreeing<One extends Item>(
  list: string,
  items: readonly One[],
  { code, key, says, message }: Agreement<One>,
): readonly EvidenceProblem[] {
  const first = new Map<string, One>();
  return items.flatMap((item, index) => {
    const other = first.get(key(item));
    if (!other) first.set(key(item), item);
    if (!other || says(other) === says(item)) return [];
    const { vi, en } = message(key(item));
    const places = `${other.source.id}, ${item.source.id}`;
    return [
      {
        code,
        path: [list, index] as const,
        source: item.source,
        message: { vi: `${vi} (${places}).`, en: `${en} (${places}).` },
      },
    ];
  });
}

function endingEarly(list: string, spans: readonly Span[]): readonly EvidenceProblem[] {
  return spans.flatMap(({ from, until, source }, index) => {
    if (from === null || until === null || from <= until) return [];
    const message = {
      vi: `Kết thúc ngày ${until}, trước khi bắt đầu ngày ${from} (${source.id}).`,
      en: `Ends on ${until}, before it begins on ${from} (${source.id}).`,
    };
    return [{ code: 'ENDS_BEFORE_IT_BEGINS', path: [list, index] as const, source, message }];
  });
}

function exceeds({ members, holders, ratedAtLeast = {}, women = 0 }: Evidence['members'][number]): boolean {
  return [...Object.values(holders), ...Object.values(ratedAtLeast), women].some((count) => count > members);
}

function tooMany({ source, year, members }: Evidence['members'][number], index: number): EvidenceProblem {
  const message = {
    vi: `Năm ${year} có số người đạt nhiều hơn ${members} thành viên (${source.id}).`,
    en: `In ${year} more are counted than the ${members} members (${source.id}).`,
  };
  return { code: 'MORE_THAN_MEMBERS', path: ['members', index], source, message };
}
