import type { Label } from '../../../workflows/kernel';
import type { Evidence, EvidenceSource } from '../../../workflows/rulebook';
import type { EvidenceProblem } from './contradictions';
import type { KnownWords } from './known-words';

interface Item {
  readonly source: EvidenceSource;
}

/**
 * Words of evidence that somebody wrote down and that no rule knows: they would prove nothing, and nobody would notice. What
 * comes from the registers was judged there, and may well be of a time that the rules do not reach.
 */
export function unknownWordsIn(evidence: Evidence, known: KnownWords): readonly EvidenceProblem[] {
  const { awards, services, members, judgements } = evidence;
  return [
    ...unknownOf('awards', awards, ({ tier }) => [['tier', tier]], { words: known.tiers, ...TIER }),
    ...unknownOf('services', services, ({ position }) => [['position', position]], {
      ...{ words: known.positions, ...POSITION },
    }),
    ...unknownOf('members', members, ({ holders }) => Object.keys(holders).map((tier) => ['holders', tier] as const), {
      words: known.tiers,
      ...TIER,
    }),
    ...unknownOf('judgements', judgements, ({ condition }) => [['condition', condition]], {
      ...{ words: known.conditions, ...CONDITION },
    }),
  ];
}

interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly code: string;
  readonly message: (word: string, words: string) => Label;
}

const TIER: Omit<Vocabulary, 'words'> = {
  code: 'UNKNOWN_TIER',
  message: (word) => ({
    vi: `Không bộ quy định nào có danh hiệu, hình thức ${word}.`,
    en: `No rulebook has a tier ${word}.`,
  }),
};

const POSITION: Omit<Vocabulary, 'words'> = {
  code: 'UNKNOWN_POSITION',
  message: (word, words) => ({
    vi: `Không quy định nào tính chức vụ ${word}; có: ${words}.`,
    en: `No rule counts the position ${word}; there are: ${words}.`,
  }),
};

const CONDITION: Omit<Vocabulary, 'words'> = {
  code: 'UNKNOWN_CONDITION',
  message: (word, words) => ({
    vi: `Không quy định nào hỏi về ${word}; có: ${words}.`,
    en: `No rule asks for ${word}; there are: ${words}.`,
  }),
};

function unknownOf<One extends Item>(
  list: string,
  items: readonly One[],
  named: (item: One) => readonly (readonly [field: string, word: string])[],
  { words, code, message }: Vocabulary,
): readonly EvidenceProblem[] {
  return items.flatMap((item, index) => {
    const isWritten = item.source.kind === 'stated' || item.source.kind === 'file';
    const unknown = isWritten ? named(item).filter(([, word]) => !words.has(word)) : [];
    return unknown.map(([field, word]) => ({
      code,
      path: [list, index, field] as const,
      source: item.source,
      message: message(word, [...words].sort().join(', ')),
    }));
  });
}
