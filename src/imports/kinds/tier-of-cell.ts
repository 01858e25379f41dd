import { wordOfCell } from '../../../workflows/import';
import { foldText } from '../../../workflows/kernel';
import type { RowReason } from '../../operations';
import type { RulebooksService } from '../../rulebooks';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { AWARD_KIND_WORDS, FAMILY_WORDS } from './words';

/** What a table says of a tier. */
export interface TierCells {
  readonly tier?: string;
  readonly family?: string;
  readonly kind?: string;
}

/** A tier by its code, or by a name that the rulebooks do not have; or why neither. */
export interface TierOfRow {
  readonly said: Readonly<Partial<Record<'tier' | 'tierName' | 'family' | 'kind', string>>>;
  readonly reasons: readonly RowReason[];
}

/**
 * Reads tiers as old tables write them: by the code, by the legal name or by an alias of any rulebook of the release. What
 * the family says decides between two of one name; with a family and a kind an unknown name is taken as it is.
 */
export function tierReader(rulebooks: RulebooksService): (cells: TierCells) => TierOfRow {
  const families = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  for (const { code, name, aliases, family } of rulebooks.release().rulebooks.flatMap(({ tiers }) => tiers)) {
    families.set(code, family);
    for (const each of [name.vi, name.en, ...aliases].map((text) => foldText(text))) {
      byName.set(each, (byName.get(each) ?? new Set()).add(code));
    }
  }
  return ({ tier = '', family, kind }) => {
    if (families.has(tier)) return { said: { tier }, reasons: [] };
    const word = family && wordOfCell(family, FAMILY_WORDS);
    const codes = [...(byName.get(foldText(tier)) ?? [])].filter((code) => !word || families.get(code) === word);
    const [code] = codes;
    if (code !== undefined && codes.length === 1) return { said: { tier: code }, reasons: [] };
    if (code !== undefined) return refusedAs(reason(ROW_REFUSALS.ambiguousTier, { tier, codes: codes.join(', ') }));
    if (!word || !kind) return refusedAs(reason(ROW_REFUSALS.unknownTier, { tier: tier.slice(0, 100) }));
    return { said: { tierName: tier, family: word, kind: wordOfCell(kind, AWARD_KIND_WORDS) }, reasons: [] };
  };
}

function refusedAs(why: RowReason): TierOfRow {
  return { said: {}, reasons: [why] };
}
