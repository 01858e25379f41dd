import { fillLabel, type Refusal } from '../../../workflows/kernel';
import { refusal, type RefusalText } from '../../platform/runner/refusals';

/** Why an entry of an old decision is refused. `{lines}` are the places of the awards in the list, from 1. */
export const DECISION_RECORD_REFUSALS = {
  unknownSubject: {
    code: 'DECISION_RECORD.UNKNOWN_SUBJECT',
    vi: 'Không có đối tượng này trong phạm vi của bạn: dòng {lines}.',
    en: 'There is no such subject within your scope: line {lines}.',
  },
  tierOrName: {
    code: 'DECISION_RECORD.TIER_OR_NAME',
    vi: 'Hãy ghi mã danh hiệu, hoặc tên kèm hệ (Nhà nước, Đảng) và loại: dòng {lines}.',
    en: 'Give the code of a tier, or a name with its family and kind: line {lines}.',
  },
  unknownTier: {
    code: 'DECISION_RECORD.UNKNOWN_TIER',
    vi: 'Bộ quy tắc không có mã danh hiệu, hình thức này: dòng {lines}; hãy ghi bằng tên.',
    en: 'The rulebooks have no tier of this code: line {lines}; enter it by its name.',
  },
  badPeriod: {
    code: 'DECISION_RECORD.BAD_PERIOD',
    vi: 'Thời gian lập thành tích phải có ngày đầu, ngày cuối theo đúng thứ tự: dòng {lines}.',
    en: 'The achievement period needs both days, in order: line {lines}.',
  },
  listedTwice: {
    code: 'DECISION_RECORD.LISTED_TWICE',
    vi: 'Một đối tượng được ghi hai lần cùng một danh hiệu, hình thức: dòng {lines}.',
    en: 'A subject is listed twice with one tier: line {lines}.',
  },
  alreadyRecorded: {
    code: 'DECISION_RECORD.ALREADY_RECORDED',
    vi: 'Kết quả của quyết định này đã được nhập cho đối tượng: dòng {lines}.',
    en: 'This award by this decision is on record already: line {lines}.',
  },
  decidedHere: {
    code: 'DECISION_RECORD.DECIDED_HERE',
    vi: 'Kết quả này đã có từ hồ sơ xét trên hệ thống, không nhập lại: dòng {lines}.',
    en: 'A case of this system has ended in this award: do not enter it again: line {lines}.',
  },
  issuedInFuture: {
    code: 'DECISION_RECORD.ISSUED_IN_FUTURE',
    vi: 'Ngày ban hành không được sau hôm nay.',
    en: 'The decision cannot be of a day to come.',
  },
  notOnRecord: {
    code: 'DECISION_RECORD.NOT_ON_RECORD',
    vi: 'Có kết quả không thuộc quyết định này hoặc đã được rút.',
    en: 'Some of these awards are not of this decision or were withdrawn already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The refusal with the lines that it is about; none when there are no such lines. */
export function refusedLines(entry: RefusalText, lines: readonly number[]): readonly Refusal[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 20).join(', ') + (lines.length > 20 ? ', …' : '');
  const { code, message } = refusal(entry);
  return [{ code, message: fillLabel(message, { lines: shown }) }];
}
