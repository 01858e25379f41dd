import type { Label } from '../kernel';
import type { ReviewCommand } from './review.types';

/** Words for the states and commands of a review round. */
export const reviewLabels: {
  readonly states: Readonly<Record<string, Label>>;
  readonly commands: Readonly<Record<ReviewCommand['type'], Label>>;
} = {
  states: {
    scheduled: { vi: 'Đã lên lịch họp', en: 'Scheduled' },
    postponed: { vi: 'Đã lùi lịch họp', en: 'Postponed' },
    convened: { vi: 'Đang họp', en: 'Convened' },
    voting: { vi: 'Đang bỏ phiếu / biểu quyết', en: 'Voting' },
    awaitingWritten: { vi: 'Chờ ý kiến bằng văn bản', en: 'Awaiting written opinions' },
    counted: { vi: 'Đã kiểm phiếu', en: 'Counted' },
    minuted: { vi: 'Đã lập biên bản', en: 'Minuted' },
    closed: { vi: 'Kết thúc phiên họp', en: 'Closed' },
    adjourned: { vi: 'Hoãn họp (không đủ thành viên)', en: 'Adjourned' },
    'adjourned.convened': { vi: 'Hoãn họp (khi chưa bỏ phiếu)', en: 'Adjourned before the vote' },
    'adjourned.voting': { vi: 'Hoãn họp (khi đang bỏ phiếu)', en: 'Adjourned during the vote' },
    cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  },
  commands: {
    'review.schedule': { vi: 'Lên lịch', en: 'Schedule' },
    'review.putOnAgenda': { vi: 'Đưa vào chương trình', en: 'Put on the agenda' },
    'review.takeOff': { vi: 'Đưa ra khỏi chương trình', en: 'Take off the agenda' },
    'review.postpone': { vi: 'Lùi lịch họp', en: 'Postpone' },
    'review.reschedule': { vi: 'Lên lịch lại', en: 'Reschedule' },
    'review.convene': { vi: 'Khai mạc, chốt thành viên dự họp', en: 'Convene and fix the roll' },
    'review.reconvene': { vi: 'Họp lại, chốt thành viên dự họp', en: 'Reconvene and fix the roll' },
    'review.arrive': { vi: 'Ghi thành viên đến muộn', en: 'Record late arrivals' },
    'review.leave': { vi: 'Ghi thành viên về sớm', en: 'Record early leavings' },
    'review.nameCounters': { vi: 'Bầu ban kiểm phiếu', en: 'Name the counting committee' },
    'review.declareConflict': { vi: 'Khai xung đột lợi ích', en: 'Declare a conflict of interest' },
    'review.openBallot': { vi: 'Bắt đầu bỏ phiếu', en: 'Open the ballot' },
    'review.cast': { vi: 'Bỏ phiếu', en: 'Cast a vote' },
    'review.closeBallot': { vi: 'Kết thúc bỏ phiếu', en: 'Close the ballot' },
    'review.awaitWritten': { vi: 'Chờ ý kiến bằng văn bản', en: 'Wait for written opinions' },
    'review.receiveWritten': { vi: 'Nhận ý kiến bằng văn bản', en: 'Receive a written opinion' },
    'review.count': { vi: 'Kiểm phiếu', en: 'Count' },
    'review.revote': { vi: 'Bỏ phiếu lại', en: 'Vote again' },
    'review.recordPaper': { vi: 'Ghi nhận kết quả họp giấy', en: 'Record the results of a paper meeting' },
    'review.stepDown': { vi: 'Đề nghị hạ mức khen', en: 'Recommend a lower tier' },
    'review.declare': { vi: 'Nêu ý kiến của người chủ trì', en: 'Declare the view of the chair' },
    'review.breakTie': { vi: 'Bỏ phiếu lại để chọn chỉ tiêu cuối', en: 'Vote again for the last place' },
    'review.decideTie': { vi: 'Chủ tịch quyết định khi ngang phiếu', en: 'Decide a tie as the chair' },
    'review.allotPlaces': { vi: 'Xếp chỉ tiêu và danh sách chờ', en: 'Allot places and waiting list' },
    'review.signCount': { vi: 'Ký biên bản kiểm phiếu', en: 'Sign the count minutes' },
    'review.minute': { vi: 'Lập biên bản', en: 'Draw up the minutes' },
    'review.sign': { vi: 'Ký biên bản', en: 'Sign the minutes' },
    'review.close': { vi: 'Bế mạc', en: 'Close' },
    'review.adjourn': { vi: 'Hoãn họp', en: 'Adjourn' },
    'review.cancel': { vi: 'Hủy phiên họp', en: 'Cancel' },
  },
};
