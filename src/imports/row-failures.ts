import type { RowReason } from '../operations';

/** Why a row comes to nothing although nobody refuses it. */
export const ROW_FAILURES = {
  gone: {
    code: 'IMPORT.GONE',
    message: {
      vi: 'Dữ liệu mà dòng này dựa vào không còn nữa: hãy kiểm tra lại tệp',
      en: 'What the row builds on is not there any more: try the file out again',
    },
  },
  invalid: {
    code: 'IMPORT.INVALID_ROW',
    message: {
      vi: 'Dòng này không còn hợp lệ: hãy kiểm tra lại tệp',
      en: 'The row is not valid any more: try it again',
    },
  },
  forbidden: {
    code: 'IMPORT.FORBIDDEN',
    message: {
      vi: 'Vị trí công tác của bạn không còn cho phép thêm dòng này',
      en: 'Your seats do not allow you any more to add this row',
    },
  },
} as const satisfies Readonly<Record<string, RowReason>>;
