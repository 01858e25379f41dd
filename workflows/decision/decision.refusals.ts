import type { RefusalEntry } from '../kernel';
import type { DecisionGuardName } from './decision.guards';
import { askedCaseCount, countAfterAdding, MAX_CASES } from './decision.rules';
import type { DecisionCommand, DecisionContext } from './decision.types';

type Entry = RefusalEntry<DecisionContext, DecisionCommand>;

const known = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code: `DECISION.${code}`,
  message: { vi, en },
  ...(params ? { params } : {}),
});

const input = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  ...known(code, vi, en, params),
  needsInput: true,
});

/** What each guard of a decision says when it does not hold: one entry per guard. */
export const decisionRefusals: Readonly<Record<DecisionGuardName, Entry>> = {
  casesAreNamed: input(
    'NO_CASES',
    'Hãy chọn ít nhất một trường hợp đề nghị đưa vào quyết định.',
    'Choose at least one case for the decision.',
  ),
  casesFitOneDecision: input(
    'TOO_MANY_CASES',
    'Một quyết định có tối đa {limit} trường hợp, đang chọn {count}; hãy tách thành nhiều quyết định.',
    'A decision holds at most {limit} cases and {count} are chosen; split them over several decisions.',
    (_, command) => ({ limit: MAX_CASES, count: askedCaseCount(command) }),
  ),
  everyCaseExists: input(
    'UNKNOWN_CASE',
    'Có {count} trường hợp được chọn không tồn tại.',
    'Chosen cases that do not exist: {count}.',
    (_, command) => ({ count: askedCaseCount(command) - command.facts.caseCount }),
  ),
  listStaysWithinLimit: input(
    'LIST_TOO_LONG',
    'Một quyết định có tối đa {limit} trường hợp, danh sách sẽ có {count}; hãy lập thêm quyết định khác.',
    'A decision holds at most {limit} cases and the list would have {count}; draft another decision.',
    (_, command) => ({ limit: MAX_CASES, count: countAfterAdding(command) }),
  ),
  everyCaseIsListed: input(
    'NOT_ON_THE_LIST',
    'Có {count} trường hợp được chọn không có trong danh sách của quyết định.',
    'Chosen cases that are not on the list of the decision: {count}.',
    (_, command) => ({ count: askedCaseCount(command) - command.facts.askedListedCount }),
  ),
  someCaseRemains: input(
    'LIST_WOULD_BE_EMPTY',
    'Danh sách phải còn ít nhất một trường hợp; nếu không còn ai, hãy bỏ dự thảo.',
    'At least one case must stay on the list; cancel the draft if there is none left.',
  ),
  everyCaseStands: input(
    'CASE_NOT_STANDING',
    'Có {count} trường hợp được chọn không do quyết định này tặng, hoặc đã bị hủy.',
    'Chosen cases that this decision did not give an award, or whose award was revoked: {count}.',
    (_, command) => ({ count: command.facts.casesNotStanding }),
  ),
  everyCaseIsReady: known(
    'CASES_NOT_READY',
    'Có {count} trường hợp chưa được đề nghị khen thưởng hoặc đã nằm trong quyết định khác; hãy đưa ra khỏi danh sách.',
    'Cases that are not recommended, or that another decision holds: {count}. Take them off the list.',
    (_, command) => ({ count: command.facts.casesNotReady }),
  ),
  authorityMayDecideEveryTier: {
    ...known(
      'BEYOND_AUTHORITY',
      'Cơ quan này không có thẩm quyền quyết định tại thời điểm này: {tiers}.',
      'This authority may not decide at this date: {tiers}.',
      (_, command) => ({ tiers: command.facts.tiersBeyondAuthority.join(', ') }),
    ),
    citation: (_, command) => command.facts.authorityCitation,
  },
  principalIsNamed: input(
    'PRINCIPAL_MISSING',
    'Hãy ghi ký thay cho chức vụ hoặc cơ quan nào, ví dụ “Chủ tịch”.',
    'Say for which post or body the paper is signed, such as “Chủ tịch”.',
  ),
  notNumberedYet: known(
    'ALREADY_NUMBERED',
    'Quyết định đã được cấp số {number}/{symbol}.',
    'The decision has the number {number}/{symbol} already.',
    ({ number }) => ({ number: number?.number ?? '', symbol: number?.symbol ?? '' }),
  ),
  numberIsFree: input(
    'NUMBER_TAKEN',
    'Số này đã cấp cho văn bản khác trong năm; hãy lấy số tiếp theo.',
    'This number belongs to another paper of the year; take the next one.',
  ),
  numberIsGiven: known(
    'NOT_NUMBERED',
    'Hãy cấp số trước khi phát hành quyết định.',
    'Give the decision its number before issuing it.',
  ),
  signatureIsNotInTheFuture: input(
    'SIGNED_IN_THE_FUTURE',
    'Ngày ký quyết định không được ở tương lai.',
    'The decision cannot be signed on a future day.',
  ),
  issueDayIsNotInTheFuture: input(
    'ISSUED_IN_THE_FUTURE',
    'Ngày ban hành quyết định không được ở tương lai.',
    'The decision cannot be issued on a future day.',
  ),
  issueDayIsInTheYearOfTheNumber: input(
    'ISSUED_IN_ANOTHER_YEAR',
    'Ngày ban hành phải thuộc năm {year} là năm của số quyết định.',
    'The day of issue must lie in {year}, the year of the number.',
    ({ number }) => ({ year: String(number?.year ?? '') }),
  ),
  issueDayFollowsSignature: input(
    'ISSUED_BEFORE_SIGNATURE',
    'Ngày ban hành phải từ ngày ký ({signedOn}) trở đi.',
    'The decision cannot be issued before the day it was signed ({signedOn}).',
    ({ signedOn }) => ({ signedOn: signedOn ?? '' }),
  ),
  issueDayFollowsSittings: input(
    'ISSUED_BEFORE_SITTING',
    'Ngày ban hành phải từ ngày họp xét ({satOn}) trở đi, vì quyết định căn cứ vào kết quả phiên họp đó.',
    'The decision cannot be issued before the sitting whose results it decides ({satOn}).',
    (_, command) => ({ satOn: command.facts.lastSittingOn ?? '' }),
  ),
  correctionIsNotInTheFuture: input(
    'CORRECTED_IN_THE_FUTURE',
    'Ngày đính chính không được ở tương lai.',
    'The correction cannot bear a future day.',
  ),
  correctionFollowsIssue: input(
    'CORRECTED_BEFORE_ISSUE',
    'Ngày đính chính phải từ ngày ban hành quyết định ({issuedOn}) trở đi.',
    'The correction must not be dated before the decision was issued ({issuedOn}).',
    ({ issuedOn }) => ({ issuedOn: issuedOn ?? '' }),
  ),
  reasonIsGiven: input('REASON_MISSING', 'Hãy nêu lý do.', 'Give a reason.'),
};
