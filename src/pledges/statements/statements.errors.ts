import type { RefusalText } from '../../platform/runner/refusals';

/** Why a statement of results is refused. */
export const STATEMENT_REFUSALS = {
  notInCampaign: {
    code: 'STATEMENT.UNIT_NOT_IN_CAMPAIGN',
    vi: 'Đơn vị không phát động và không tham gia phong trào này.',
    en: 'The unit neither issues the campaign nor takes part in it.',
  },
  cannotBe: {
    code: 'STATEMENT.NUMBERS_CANNOT_BE',
    vi: 'Số chỉ tiêu vượt không được lớn hơn số đạt, số đạt không được lớn hơn tổng số.',
    en: 'No more can be exceeded than reached, and no more reached than there are.',
  },
  fromTheFuture: {
    code: 'STATEMENT.FROM_THE_FUTURE',
    vi: 'Ngày chốt số liệu chưa đến.',
    en: 'The day up to which the statement counts is still to come.',
  },
  withdrawn: {
    code: 'STATEMENT.ALREADY_WITHDRAWN',
    vi: 'Báo cáo tổng hợp này đã được rút.',
    en: 'The statement has been withdrawn already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
