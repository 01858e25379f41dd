import type { StatementFault } from '../../workflows/tally';
import { fillLabel, type Refusal } from '../../workflows/kernel';
import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of a published statement is refused. */
export const STATEMENT_REFUSALS = {
  unknownUnit: {
    code: 'STATEMENT.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác.',
    en: 'There is no such unit within your scope: choose another one.',
  },
  unknownCampaign: {
    code: 'STATEMENT.UNKNOWN_CAMPAIGN',
    vi: 'Không có phong trào thi đua này trong phạm vi của bạn: hãy chọn phong trào khác.',
    en: 'There is no such campaign within your scope: choose another one.',
  },
  withdrawn: {
    code: 'STATEMENT.WITHDRAWN',
    vi: 'Bản công bố này đã được rút lại: hãy nhập một bản mới.',
    en: 'This statement was withdrawn: enter a new one.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** What each fault of the content says. */
export const STATEMENT_FAULTS: Readonly<Record<StatementFault['kind'], RefusalText>> = {
  codeRepeated: {
    code: 'STATEMENT.CODE_REPEATED',
    vi: 'Mã "{code}" được dùng nhiều lần: mỗi số liệu, danh sách, thời gian cần một mã riêng.',
    en: 'The code "{code}" is used more than once: each figure, list and period needs its own.',
  },
  figureUnknown: {
    code: 'STATEMENT.FIGURE_UNKNOWN',
    vi: '"{code}" nhắc đến số liệu "{named}" không có trong bản này: hãy thêm số liệu đó hoặc sửa mã.',
    en: '"{code}" names the figure "{named}", which is not there: add it or correct the code.',
  },
  partOfItself: {
    code: 'STATEMENT.PART_OF_ITSELF',
    vi: '"{code}" không thể là một phần của chính nó: hãy bỏ mã này khỏi các phần.',
    en: '"{code}" cannot be a part of itself: leave it out of its parts.',
  },
  endsBeforeStart: {
    code: 'STATEMENT.ENDS_BEFORE_START',
    vi: 'Ngày cuối của "{code}" phải từ ngày đầu trở đi.',
    en: 'The last day of "{code}" must not be before the first one.',
  },
};

/** What is to be mended before a statement can be kept. */
export function faultRefusal(fault: StatementFault): Refusal {
  const { code, vi, en } = STATEMENT_FAULTS[fault.kind];
  const named = fault.kind === 'figureUnknown' ? fault.named : '';
  return { code, message: fillLabel({ vi, en }, { code: fault.code, named }) };
}
