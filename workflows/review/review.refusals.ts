import type { RefusalEntry } from '../kernel';
import type { ReviewGuardName } from './review.guards';
import type { Attendance, ReviewCommand, ReviewContext } from './review.types';
import { agendaOf, neededPresent, rollOf } from './roll';

type Entry = RefusalEntry<ReviewContext, ReviewCommand>;

const known = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code,
  message: { vi, en },
  ...(params ? { params } : {}),
});

const input = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  ...known(code, vi, en, params),
  needsInput: true,
});

const meetsOn: Entry['params'] = (context) => ({ meetsOn: context.meetsOn });

const count = (of: (context: ReviewContext, command: ReviewCommand) => number): Entry['params'] => {
  return (context, command) => ({ count: of(context, command) });
};

/** What each guard of a review round says when it does not hold: one entry per guard. */
export const reviewRefusals: Readonly<Record<ReviewGuardName, Entry>> = {
  itemsAreNew: input(
    'REVIEW.ITEMS_NOT_NEW',
    'Hãy nêu ít nhất một nội dung, mỗi nội dung một lần và chưa có trong chương trình.',
    'Name at least one item, each once and none that the round has had already.',
  ),
  casesAreNotOnTheAgenda: input(
    'REVIEW.CASE_ON_AGENDA',
    'Có trường hợp bị nêu hai lần hoặc đã có trong chương trình phiên họp này.',
    'A case is named twice or is on the agenda of this round already.',
  ),
  casesAreListed: input(
    'REVIEW.CASES_NOT_LISTED',
    'Còn {count} trường hợp chưa được tổng hợp trình Hội đồng; hãy tổng hợp trước.',
    'Cases not listed for the council yet: {count}; list them first.',
    count((_, command) => command.facts.unlistedCaseIds.length),
  ),
  itemsHaveARule: input(
    'REVIEW.NO_VOTING_RULE',
    'Bộ quy tắc chưa quy định cách biểu quyết cho mọi nội dung được nêu; hãy bổ sung quy tắc.',
    'The rulebook does not say how to vote on every item named; add the rule first.',
  ),
  itemsAreWaiting: input(
    'REVIEW.ITEMS_NOT_WAITING',
    'Chỉ chọn những nội dung trong chương trình chưa được bỏ phiếu.',
    'Choose items of the agenda that have not been voted on.',
  ),
  itemsAreOpen: input(
    'REVIEW.ITEMS_NOT_OPEN',
    'Chỉ chọn những nội dung đang bỏ phiếu.',
    'Choose items whose ballot is open.',
  ),
  itemsAreCounted: input(
    'REVIEW.ITEMS_NOT_COUNTED',
    'Chỉ chọn những nội dung đã kiểm phiếu.',
    'Choose items that have been counted.',
  ),
  itemsAreVotedHere: input(
    'REVIEW.VOTED_ON_PAPER',
    'Nội dung này bỏ phiếu giấy; hãy ghi nhận kết quả từ biên bản kiểm phiếu.',
    'This item is voted on paper; record its result from the count minutes.',
  ),
  reasonIsGiven: input('REVIEW.REASON_MISSING', 'Hãy nêu lý do.', 'Give a reason.'),
  revoteIsJustified: input(
    'REVIEW.REVOTE_NOT_JUSTIFIED',
    'Chỉ bỏ phiếu lại khi số phiếu ngang nhau; trường hợp khác hãy nêu lý do.',
    'A vote is taken again when it is a tie; otherwise give a reason.',
  ),
  newDayIsAhead: input('REVIEW.NEW_DAY_PAST', 'Ngày họp mới đã qua.', 'The new day has passed already.'),
  meetingDayHasCome: known(
    'REVIEW.TOO_EARLY',
    'Phiên họp được lên lịch ngày {meetsOn}; hãy đợi đến ngày đó hoặc đổi lịch.',
    'The round meets on {meetsOn}; wait for that day or reschedule it.',
    meetsOn,
  ),
  agendaHasItems: known(
    'REVIEW.AGENDA_EMPTY',
    'Chương trình phiên họp chưa có nội dung nào.',
    'The agenda has no items.',
  ),
  attendanceIsOfMembers: input(
    'REVIEW.NOT_MEMBERS',
    'Chỉ điểm danh thành viên đương nhiệm của Hội đồng, mỗi người một lần.',
    'Attendance names present members of the council only, each once.',
  ),
  quorumIsPresent: input(
    'REVIEW.NO_QUORUM',
    'Phiên họp cần ít nhất {needed} trên {members} thành viên dự họp, mới có {present}; hãy hoãn họp nếu không đủ.',
    'The round needs {needed} of {members} members, {present} are present; adjourn it if no more come.',
    (context, command) => ({
      needed: neededPresent(context, command.facts),
      members: command.facts.members.length,
      present: rollOf(context.kind, command.facts.members, command.input as Attendance).presentIds.length,
    }),
  ),
  chairIsPresent: input(
    'REVIEW.NO_CHAIR',
    'Không có Chủ tịch hoặc Phó Chủ tịch Hội đồng dự họp để chủ trì.',
    'Neither the chair nor a vice chair is present to preside.',
  ),
  chairIsFree: input(
    'REVIEW.CHAIR_CONFLICTED',
    'Mọi người có thể chủ trì đều có xung đột lợi ích với nội dung này; hãy tách nội dung hoặc đưa ra khỏi chương trình.',
    'Everybody who could preside has a conflict of interest here; open the items apart or take one off.',
  ),
  itemIsOnTheAgenda: input(
    'REVIEW.NOT_ON_AGENDA',
    'Nội dung này không có trong chương trình phiên họp.',
    'This item is not on the agenda.',
  ),
  itemIsNotVotedOn: input(
    'REVIEW.VOTE_BEGUN',
    'Nội dung này đã bắt đầu bỏ phiếu; xung đột lợi ích phải khai trước khi bỏ phiếu.',
    'The vote on this item has begun; a conflict of interest is declared before it.',
  ),
  itemIsOpen: input(
    'REVIEW.BALLOT_NOT_OPEN',
    'Nội dung này không mở bỏ phiếu.',
    'The ballot on this item is not open.',
  ),
  itemTakesWritten: input(
    'REVIEW.NO_WRITTEN_OPINIONS',
    'Nội dung này không lấy ý kiến bằng văn bản.',
    'No written opinions are taken on this item.',
  ),
  memberIsOnTheRoll: input(
    'REVIEW.NOT_ON_ROLL',
    'Người này không có trong danh sách thành viên bỏ phiếu của phiên họp.',
    'This person is not on the roll of the round.',
  ),
  memberIsPresent: input(
    'REVIEW.NOT_PRESENT',
    'Thành viên này không dự họp nên không bỏ phiếu được.',
    'This member is absent and cannot vote in the sitting.',
  ),
  memberIsAbsent: input(
    'REVIEW.NOT_ABSENT',
    'Thành viên này có dự họp; ý kiến bằng văn bản chỉ dành cho thành viên vắng mặt.',
    'This member is present; written opinions are for members who are absent.',
  ),
  memberHasNoConflict: input(
    'REVIEW.CONFLICT_OF_INTEREST',
    'Thành viên này có xung đột lợi ích với nội dung này.',
    'This member has a conflict of interest on this item.',
  ),
  memberHasNotVoted: input(
    'REVIEW.ALREADY_VOTED',
    'Thành viên này đã bỏ phiếu nội dung này.',
    'This member has voted on this item already.',
  ),
  noBallotIsOpen: known(
    'REVIEW.BALLOT_OPEN',
    'Còn {count} nội dung đang bỏ phiếu; hãy kết thúc bỏ phiếu trước.',
    'Ballots still open: {count}; close them first.',
    count((context) => agendaOf(context).filter(([, item]) => item.status === 'open').length),
  ),
  everyItemIsVotedOn: known(
    'REVIEW.ITEMS_NOT_VOTED',
    'Còn {count} nội dung chưa bỏ phiếu xong; hãy bỏ phiếu hoặc đưa ra khỏi chương trình.',
    'Items not voted on yet: {count}; vote on them or take them off.',
    count((context) => agendaOf(context).filter(([, { status }]) => status === 'waiting' || status === 'open').length),
  ),
  writtenIsAwaited: known(
    'REVIEW.NO_WRITTEN_AWAITED',
    'Không có thành viên vắng mặt nào được gửi ý kiến bằng văn bản; hãy kiểm phiếu.',
    'No absent member may send a written opinion; go on to the count.',
  ),
  noWrittenIsAwaited: known(
    'REVIEW.WRITTEN_AWAITED',
    'Còn thành viên vắng mặt được gửi ý kiến bằng văn bản; hãy chuyển sang chờ ý kiến trước khi kiểm phiếu.',
    'Absent members may send written opinions; wait for them before the count.',
  ),
  boxesAreCounted: input(
    'REVIEW.COUNT_MISSING',
    'Chưa có kết quả kiểm phiếu cho mọi nội dung.',
    'Not every item has its count.',
  ),
  paperItemsAreRecordable: input(
    'REVIEW.NOT_RECORDABLE',
    'Chỉ ghi nhận kết quả giấy cho nội dung chưa bỏ phiếu hoặc đã ghi nhận từ giấy.',
    'Paper results are recorded for items not voted on, or recorded from paper before.',
  ),
  paperCoversTheAgenda: input(
    'REVIEW.PAPER_INCOMPLETE',
    'Biên bản kiểm phiếu chưa có đủ mọi nội dung của chương trình; hãy ghi thêm hoặc đưa nội dung ra khỏi chương trình.',
    'The count minutes do not cover the agenda; add the missing items or take them off.',
  ),
  countsAddUp: input(
    'REVIEW.COUNT_DOES_NOT_ADD_UP',
    'Số phiếu không khớp: phiếu thu về không quá phiếu phát ra; hợp lệ cộng không hợp lệ bằng thu về; đồng ý, không đồng ý và ý kiến khác cộng lại bằng hợp lệ.',
    'The count does not add up: at most as many ballots returned as issued, valid and invalid make the returned ones, and in favour, against and abstained make the valid ones.',
  ),
  countsFitTheRoll: input(
    'REVIEW.COUNT_EXCEEDS_ROLL',
    'Số phiếu phát ra hoặc số ý kiến bằng văn bản nhiều hơn số thành viên được bỏ phiếu.',
    'More ballots or written opinions than members who may vote.',
  ),
  minutesFollowTheMeeting: input(
    'REVIEW.MINUTES_BEFORE_MEETING',
    'Biên bản không thể lập trước ngày họp {meetsOn}.',
    'The minutes cannot be older than the meeting of {meetsOn}.',
    meetsOn,
  ),
  minutesAreNotInTheFuture: input(
    'REVIEW.MINUTES_IN_THE_FUTURE',
    'Ngày lập biên bản không được ở tương lai.',
    'The minutes cannot be dated on a future day.',
  ),
  signerIsEntitled: input(
    'REVIEW.NOT_A_SIGNER',
    'Chỉ người chủ trì và thư ký phiên họp ký biên bản.',
    'Only those who presided and the secretary sign the minutes.',
  ),
  memberHasNotSigned: input(
    'REVIEW.ALREADY_SIGNED',
    'Thành viên này đã ký biên bản.',
    'This member has signed the minutes already.',
  ),
  minutesAreSigned: known(
    'REVIEW.MINUTES_UNSIGNED',
    'Biên bản chưa có đủ chữ ký của người chủ trì và thư ký.',
    'The minutes still need the signatures of the chair and the secretary.',
  ),
};
