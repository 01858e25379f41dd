import type { LocalDate } from '../../../workflows/kernel';
import {
  eligibilityOf,
  explained,
  rulebookFor,
  tierOf,
  type EligibilityAnswer,
  type ExplainedLine,
  type Finding,
  type Language,
  type Rulebook,
} from '../../../workflows/rulebook';
import { knownWordsOf } from '../../eligibility';
import type { Release } from '../../rulebooks';
import { subjectOf } from './subject-file';
import { UsageError } from './usage-error';

/** What is asked, and the content of the file. */
export interface ExplainQuestion {
  /** Name of the file, for messages. */
  readonly name: string;
  readonly content: string;
  readonly tier: string;
  readonly on: LocalDate;
  /** Codes of the units from the province down to the one that receives the dossier. */
  readonly place: readonly string[];
  readonly language: Language;
}

/** What was found, and the same in words. */
export interface Explanation {
  readonly rulebook: { readonly id: string; readonly regime: string; readonly layers: readonly string[] };
  readonly on: LocalDate;
  readonly place: readonly string[];
  readonly tierName: string;
  readonly answer: EligibilityAnswer;
  readonly lines: readonly ExplainedLine[];
}

/**
 * Whether the subject of a file may be proposed for a tier, and why not. Throws a UsageError that names the place: of a day
 * outside all rulebooks, a tier that the rules of the day do not have, or what is wrong in the file.
 */
export function explainSubject(release: Release, question: ExplainQuestion): Explanation {
  const { name, content, tier, on, place, language } = question;
  const rulebook = rulebookOf(release, question);
  const known = tierOf(rulebook, tier);
  if (!known) {
    const codes = rulebook.tiers.map(({ code }) => code).join(', ');
    throw new UsageError(`--tier ${tier}: ${rulebook.id} has no such tier; it has ${codes}`);
  }
  const subject = subjectOf(content, { name, on, words: knownWordsOf(release) });
  if (!known.subjects.includes(subject.subjectKind)) {
    throw new UsageError(`--tier ${tier}: ${rulebook.id} does not give it to a ${subject.subjectKind}`);
  }
  const answer = eligibilityOf(rulebook, { ...subject, tier, on });
  const nameOf = (code: string): string => tierOf(rulebook, code)?.name[language] ?? code;
  const { id, regime, layers = [] } = rulebook;
  return {
    rulebook: { id, regime, layers: layers.map((layer) => layer.id) },
    on,
    place,
    tierName: known.name[language],
    answer,
    lines: explained(answer, language, nameOf, rulebook.words),
  };
}

function rulebookOf({ rulebooks, layers = [] }: Release, { on, place }: ExplainQuestion): Rulebook {
  const rulebook = rulebookFor({ rulebooks, layers }, { submittedOn: on, place });
  if (rulebook) return rulebook;
  const spans = rulebooks.map(({ id, effectiveFrom, effectiveTo }) => `${id} ${effectiveFrom} … ${effectiveTo ?? ''}`);
  throw new UsageError(`--on ${on}: no rulebook covers that day; there are ${spans.join('; ')}`);
}

const WORDS = {
  vi: { by: 'Theo', on: 'trình ngày', used: 'căn cứ', missing: 'thiếu' },
  en: { by: 'By', on: 'submitted on', used: 'evidence', missing: 'missing' },
} as const;

const STATUS_WORDS = {
  vi: { verified: 'đã đối chiếu văn bản', secondary: 'theo nguồn thứ cấp', unverified: 'chưa kiểm chứng' },
  en: { verified: 'verified', secondary: 'secondary', unverified: 'unverified' },
} as const;

const MARKS: Readonly<Record<Finding, string>> = { met: '+', notMet: '-', notProven: '?' };

/** An explanation as people read it: one line for each condition, with its article, what it rests on and what is missing. */
export function explanationLines({ rulebook, on, lines }: Explanation, language: Language): readonly string[] {
  const words = WORDS[language];
  const rules = [rulebook.id, ...rulebook.layers].join(' + ');
  return [
    `${words.by} ${rules} (${rulebook.regime}), ${words.on} ${on}:`,
    ...lines.flatMap(({ depth, finding, text, used, missing, citation, status }) => {
      const indent = '  '.repeat(depth);
      const source = [...(citation === null ? [] : [citation]), STATUS_WORDS[language][status]].join('; ');
      return [
        `${indent}${MARKS[finding]} ${text} [${source}]`,
        ...used.map((sentence) => `${indent}    ${words.used}: ${sentence}`),
        ...missing.map((sentence) => `${indent}    ${words.missing}: ${sentence}`),
      ];
    }),
  ];
}
