import type { Citation, Refusal } from '../../../workflows/kernel';
import { refusal, type RefusalText } from '../../platform/runner/refusals';

/** Why a change of the initiatives is refused. */
export const INITIATIVE_REFUSALS = {
  unknownAuthor: {
    code: 'INITIATIVE.UNKNOWN_AUTHOR',
    vi: 'Có tác giả không thuộc phạm vi của bạn hoặc được ghi hai lần.',
    en: 'One of the authors is not within your scope, or is named twice.',
  },
  oneTarget: {
    code: 'INITIATIVE.ONE_TARGET',
    vi: 'Hãy chọn một trường hợp đề nghị, hoặc một kết quả đã nhập: đúng một trong hai.',
    en: 'Name a case or an award record: exactly one of both.',
  },
  unknownTarget: {
    code: 'INITIATIVE.UNKNOWN_TARGET',
    vi: 'Không có trường hợp hoặc kết quả này trong phạm vi của bạn.',
    en: 'There is no such case or award record within your scope.',
  },
  notTheAuthors: {
    code: 'INITIATIVE.NOT_THE_AUTHORS',
    vi: 'Người được đề nghị hoặc khen thưởng không phải là tác giả của sáng kiến.',
    en: 'The person of the case or award is no author of the initiative.',
  },
  sameTarget: {
    code: 'INITIATIVE.SAME_TARGET',
    vi: 'Sáng kiến đã là căn cứ của chính trường hợp hoặc kết quả này.',
    en: 'The initiative backs this very case or award already.',
  },
  used: {
    code: 'INITIATIVE.USED',
    vi: 'Sáng kiến đã là căn cứ cho một danh hiệu: nếu vẫn dùng, hãy ghi lý do.',
    en: 'The initiative backs a title already: to use it once more, give the reason.',
  },
  unknownUse: {
    code: 'INITIATIVE.UNKNOWN_USE',
    vi: 'Sáng kiến không có lần dùng này, hoặc đã thôi dùng.',
    en: 'The initiative has no such use, or it was taken back already.',
  },
  inUse: {
    code: 'INITIATIVE.IN_USE',
    vi: 'Sáng kiến đang là căn cứ: hãy thôi dùng trước khi rút.',
    en: 'The initiative backs something: take that back before you withdraw it.',
  },
  withdrawn: {
    code: 'INITIATIVE.WITHDRAWN',
    vi: 'Sáng kiến này đã được rút.',
    en: 'This initiative was withdrawn.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** One initiative should back one title: a letter, seen only in reports of it. */
const ONE_TITLE: Citation = { text: 'Công văn 5007/BNV-TĐKT năm 2023, mục III.5c', status: 'secondary' };

/** The refusal of a second use without a reason, with where the rule comes from. */
export function refusedSecondUse(): readonly Refusal[] {
  return [{ ...refusal(INITIATIVE_REFUSALS.used), citation: ONE_TITLE }];
}
