import { fillLabel, type Label, type LabelParams } from '../../kernel';
import type { MissingEvidence, UsedEvidence } from './answer.types';
import { GROUP_WORDS, MISSING_WORDS, USED_WORDS, VALUE_WORDS } from './words';

/** In which language, how tiers are called, and what people read instead of the words of standards. */
export interface Speech {
  readonly language: 'vi' | 'en';
  readonly tierName: (code: string) => string;
  readonly wordNames: Readonly<Record<string, Label>>;
}

type Value = string | number | boolean | null;

/** Which words a member of a fact takes: `form` of a measure is a discipline. */
const KIND_OF_MEMBER: Readonly<Record<string, string>> = {
  rating: 'rating',
  scope: 'scope',
  kind: 'initiativeKind',
  form: 'discipline',
  gravestDiscipline: 'discipline',
  discipline: 'discipline',
  level: 'level',
  commendation: 'commendation',
  finding: 'finding',
  tier: 'tier',
  condition: 'word',
  position: 'word',
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A value as people read it: its word, a tier's name, a date as 31/12/2024 in Vietnamese; a word of nobody's as it is. */
export function wordOf(kind: string, value: Value, { language, tierName, wordNames }: Speech): string {
  if (value === null) return GROUP_WORDS.unknown[language];
  const text = String(value);
  if (kind === 'tier') return tierName(text);
  if (kind === 'word' || kind === 'words')
    return Object.hasOwn(wordNames, text) ? (wordNames[text]?.[language] ?? text) : text;
  const words = Object.hasOwn(VALUE_WORDS, kind === 'levels' ? 'level' : kind)
    ? VALUE_WORDS[(kind === 'levels' ? 'level' : kind) as keyof typeof VALUE_WORDS]
    : undefined;
  if (words && Object.hasOwn(words, text)) return words[text]?.[language] ?? text;
  return language === 'vi' ? text.replace(DATE, '$3/$2/$1') : text;
}

/** What a fact says, in a sentence. */
export function usedSentence({ what, says }: UsedEvidence, speech: Speech): string {
  return sentence(USED_WORDS, what === 'members' ? aboutMembers(says) : what, says, speech);
}

/** What is missing, in a sentence. */
export function missingSentence({ what, about }: MissingEvidence, speech: Speech): string {
  return sentence(MISSING_WORDS, what === 'award' ? aboutAward(about) : what, about, speech);
}

function aboutMembers(says: UsedEvidence['says']): string {
  if ('holders' in says) return 'holders';
  return 'rated' in says ? 'rated' : 'memberDiscipline';
}

function aboutAward(about: MissingEvidence['about']): string {
  if ('year' in about) return 'awardOfYear';
  if ('times' in about) return 'awardTimes';
  return 'before' in about ? 'awardBefore' : 'award';
}

function sentence(
  words: Readonly<Record<string, { readonly vi: string; readonly en: string }>>,
  what: string,
  members: Readonly<Record<string, string | number | null>>,
  speech: Speech,
): string {
  const label = Object.hasOwn(words, what) ? words[what] : undefined;
  if (!label) return what;
  const params: LabelParams = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, memberWord(name, value, speech)]),
  );
  return fillLabel(label, params)[speech.language];
}

function memberWord(name: string, value: string | number | null, speech: Speech): string {
  // Nobody was disciplined: known, and there was none.
  if (name === 'gravestDiscipline' && value === null) return GROUP_WORDS.none[speech.language];
  return wordOf(KIND_OF_MEMBER[name] ?? name, value, speech);
}
