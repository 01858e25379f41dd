import { fillLabel, type Label, type LabelParams } from '../../kernel';
import type { RuleStatus } from '../rulebook.types';
import type { ConditionAnswer, EligibilityAnswer, Finding, RuleAnswer } from './answer.types';
import { predicateOf } from './predicates';
import { missingSentence, usedSentence, wordOf, type Speech } from './sentences';
import { GROUP_WORDS } from './words';

export type Language = Speech['language'];

/** One line of an answer in words; depth 0 is the outermost. */
export interface ExplainedLine {
  readonly depth: number;
  readonly finding: Finding;
  /** The sentence of the condition or group. */
  readonly text: string;
  /** What the finding rests on, one sentence each. */
  readonly used: readonly string[];
  /** What would decide and is not known, one sentence each. */
  readonly missing: readonly string[];
  /** Null for a group, which has no article of its own. */
  readonly citation: string | null;
  readonly status: RuleStatus;
}

/** The name of a tier by its code. */
export type TierNames = Speech['tierName'];

/**
 * An answer in words, made only when somebody asks. Tiers are named by the look-up, without one by their codes; conditions
 * that people judge, and positions, as the rulebook's `words` have them.
 */
export function explained(
  answer: EligibilityAnswer | RuleAnswer,
  language: Language,
  tierName: TierNames = (code) => code,
  wordNames: Speech['wordNames'] = {},
): readonly ExplainedLine[] {
  const speech = { language, tierName, wordNames };
  if ('kind' in answer) return linesOf(answer, 0, speech);
  const { tier, regime, finding, status, standard, common } = answer;
  const words = { tier: tierName(tier), regime, finding: wordOf('finding', finding, speech) };
  const parts =
    standard === null ? [...noStandard(speech), ...inside(common, speech)] : inside([standard, ...common], speech);
  return [{ ...line(0, finding, say(GROUP_WORDS.overall, words, speech)), status }, ...parts];
}

function inside(answers: readonly RuleAnswer[], speech: Speech): readonly ExplainedLine[] {
  return answers.flatMap((answer) => linesOf(answer, 1, speech));
}

function noStandard(speech: Speech): readonly ExplainedLine[] {
  return [line(1, 'notProven', GROUP_WORDS.noStandard[speech.language])];
}

function linesOf(answer: RuleAnswer, depth: number, speech: Speech): readonly ExplainedLine[] {
  if (answer.kind !== 'condition') {
    const text = say(GROUP_WORDS[answer.kind], { needed: answer.needed }, speech);
    const own = { ...line(depth, answer.finding, text), status: answer.status };
    return [own, ...answer.parts.flatMap((part) => linesOf(part, depth + 1, speech))];
  }
  const { finding, citation, status, within } = answer;
  const own = {
    ...line(depth, finding, sentenceOf(answer, speech)),
    used: answer.used.map((used) => usedSentence(used, speech)),
    missing: answer.missing.map((missing) => missingSentence(missing, speech)),
    citation,
    status,
  };
  return within ? [own, ...linesOf(within, depth + 1, speech)] : [own];
}

/** Parameters that are words of a list of their own. */
const WORDS_BY_NAME: Readonly<Record<string, string>> = { commendations: 'commendation' };

/** The statement of the predicate, with a clause for each optional parameter that the condition gives. */
function sentenceOf({ is, with: given }: ConditionAnswer, speech: Speech): string {
  const predicate = predicateOf(is);
  if (!predicate) return is;
  const words: Record<string, string> = {};
  let text = predicate.label[speech.language];
  for (const [name, { kind, clause }] of Object.entries(predicate.parameters)) {
    const value = given[name];
    if (value === undefined || value === false) continue;
    const values = Array.isArray(value) ? (value as readonly string[]) : [value as string | number];
    words[name] = values.map((each) => wordOf(WORDS_BY_NAME[name] ?? kind, each, speech)).join(', ');
    if (clause) text += clause[speech.language];
  }
  return say({ vi: text, en: text }, words, speech);
}

function say(label: Label, params: LabelParams, { language }: Speech): string {
  return fillLabel(label, params)[language];
}

function line(depth: number, finding: Finding, text: string): ExplainedLine {
  return { depth, finding, text, used: [], missing: [], citation: null, status: 'unverified' };
}
