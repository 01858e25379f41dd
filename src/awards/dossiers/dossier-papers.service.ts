import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type Refusal } from '../../../workflows/kernel';
import type { RowReader } from '../../platform/persistence';
import { rulesDayOf } from '../cases/rules-day';
import { TierRules } from '../cases/tier-rules';
import type { DossierRecord } from './dossier';
import { checklistItems, checklistRefusals, type ChecklistItem } from './dossier-checklist';
import { readNominations, readRulesOwner } from './dossier-papers.repository';
import { ageWarnings, paperWarnings, type DossierWarning } from './dossier-warnings';

/** What the rules ask of the papers of a dossier. */
export interface PapersOfDossier {
  readonly checklist: readonly ChecklistItem[];
  /** Why it is not complete. */
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly DossierWarning[];
}

/** Compares the papers of a dossier with the checklists of its tiers, by the rules of the day of its submission. */
@Injectable()
export class DossierPapers {
  constructor(private readonly tiers: TierRules) {}

  /** With a few statements, however many cases there are. */
  async of(rows: RowReader, dossier: DossierRecord, at: Instant): Promise<PapersOfDossier> {
    const alike = await readNominations(rows, dossier.id);
    const rules = await this.tiers.of(rows, await readRulesOwner(rows, dossier.id));
    const on = rulesDayOf(dossier, localDateOf(at));
    // The simple procedure has papers of its own, a letter and a summary report (Law 06/2022/QH15, article 85).
    const tiers = [...new Set(alike.flatMap(({ tier, isSimple }) => (isSimple === 1 ? [] : [tier])))];
    const checklist = checklistItems(tiers, dossier.papers, (tier) => rules.checklistOf(tier, on));
    const warnings = [...paperWarnings(checklist), ...ageWarnings(alike, rules, on)];
    return { checklist, refusals: checklistRefusals(checklist), warnings };
  }
}
