import type { Label } from '../../kernel';
import type { Finding, Span } from './finding';
import type { PeriodClaim } from './statement.types';

const CLAIMS: Readonly<Record<PeriodClaim, Label>> = {
  exactly: { vi: 'đúng', en: 'exactly' },
  moreThan: { vi: 'hơn', en: 'more than' },
  atLeast: { vi: 'ít nhất', en: 'at least' },
  lessThan: { vi: 'dưới', en: 'less than' },
  atMost: { vi: 'không quá', en: 'at most' },
};

/** A finding in words, with both numbers. `called` gives the label of a figure, a list or a period by its code. */
export function findingSentence(finding: Finding, called: (code: string) => string): Label {
  const what = called(finding.code);
  switch (finding.kind) {
    case 'sumDiffers':
      return sumSentence(what, finding, called);
    case 'exceedsWhole':
      return {
        vi: `"${what}" ghi ${finding.stated}, nhiều hơn tổng số ${finding.found}.`,
        en: `"${what}" says ${finding.stated}, more than the whole of ${finding.found}.`,
      };
    case 'listedTwice':
      return {
        vi: `"${finding.item}" xuất hiện ${finding.places.length} lần trong "${what}" (mục ${finding.places.join(', ')}).`,
        en: `"${finding.item}" stands ${finding.places.length} times in "${what}" (items ${finding.places.join(', ')}).`,
      };
    case 'listLengthDiffers':
      return {
        vi: `"${what}" ghi ${finding.stated} nhưng có ${finding.found} tên khác nhau.`,
        en: `"${what}" is said to have ${finding.stated} and has ${finding.found} different names.`,
      };
    case 'listsOverlap':
      return {
        vi: `"${what}" và "${called(finding.other)}" cùng có ${finding.items.length} tên: ${finding.items.join('; ')}. Không cộng gộp hai danh sách.`,
        en: `"${what}" and "${called(finding.other)}" have ${counted(finding.items.length, 'name')} in common: ${finding.items.join('; ')}. The two are not added.`,
      };
    case 'periodDiffers':
      return {
        vi: `"${what}" ghi ${CLAIMS[finding.claim].vi} ${spanText(finding.stated).vi}, tính theo ngày là ${spanText(finding.found).vi}.`,
        en: `"${what}" says ${CLAIMS[finding.claim].en} ${spanText(finding.stated).en}, by its dates it is ${spanText(finding.found).en}.`,
      };
    case 'recordsDiffer':
      return {
        vi: `"${what}" ghi ${finding.stated}, số liệu trong hệ thống là ${finding.found}.`,
        en: `"${what}" says ${finding.stated}, our records count ${finding.found}.`,
      };
  }
}

function sumSentence(
  what: string,
  { stated, found, agreesWithout }: Extract<Finding, { kind: 'sumDiffers' }>,
  called: (code: string) => string,
): Label {
  const without = agreesWithout.map((code) => `"${called(code)}"`);
  const isOpen = without.length > 0;
  return {
    vi: `"${what}" ghi ${stated}, các phần cộng lại là ${found}${isOpen ? `; bằng ${stated} nếu không tính ${without.join(' hoặc ')}` : ''}.`,
    en: `"${what}" says ${stated}, its parts add up to ${found}${isOpen ? `; to ${stated} without ${without.join(' or ')}` : ''}.`,
  };
}

function spanText({ years, months, days }: Span): Label {
  const parts = [
    { count: years, vi: 'năm', en: 'year' },
    { count: months, vi: 'tháng', en: 'month' },
    { count: days, vi: 'ngày', en: 'day' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return { vi: '0 ngày', en: '0 days' };
  return {
    vi: parts.map(({ count, vi }) => `${count} ${vi}`).join(' '),
    en: parts.map(({ count, en }) => counted(count, en)).join(' '),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
