import type { Label } from '../kernel';

/** What each command of the registers of history is called. */
export const HISTORY_COMMANDS = {
  'rating.record': { vi: 'Ghi mức xếp loại của một năm', en: 'Record the rating of a year' },
  'rating.withdraw': { vi: 'Rút mức xếp loại đã ghi sai', en: 'Withdraw a rating' },
  'decisionRecord.enter': {
    vi: 'Nhập quyết định khen thưởng cũ hoặc của nơi khác',
    en: 'Enter an old decision, or one made elsewhere',
  },
  'decisionRecord.addAwards': {
    vi: 'Bổ sung đối tượng của quyết định đã nhập',
    en: 'Add awards of an entered decision',
  },
  'decisionRecord.withdrawAwards': {
    vi: 'Rút kết quả khen thưởng đã nhập sai',
    en: 'Withdraw awards entered by mistake',
  },
  'initiative.record': {
    vi: 'Ghi sáng kiến, đề tài đã được công nhận',
    en: 'Record an initiative or research that was recognised',
  },
  'initiative.use': {
    vi: 'Dùng sáng kiến làm căn cứ cho một đề nghị hoặc danh hiệu',
    en: 'Let an initiative back a case or an award',
  },
  'initiative.release': { vi: 'Thôi dùng sáng kiến làm căn cứ', en: 'Take back what an initiative backs' },
  'initiative.withdraw': { vi: 'Rút sáng kiến đã ghi sai', en: 'Withdraw an initiative' },
  'discipline.record': { vi: 'Ghi hình thức kỷ luật', en: 'Record a disciplinary measure' },
  'discipline.lift': { vi: 'Ghi việc chấm dứt kỷ luật trước hạn', en: 'Record that it was lifted early' },
  'discipline.withdraw': { vi: 'Rút kỷ luật đã ghi sai', en: 'Withdraw a disciplinary record' },
  'violationList.receive': { vi: 'Nhận danh sách vi phạm của cơ quan', en: 'Receive a list of violations' },
  'violationList.confirm': {
    vi: 'Xác nhận người trong danh sách là đối tượng đã biết',
    en: 'Confirm that a row is about a known subject',
  },
  'violationList.dismiss': {
    vi: 'Kết luận không đối tượng nào liên quan đến dòng này',
    en: 'Conclude that no known subject is meant',
  },
  'violationList.erase': { vi: 'Xóa dữ liệu cá nhân của danh sách', en: 'Erase the personal data of a list' },
} as const satisfies Readonly<Record<string, Label>>;
