import { itemIdsOf } from './command-input';
import { count, input, known, meetsOn, type Entry } from './refusal-entries';
import type { ReviewGuardName } from './review.guards';
import type { Attendance } from './review.types';
import { neededFor, neededPresent, rollOf } from './roll';

/** What the guards of agenda, attendance and ballots say. */
export const sittingRefusals = {
  closingDayFits: input(
    'REVIEW.CLOSING_DAY_WRONG',
    'Hạn gửi phiếu chỉ dành cho lấy ý kiến bằng văn bản và không trước ngày gửi phiếu.',
    'A closing day is for written rounds only and not before the day on which ballots are sent out.',
  ),
  closingDayIsAhead: input(
    'REVIEW.CLOSING_DAY_PAST',
    'Hạn gửi phiếu đã qua nên không ai còn bỏ phiếu được; hãy nêu hạn mới.',
    'The last day for answers has passed, so that nobody could answer; name a new one.',
  ),
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
  casesAreNotHeldUp: input(
    'REVIEW.CASES_HELD_UP',
    'Còn {count} trường hợp chưa xong lấy ý kiến công khai, hiệp y hoặc đang tạm dừng; hãy hoàn tất trước khi trình Hội đồng.',
    'Cases held up by public comment, opinions of other agencies or something pending: {count}; settle that first.',
    count((_, { facts: { heldUpCaseIds = [] } }) => heldUpCaseIds.length),
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
  resumptionIsAhead: input(
    'REVIEW.RESUMPTION_PAST',
    'Ngày họp lại đã qua; hãy chọn ngày khác hoặc để trống.',
    'The day on which the round sits again has passed; choose another one or leave it out.',
  ),
  membersAreAbsent: input(
    'REVIEW.NOT_ABSENT_MEMBERS',
    'Chỉ ghi đến muộn cho thành viên đang vắng mặt, mỗi người một lần.',
    'Late arrivals are of members who are absent, each once.',
  ),
  membersArePresent: input(
    'REVIEW.NOT_PRESENT_MEMBERS',
    'Chỉ ghi về sớm cho thành viên đang dự họp, mỗi người một lần.',
    'Early leavings are of members who are present, each once.',
  ),
  itemsHaveQuorum: input(
    'REVIEW.NO_QUORUM_FOR_ITEM',
    'Nội dung này cần ít nhất {needed} thành viên dự họp, hiện có {present}.',
    'This item needs {needed} members present, {present} are.',
    (context, command) => ({
      needed: neededFor(context, itemIdsOf(command)),
      present: context.roll?.presentIds.length ?? 0,
    }),
  ),
  countersAreEligible: input(
    'REVIEW.COUNTERS_NOT_ELIGIBLE',
    'Ban kiểm phiếu gồm thành viên đang dự họp, không gồm người chủ trì, mỗi người một lần.',
    'The counting committee is of members present who do not preside, each once.',
  ),
  countersAreNamed: known(
    'REVIEW.NO_COUNTERS',
    'Hội đồng yêu cầu có ban kiểm phiếu; hãy bầu ban kiểm phiếu trước.',
    'This council asks for a counting committee; name it first.',
  ),
  signerIsCounter: input(
    'REVIEW.NOT_A_COUNTER',
    'Chỉ thành viên ban kiểm phiếu ký biên bản kiểm phiếu.',
    'Only the counting committee signs the count minutes.',
  ),
  counterHasNotSigned: input(
    'REVIEW.COUNT_ALREADY_SIGNED',
    'Thành viên này đã ký biên bản kiểm phiếu.',
    'This member has signed the count minutes already.',
  ),
  countIsSigned: known(
    'REVIEW.COUNT_UNSIGNED',
    'Biên bản kiểm phiếu mới có {signed} trên {counters} chữ ký của ban kiểm phiếu.',
    'The count minutes have {signed} of the {counters} signatures of the counting committee.',
    ({ counterIds, countSignedBy }) => ({ signed: countSignedBy.length, counters: counterIds.length }),
  ),
  answersAreInTime: known(
    'REVIEW.ANSWERS_CLOSED',
    'Hạn gửi phiếu {answersBy} đã qua.',
    'Answers were due by {answersBy}.',
    ({ answersBy }) => ({ answersBy: answersBy ?? '' }),
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
} satisfies Readonly<Partial<Record<ReviewGuardName, Entry>>>;
