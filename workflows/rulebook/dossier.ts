import type { ChecklistRule, TermRule } from './dossier.types';
import { tierOf } from './lookup';
import type { GovernmentLevel, Rulebook } from './rulebook.types';

/** What a dossier of the tier must hold: its own checklist, or that of its kind. Undefined where no text is known. */
export function checklistOf(rulebook: Rulebook, code: string): ChecklistRule | undefined {
  const tier = tierOf(rulebook, code);
  if (!tier || tier.family === 'party') return undefined;
  return tier.checklist ?? rulebook.checklists?.[tier.kind];
}

/**
 * How long something takes at a level for a tier: the tier's own terms first, then those of the rulebook; of each those that
 * name the level before those that name none. More than one where the rule tells cases apart (`onlyIf`).
 */
export function termsOf(
  rulebook: Rulebook,
  code: string,
  { of, level }: { readonly of: TermRule['of']; readonly level: GovernmentLevel },
): readonly TermRule[] {
  const tier = tierOf(rulebook, code);
  if (!tier || tier.family === 'party') return [];
  const groups = [tier.terms ?? [], rulebook.terms ?? []].flatMap((terms) => {
    const ofIt = terms.filter((term) => term.of === of);
    return [ofIt.filter((term) => term.level === level), ofIt.filter((term) => (term.level ?? null) === null)];
  });
  return groups.find((terms) => terms.length > 0) ?? [];
}
