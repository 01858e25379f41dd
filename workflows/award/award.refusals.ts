import type { Citation, RefusalEntry } from '../kernel';
import { decidingCitation, figuresOfRules } from './appraisal';
import type { AwardGuardName } from './award.guards';
import type { AwardCommand, AwardContext, VoteFigures } from './award.types';

type Entry = RefusalEntry<AwardContext, AwardCommand>;

const known = (code: string, vi: string, en: string, more: Partial<Entry> = {}): Entry => ({
  code,
  message: { vi, en },
  ...more,
});

const input = (code: string, vi: string, en: string, more: Partial<Entry> = {}): Entry =>
  known(code, vi, en, { ...more, needsInput: true });

const ofRoute: Partial<Entry> = {
  params: (context) => ({ tier: context.tier }),
  citation: (_, command) => command.facts.routeCitation,
};

/** What is not settled, as the rulebook or the council asked for it; nothing to cite but the route that asks. */
const consulted = (code: string, vi: string, en: string): Entry =>
  known(code, vi, en, { citation: (_, command) => command.facts.routeCitation });

const cited = (text: string): Partial<Entry> => {
  const citation: Citation = { text, status: 'verified' };
  return { citation: () => citation };
};

const decidedOn: Partial<Entry> = { params: (context) => ({ decidedOn: context.decidedOn ?? '' }) };

/** What each guard of a case says when it does not hold: one entry per guard. */
export const awardRefusals: Readonly<Record<AwardGuardName, Entry>> = {
  achievementPeriodIsInOrder: input(
    'AWARD.ACHIEVEMENT_PERIOD_OUT_OF_ORDER',
    'Thời gian lập thành tích phải kết thúc bằng hoặc sau ngày bắt đầu.',
    'The achievement must end on or after the day on which it began.',
  ),
  subjectExists: known(
    'AWARD.NO_SUCH_SUBJECT',
    'Không có cá nhân, tập thể hoặc hộ gia đình này; hãy đăng ký đối tượng trước.',
    'There is no such person, collective or household; register it first.',
  ),
  tierIsKnown: input(
    'AWARD.TIER_UNKNOWN',
    'Bộ quy tắc đang áp dụng không có danh hiệu, hình thức khen thưởng này; hãy chọn mức khác.',
    'The rulebook in force does not know this tier; choose another.',
  ),
  simpleProcedureIsOpen: input(
    'AWARD.NO_SIMPLE_PROCEDURE',
    'Quy định áp dụng cho mức khen {tier} không cho dùng thủ tục đơn giản; hãy đề nghị theo thủ tục thông thường.',
    'The rules for {tier} do not open the simple procedure; nominate by the ordinary one.',
    ofRoute,
  ),
  tierIsLower: input(
    'AWARD.TIER_NOT_LOWER',
    'Chỉ được hạ xuống mức thấp hơn mức {tier} trong cùng loại; muốn đề nghị mức khác, hãy lập trường hợp mới.',
    'A case steps down to a lower tier of the same kind than {tier}; for another tier draft another case.',
    { params: (context) => ({ tier: context.tier }) },
  ),
  isNotLedFromBelow: known(
    'AWARD.LED_FROM_BELOW',
    'Trường hợp này do cấp dưới trình lên; việc sửa, rút hoặc trình lại thực hiện ở trường hợp gốc của cấp dưới.',
    'This case was sent up from the level below; it is changed, withdrawn or submitted again through the case there.',
  ),
  answerIsNotOnItsWay: known(
    'AWARD.ANSWERED_BY_MESSAGE',
    'Cấp trên đang xét trường hợp này trên hệ thống; kết quả sẽ tự chuyển về, không nhập tay.',
    'The level above judges this case on this system; its answer comes by itself and is not recorded by hand.',
  ),
  campaignIsNotOver: known(
    'AWARD.CAMPAIGN_OVER',
    'Phong trào đã tổng kết hoặc đã hủy nên không thể xét lại; hãy mở lại phong trào trước.',
    'The campaign is concluded or cancelled, so nothing in it is taken up again; reopen the campaign first.',
  ),
  publicCommentIsSettled: consulted(
    'AWARD.PUBLIC_COMMENT_OPEN',
    'Việc lấy ý kiến công khai chưa xong: chưa công khai, chưa hết hạn hoặc còn phản ánh chưa trả lời.',
    'The public comment is not settled: not held, still open, or an objection has no answer yet.',
  ),
  agenciesAreHeard: consulted(
    'AWARD.AGENCY_OPINION_OPEN',
    'Đang chờ ý kiến của cơ quan được hỏi; hãy chờ văn bản trả lời hoặc chờ hết hạn trả lời.',
    'An agency that was to be asked has not been heard; wait for its answer or for the end of its term.',
  ),
  partyCommitteeAgrees: consulted(
    'AWARD.PARTY_OPINION_OPEN',
    'Chưa có ý kiến đồng ý bằng văn bản của cấp ủy Đảng.',
    'The Party committee has not given its written agreement.',
  ),
  tierIsOther: input(
    'AWARD.TIER_UNCHANGED',
    'Trường hợp này đang được đề nghị đúng mức {tier}; hãy chọn mức khác.',
    'The case is nominated for {tier} already; choose another tier.',
    { params: (context) => ({ tier: context.tier }) },
  ),
  achievementIsFree: known(
    'AWARD.ACHIEVEMENT_USED',
    'Thành tích này đã là căn cứ của một trường hợp khác; mỗi thành tích chỉ được khen thưởng một lần.',
    'Another case already rests on this achievement; one achievement is rewarded once.',
    cited('Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 5 khoản 2 điểm c'),
  ),
  subjectIsNotFrozen: known(
    'AWARD.FROZEN',
    'Đang xem xét kỷ luật, thanh tra, kiểm tra hoặc xác minh khiếu nại, tố cáo; hãy tạm dừng xét đến khi có kết luận.',
    'Discipline, an inspection or a complaint is pending; keep the case on hold until it is concluded.',
    { citation: (_, command) => command.facts.freezeCitation },
  ),
  campaignTakesDossiers: known(
    'AWARD.DOSSIERS_CLOSED',
    'Phong trào chưa mở hoặc đã hết hạn nhận hồ sơ khen thưởng của đợt này; hãy đề nghị mở đợt xét hoặc gia hạn.',
    'The campaign does not take dossiers for this award cycle, or no longer; ask for a cycle or an extension.',
  ),
  papersAreComplete: known(
    'AWARD.PAPERS_MISSING',
    'Còn thiếu {count} văn bản theo danh mục hồ sơ; hãy bổ sung trước khi chuyển.',
    'Papers of the checklist still missing: {count}; add them before submitting.',
    { params: (_, command) => ({ count: command.facts.missingPapers }) },
  ),
  dossierIsComplete: known(
    'AWARD.DOSSIER_INCOMPLETE',
    'Hồ sơ trình khen chưa được xác nhận đầy đủ; hãy xác nhận hoặc trả lại để bổ sung.',
    'The dossier has not been found complete; confirm that it is, or return it.',
  ),
  findingAgrees: input(
    'AWARD.FINDING_CONTRADICTS',
    'Đã kết luận không đạt tiêu chuẩn thì không thể ghi đủ điều kiện; hãy sửa một trong hai.',
    'A case whose standard is not met cannot be eligible; correct one of the two.',
  ),
  findingFollowsConditions: input(
    'AWARD.FINDING_NOT_OF_CONDITIONS',
    'Kết luận chung phải là kết luận kém nhất trong các điều kiện đã thẩm định; hãy sửa cho khớp.',
    'The finding must be the worst of those of its conditions; make the two agree.',
  ),
  findingAgreesWithRules: input(
    'AWARD.FINDING_DIFFERS_FROM_RULES',
    'Kết luận này khác với kết quả theo {regime} (số điều kiện chưa đạt hoặc chưa đủ căn cứ: {count}); hãy xem lại, hoặc nêu lý do trong ghi chú.',
    'This differs from what {regime} comes to (conditions in the way: {count}); look again, or give the reason in a comment.',
    {
      params: (_, { facts }) => figuresOfRules(facts.rulesFinding),
      citation: (_, { facts }) => decidingCitation(facts.rulesFinding),
    },
  ),
  appraisalIsFavourable: known(
    'AWARD.NOT_FOUND_ELIGIBLE',
    'Chưa có kết quả thẩm định đủ điều kiện.',
    'No appraisal has found the case eligible.',
  ),
  appraisalIsUnfavourable: known(
    'AWARD.NOT_FOUND_INELIGIBLE',
    'Chưa có kết quả thẩm định không đủ điều kiện.',
    'No appraisal has found the case ineligible.',
  ),
  routeHasCouncil: known(
    'AWARD.NO_COUNCIL_NEEDED',
    'Mức khen {tier} không qua Hội đồng; hãy đề nghị thẳng sau thẩm định.',
    'The tier {tier} needs no council; recommend the case on its appraisal.',
    ofRoute,
  ),
  routeHasNoCouncil: known(
    'AWARD.COUNCIL_NEEDED',
    'Mức khen {tier} phải qua Hội đồng xét; hãy tổng hợp để trình Hội đồng.',
    'The tier {tier} must go through the council; list the case for it.',
    ofRoute,
  ),
  routeGoesUp: known(
    'AWARD.DECIDED_HERE',
    'Mức khen {tier} do cấp này quyết định, không phải trình cấp trên.',
    'The tier {tier} is decided at this level and not sent up.',
    ofRoute,
  ),
  routeEndsHere: known(
    'AWARD.DECIDED_ABOVE',
    'Mức khen {tier} thuộc thẩm quyền cấp trên; hãy trình cấp trên.',
    'The tier {tier} is for the higher level to decide; send the case up.',
    ofRoute,
  ),
  reviewIsThisOne: input(
    'AWARD.OTHER_REVIEW',
    'Trường hợp này không nằm trong nội dung đó của phiên họp xét.',
    'The case is not under review there.',
  ),
  votesReachTheNeed: input(
    'AWARD.VOTES_TOO_FEW',
    'Cần ít nhất {needed} phiếu đồng ý trên {base}, có {votesFor}: không thể đề nghị khen thưởng.',
    'Needs {needed} of {base}, has {votesFor}: the case cannot be recommended.',
    {
      params: (_, command) => {
        const { votesFor, base, needed } = command.input as VoteFigures;
        return { votesFor, base, needed };
      },
    },
  ),
  reasonIsGiven: input('AWARD.REASON_MISSING', 'Hãy nêu lý do.', 'Give a reason.'),
  decisionIsNotInTheFuture: input(
    'AWARD.DECISION_IN_THE_FUTURE',
    'Ngày quyết định không được ở tương lai.',
    'The decision cannot have been made on a future day.',
  ),
  answerIsNotInTheFuture: input(
    'AWARD.ANSWER_IN_THE_FUTURE',
    'Ngày văn bản của cấp trên không được ở tương lai.',
    'The answer from above cannot be dated on a future day.',
  ),
  presentationIsNotInTheFuture: input(
    'AWARD.PRESENTATION_IN_THE_FUTURE',
    'Ngày trao tặng không được ở tương lai.',
    'The award cannot have been presented on a future day.',
  ),
  presentationFollowsDecision: input(
    'AWARD.PRESENTED_BEFORE_DECISION',
    'Không thể trao tặng trước ngày quyết định {decidedOn}.',
    'The award cannot have been presented before its decision of {decidedOn}.',
    decidedOn,
  ),
  paymentIsNotInTheFuture: input(
    'AWARD.PAYMENT_IN_THE_FUTURE',
    'Ngày chi tiền thưởng không được ở tương lai.',
    'The money cannot have been paid on a future day.',
  ),
  paymentFollowsDecision: input(
    'AWARD.PAID_BEFORE_DECISION',
    'Không thể chi tiền thưởng trước ngày quyết định {decidedOn}.',
    'The money cannot have been paid before the decision of {decidedOn}.',
    decidedOn,
  ),
  notPaidYet: known(
    'AWARD.ALREADY_PAID',
    'Đã chi tiền thưởng ngày {paidOn}.',
    'The money was paid on {paidOn} already.',
    { params: (context) => ({ paidOn: context.paidOn ?? '' }) },
  ),
  amountIsKnown: known(
    'AWARD.NO_AMOUNT',
    'Chưa xác định mức tiền thưởng của trường hợp này.',
    'No amount has been fixed for this case.',
  ),
};
