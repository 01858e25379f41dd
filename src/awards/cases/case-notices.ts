import type { Label } from '../../../workflows/kernel';
import type { RecipientQuery } from '../../reminders';
import type { DossierState } from '../dossiers/dossier-states';
import type { CaseUnits } from './case-units.repository';

/** What users are told of a case. */
export type CaseNotice = 'award.submitted' | 'award.returned' | 'decision.corrected';

/** Who is told what. */
export interface NoticeRule {
  readonly recipient: RecipientQuery['recipient'];
  /** Whose seats: of the unit that submitted the case, or of the one that receives it. */
  readonly unitPathOf: (units: CaseUnits) => string;
  readonly message: Label;
  /** In this state of the dossier all its cases move together, and one notice tells of all. */
  readonly together?: { readonly state: DossierState; readonly kind: string; readonly message: Label };
}

// Names of people stay out: a notice is kept, and a person may be erased.
export const CASE_NOTICES: Readonly<Record<CaseNotice, NoticeRule>> = {
  'award.submitted': {
    recipient: 'standingOffice',
    unitPathOf: ({ authorityPath }) => authorityPath,
    message: {
      vi: 'Một trường hợp đề nghị khen thưởng vừa được trình lại, chờ tiếp nhận.',
      en: 'A case has been submitted again and awaits reception.',
    },
    together: {
      state: 'submitted',
      kind: 'dossier.submitted',
      message: {
        vi: 'Có hồ sơ trình khen mới, chờ tiếp nhận.',
        en: 'A dossier has been submitted and awaits reception.',
      },
    },
  },
  'award.returned': {
    recipient: 'unitOfficer',
    unitPathOf: ({ unitPath }) => unitPath,
    message: {
      vi: 'Một trường hợp đề nghị khen thưởng bị trả lại; hãy xem lý do và bổ sung.',
      en: 'A case was returned; see the reason and complete it.',
    },
    together: {
      state: 'returned',
      kind: 'dossier.returned',
      message: {
        vi: 'Hồ sơ trình khen bị trả lại; hãy xem lý do và bổ sung.',
        en: 'The dossier was returned; see the reason and complete it.',
      },
    },
  },
  'decision.corrected': {
    recipient: 'unitOfficer',
    unitPathOf: ({ unitPath }) => unitPath,
    message: {
      vi: 'Quyết định khen thưởng đã được đính chính đối với một trường hợp của đơn vị.',
      en: 'The decision on a case of the unit has been corrected.',
    },
  },
};
