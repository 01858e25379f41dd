import { allotments } from './places';
import { count, excess, figures, input, known, type Entry } from './refusal-entries';
import type { ReviewGuardName } from './review.guards';
import { isForPaper, isVotedOn } from './review.guards';
import { agendaOf, metOn } from './roll';

/** What the guards of counts, places and minutes say. */
export const resultRefusals = {
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
    count((context) => agendaOf(context).filter(([, item]) => !isVotedOn(item) && !isForPaper(item)).length),
  ),
  everyItemIsCounted: known(
    'REVIEW.RESULTS_MISSING',
    'Còn {count} nội dung chưa có kết quả; hãy ghi nhận từ biên bản kiểm phiếu hoặc đưa ra khỏi chương trình.',
    'Items without a result: {count}; record them from their count minutes or take them off.',
    count((context) => agendaOf(context).filter(([, { status }]) => status !== 'counted').length),
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
  noMoreReturnedThanIssued: input(
    'REVIEW.MORE_RETURNED_THAN_ISSUED',
    'Số phiếu thu về {left} nhiều hơn số phiếu phát ra {right}.',
    'More ballots were returned, {left}, than issued, {right}.',
    figures(
      (count) => [count.returned, count.issued],
      (left, right) => left <= right,
    ),
  ),
  heapsMakeTheReturned: input(
    'REVIEW.HEAPS_DO_NOT_MAKE_RETURNED',
    'Phiếu hợp lệ cộng không hợp lệ là {left}, khác số phiếu thu về {right}.',
    'Valid and invalid ballots make {left}, not the {right} returned.',
    figures(
      (count) => [count.valid + count.invalid, count.returned],
      (left, right) => left === right,
    ),
  ),
  votesMakeTheValid: input(
    'REVIEW.VOTES_DO_NOT_MAKE_VALID',
    'Đồng ý, không đồng ý và ý kiến khác cộng lại là {left}, khác số phiếu hợp lệ {right}.',
    'In favour, against and blank make {left}, not the {right} valid ballots.',
    figures(
      (count) => [count.inFavour + count.against + count.abstained, count.valid],
      (left, right) => left === right,
    ),
  ),
  countsAddUp: input(
    'REVIEW.COUNT_DOES_NOT_ADD_UP',
    'Số liệu kiểm phiếu không hợp lý: không có số âm, phiếu theo từng lựa chọn chỉ khi chọn nhiều phương án, và ý kiến văn bản đồng ý không quá số nhận được.',
    'The count does not add up: no figure is negative, votes by option are for ballots that choose and fit them, and written opinions in favour are among those received.',
  ),
  countsFitTheRoll: input(
    'REVIEW.COUNT_EXCEEDS_ROLL',
    'Phát ra {issued} phiếu và nhận {written} ý kiến bằng văn bản, nhưng chỉ có {voters} thành viên được bỏ phiếu và {writers} được gửi ý kiến.',
    '{issued} ballots issued and {written} written opinions, but {voters} members may vote and {writers} may write.',
    excess,
  ),
  caseHasNotPassed: input(
    'REVIEW.CASE_NOT_LOST',
    'Chỉ đề nghị hạ mức cho trường hợp đã kiểm phiếu và không đạt.',
    'A lower tier is recommended for a case that was counted and did not pass.',
  ),
  tierIsLower: input(
    'REVIEW.TIER_NOT_KNOWN',
    'Bộ quy tắc không có mức khen này, hoặc trùng mức đang xét.',
    'The rulebook does not know this tier, or it is the one that was voted on.',
  ),
  speakerPresided: input(
    'REVIEW.NOT_PRESIDING',
    'Chỉ Chủ tịch hoặc Phó Chủ tịch có dự phiên họp nêu ý kiến của người chủ trì.',
    'Only a chair or vice chair who attended declares the view of the chair.',
  ),
  placesAreOpen: known(
    'REVIEW.PLACES_ALLOTTED',
    'Chỉ tiêu của phiên họp này đã được xếp.',
    'The places of this round have been allotted.',
  ),
  quotaGoverns: known(
    'REVIEW.NO_QUOTA',
    'Không có chỉ tiêu nào áp dụng cho trường hợp đạt phiếu của phiên họp này.',
    'No quota governs a case of this round that passed.',
  ),
  tiesAreDecided: known(
    'REVIEW.TIE_AT_LAST_PLACE',
    'Có {count} trường hợp ngang phiếu ở chỉ tiêu cuối; hãy bỏ phiếu lại hoặc để Chủ tịch quyết định nếu quy chế cho phép.',
    'Level at the last place: {count}; vote again, or let the chair decide where the rules say so.',
    count((context, { facts }) => allotments(context, facts).flatMap(({ tiedIds }) => tiedIds).length),
  ),
  itemsAreTied: input(
    'REVIEW.NOT_TIED',
    'Hãy nêu đúng và đủ những trường hợp đang ngang phiếu ở chỉ tiêu cuối.',
    'Name exactly those who stand level at the last place of a quota.',
  ),
  tieIsTheChairs: input(
    'REVIEW.TIE_NOT_FOR_THE_CHAIR',
    'Chỉ tiêu này quy định bỏ phiếu lại khi ngang phiếu.',
    'This quota says that equals are voted on again.',
  ),
  placesAreAllotted: known(
    'REVIEW.PLACES_NOT_ALLOTTED',
    'Có chỉ tiêu áp dụng cho phiên họp này; hãy xếp chỉ tiêu trước khi lập biên bản.',
    'A quota governs this round; allot its places before the minutes are drawn up.',
  ),
  minutesFollowTheMeeting: input(
    'REVIEW.MINUTES_BEFORE_MEETING',
    'Biên bản không thể lập trước ngày họp {meetsOn}.',
    'The minutes cannot be older than the meeting of {meetsOn}.',
    (context) => ({ meetsOn: metOn(context) }),
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
} satisfies Readonly<Partial<Record<ReviewGuardName, Entry>>>;
