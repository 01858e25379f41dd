import type { CommandForm } from '../../platform/runner/feature-commands';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import type { DossierCommand } from './dossier-states';
import { AddPaperRequest, DraftDossierRequest } from './dto/dossier.request';

/** The form of every command on a dossier. */
export const dossierForms: Readonly<Record<DossierCommand | 'dossier.draft', CommandForm>> = {
  'dossier.draft': { input: DraftDossierRequest, opens: true },
  'dossier.addPaper': { input: AddPaperRequest, texts: ['title'] },
  'dossier.submit': { input: NoInput },
  'dossier.receive': { input: NoInput },
  'dossier.markComplete': { input: NoInput },
  'dossier.return': { input: ReasonRequest, texts: ['reason'] },
};
