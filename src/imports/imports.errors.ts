import { fillLabel, type LabelParams } from '../../workflows/kernel';
import type { RowReason } from '../operations';
import type { RefusalText } from '../platform/runner/refusals';
import { IMPORT_LIMITS } from './import-limits';

/** Why a file, or a command on it, is refused. */
export const IMPORT_REFUSALS = {
  notCsv: {
    code: 'IMPORT.NOT_CSV',
    vi: 'Không đọc được tệp từ dòng {line}: hãy kiểm tra dấu ngoặc kép và dấu phân cách',
    en: 'The file cannot be read from line {line} on: look at its quotation marks and delimiters',
  },
  empty: { code: 'IMPORT.EMPTY', vi: 'Tệp không có dòng dữ liệu nào', en: 'The file has no rows' },
  tooManyRows: {
    code: 'IMPORT.TOO_MANY_ROWS',
    vi: `Tệp có quá ${IMPORT_LIMITS.rows} dòng: hãy chia thành nhiều tệp`,
    en: `The file has more than ${IMPORT_LIMITS.rows} rows: split it`,
  },
  tooManyColumns: {
    code: 'IMPORT.TOO_MANY_COLUMNS',
    vi: `Tệp có quá ${IMPORT_LIMITS.columns} cột: hãy bỏ các cột không cần`,
    en: `The file has more than ${IMPORT_LIMITS.columns} columns: leave out what is not needed`,
  },
  unknownHeading: {
    code: 'IMPORT.UNKNOWN_HEADING',
    vi: 'Không biết cột: {headings}. Hãy sửa tên cột hoặc bỏ cột đó',
    en: 'Unknown columns: {headings}. Rename them or leave them out',
  },
  repeatedHeading: {
    code: 'IMPORT.REPEATED_HEADING',
    vi: 'Cột bị lặp: {headings}',
    en: 'Columns that are there twice: {headings}',
  },
  missingHeading: {
    code: 'IMPORT.MISSING_HEADING',
    vi: 'Thiếu cột: {headings}',
    en: 'Columns that are missing: {headings}',
  },
  unknownUnit: {
    code: 'IMPORT.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
  dossierNeeded: {
    code: 'IMPORT.DOSSIER_NEEDED',
    vi: 'Hãy cho biết danh sách này thuộc hồ sơ trình khen nào',
    en: 'Say which dossier the candidates belong to',
  },
  notOpen: {
    code: 'IMPORT.NOT_OPEN',
    vi: 'Tệp này đang được nhập, đã nhập hoặc đã bỏ: hãy kiểm tra lại tệp từ đầu',
    en: 'The file is being applied, was applied or discarded: try it out again',
  },
  notYours: {
    code: 'IMPORT.NOT_YOURS',
    vi: 'Chỉ người đã kiểm tra tệp mới nhập được: hãy tự kiểm tra tệp trước',
    en: 'Only who tried the file out applies it: try it out yourself first',
  },
  applying: {
    code: 'IMPORT.APPLYING',
    vi: 'Tệp đang được nhập hoặc đã bỏ: hãy đợi, hoặc hủy công việc nhập trước',
    en: 'The file is being applied or was discarded: wait, or cancel the work first',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why one row cannot be taken. */
export const ROW_REFUSALS = {
  brokenCharacter: {
    code: 'IMPORT.BROKEN_CHARACTER',
    vi: 'Cột “{column}” có ký tự bị hỏng: hãy lưu tệp dạng UTF-8',
    en: 'The column “{column}” has a broken character: save the file as UTF-8',
  },
  tooLong: {
    code: 'IMPORT.CELL_TOO_LONG',
    vi: `Cột “{column}” dài quá ${IMPORT_LIMITS.cell} ký tự`,
    en: `The column “{column}” has more than ${IMPORT_LIMITS.cell} characters`,
  },
  tooManyCells: {
    code: 'IMPORT.TOO_MANY_CELLS',
    vi: 'Dòng này có nhiều ô hơn số cột',
    en: 'The row has more cells than there are columns',
  },
  invalidCell: { code: 'IMPORT.INVALID_CELL', vi: 'Cột “{column}”: {vi}', en: 'The column “{column}”: {en}' },
  unknownUnitCode: {
    code: 'IMPORT.UNKNOWN_UNIT_CODE',
    vi: 'Không có đơn vị mã “{code}” trong phạm vi của bạn',
    en: 'There is no unit with the code “{code}” within your scope',
  },
  parentRefused: {
    code: 'IMPORT.PARENT_REFUSED',
    vi: 'Đơn vị cấp trên (dòng {row}) không nhận được',
    en: 'The unit above (row {row}) cannot be taken',
  },
  twice: { code: 'IMPORT.TWICE_IN_FILE', vi: 'Trùng với dòng {row}', en: 'The same as row {row}' },
  unknownSubject: {
    code: 'IMPORT.UNKNOWN_SUBJECT',
    vi: 'Chưa có đối tượng này trong phạm vi của bạn: hãy thêm trước',
    en: 'There is no such subject within your scope: add it first',
  },
  ambiguousSubject: {
    code: 'IMPORT.AMBIGUOUS_SUBJECT',
    vi: 'Có {count} đối tượng như vậy: hãy ghi thêm số định danh, ngày sinh hoặc mã đơn vị',
    en: 'There are {count} such subjects: add an identity number, a birthday or the code of the unit',
  },
  unknownTier: {
    code: 'IMPORT.UNKNOWN_TIER',
    vi: 'Bộ quy tắc không có danh hiệu, hình thức “{tier}”: hãy sửa lại, hoặc ghi thêm hệ và loại để nhập bằng tên',
    en: 'The rulebooks have no tier “{tier}”: mend it, or add the family and the kind to enter it by its name',
  },
  ambiguousTier: {
    code: 'IMPORT.AMBIGUOUS_TIER',
    vi: '“{tier}” có thể là: {codes}. Hãy ghi mã danh hiệu, hình thức',
    en: '“{tier}” may be: {codes}. Give the code of the tier',
  },
  badPeriod: {
    code: 'IMPORT.BAD_PERIOD',
    vi: 'Thời gian lập thành tích phải có ngày đầu, ngày cuối theo đúng thứ tự',
    en: 'The achievement period needs both days, in order',
  },
  futureDecision: {
    code: 'IMPORT.DECISION_IN_FUTURE',
    vi: 'Ngày quyết định không được sau hôm nay',
    en: 'The decision cannot be of a day to come',
  },
  coAuthor: { code: 'IMPORT.CO_AUTHOR', vi: 'Đồng tác giả “{name}”: {vi}', en: 'The co-author “{name}”: {en}' },
  unknownInitiative: {
    code: 'IMPORT.UNKNOWN_INITIATIVE',
    vi: 'Đối tượng không là tác giả của sáng kiến nào có tên này: hãy nhập sáng kiến trước',
    en: 'The subject is no author of an initiative of this title: bring in the initiative first',
  },
  ambiguousInitiative: {
    code: 'IMPORT.AMBIGUOUS_INITIATIVE',
    vi: 'Có {count} sáng kiến như vậy: hãy ghi thêm ngày công nhận',
    en: 'There are {count} such initiatives: add the day on which it was recognised',
  },
  unknownAward: {
    code: 'IMPORT.UNKNOWN_AWARD',
    vi: 'Đối tượng không có kết quả khen thưởng này theo quyết định đã ghi: hãy nhập quyết định trước',
    en: 'The subject has no such award by this decision: bring in the decision first',
  },
  initiativeUsed: {
    code: 'IMPORT.INITIATIVE_USED',
    vi: 'Sáng kiến đã là căn cứ cho một danh hiệu: nếu vẫn dùng, hãy ghi lý do',
    en: 'The initiative backs a title already: to use it once more, give the reason',
  },
  numberElsewhere: {
    code: 'IMPORT.NATIONAL_ID_ELSEWHERE',
    vi: 'Số định danh này thuộc về người do đơn vị khác quản lý',
    en: 'The identity number is that of somebody kept by another unit',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The reason of an entry, with its values filled in. */
export function reason({ code, vi, en }: RefusalText, params: LabelParams = {}): RowReason {
  return { code, message: fillLabel({ vi, en }, params) };
}
