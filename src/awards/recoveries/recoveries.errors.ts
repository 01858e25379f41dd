import type { RefusalText } from '../../platform/runner/refusals';

/** Why a note on a recovery is refused. */
export const RECOVERY_REFUSALS = {
  inTheFuture: {
    code: 'RECOVERY.IN_THE_FUTURE',
    vi: 'Ngày thu hồi không được ở tương lai.',
    en: 'Nothing is recovered on a future day.',
  },
  beforeRevocation: {
    code: 'RECOVERY.BEFORE_REVOCATION',
    vi: 'Ngày thu hồi phải từ ngày hủy tặng thưởng trở đi.',
    en: 'Nothing is recovered before the award was revoked.',
  },
  artefactNotDue: {
    code: 'RECOVERY.ARTEFACT_NOT_DUE',
    vi: 'Không có hiện vật phải thu hồi, hoặc hiện vật đã được thu hồi.',
    en: 'There is no artefact to come back, or it has come back already.',
  },
  moreThanDue: {
    code: 'RECOVERY.MORE_THAN_DUE',
    vi: 'Số tiền thu hồi phải lớn hơn 0 và không vượt quá số còn phải thu hồi.',
    en: 'The amount must be above 0 and at most what is still due.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
