import { fillLabel, type Citation, type Label, type Refusal } from '../../../workflows/kernel';
import { citationOf, type ChecklistPaper, type ChecklistRule } from '../../../workflows/rulebook';
import { DOSSIER_REFUSALS } from './dossiers.errors';
import type { Paper } from './dossier';

/** The dossier itself is the letter of submission: it bears its number, its day and the office of its signer. */
const SUBMISSION = 'TO_TRINH';

/** A paper that the checklists of a dossier name, and whether the dossier holds it. */
export interface ChecklistItem extends ChecklistPaper {
  /** The tiers whose checklist names it. */
  readonly tiers: readonly string[];
  readonly citation: Citation;
  readonly isThere: boolean;
}

/**
 * What the dossier must hold for these tiers, each paper of an article once. Of a tier without a checklist nothing is known;
 * what stands for no paper of a list does not count for one.
 */
export function checklistItems(
  tiers: readonly string[],
  papers: readonly Paper[],
  checklistOf: (tier: string) => ChecklistRule | undefined,
): readonly ChecklistItem[] {
  const held = new Set([SUBMISSION, ...papers.flatMap(({ code }) => code ?? [])]);
  const items = new Map<string, ChecklistItem>();
  for (const tier of tiers) {
    const checklist = checklistOf(tier);
    for (const paper of checklist?.papers ?? []) {
      const citation = citationOf(checklist as ChecklistRule);
      const key = JSON.stringify([paper, citation]);
      const item = items.get(key) ?? { ...paper, tiers: [], citation, isThere: held.has(paper.code) };
      items.set(key, { ...item, tiers: [...item.tiers, tier] });
    }
  }
  return [...items.values()];
}

/** What must be there and is not: papers that only some cases need are for the office to judge. */
export function missingOf(items: readonly ChecklistItem[]): readonly ChecklistItem[] {
  return items.filter(({ isThere, onlyIf }) => !isThere && onlyIf === null);
}

/** Why a dossier is not complete, one reason for each article; rules whose text nobody saw do not refuse. */
export function checklistRefusals(items: readonly ChecklistItem[]): readonly Refusal[] {
  const sure = missingOf(items).filter(({ citation }) => citation.status !== 'unverified');
  return byArticle(sure).map(({ citation, names }) => {
    const { code } = DOSSIER_REFUSALS.checklistIncomplete;
    return { code, message: told(DOSSIER_REFUSALS.checklistIncomplete, names), citation };
  });
}

/** Missing papers of each article, named once each. */
export function byArticle(
  items: readonly ChecklistItem[],
): readonly { readonly citation: Citation; readonly names: readonly Label[] }[] {
  const articles = new Map<string, { readonly citation: Citation; readonly names: Map<string, Label> }>();
  for (const { citation, code, name } of items) {
    const article = articles.get(citation.text) ?? { citation, names: new Map<string, Label>() };
    articles.set(citation.text, { ...article, names: article.names.set(code, name) });
  }
  return [...articles.values()].map(({ citation, names }) => ({ citation, names: [...names.values()] }));
}

/** A sentence about papers, which are named in its language. */
export function told(sentence: Label, names: readonly Label[]): Label {
  return {
    vi: fillLabel(sentence, { papers: names.map(({ vi }) => vi).join(', ') }).vi,
    en: fillLabel(sentence, { papers: names.map(({ en }) => en).join(', ') }).en,
  };
}
