import type { Expected } from './scenario';
import type { Outcome, Reason } from './world/rehearsal-world';

/** What is wrong with an outcome; null when it is as expected. */
export function unexpected(expected: Expected, actual: Outcome): string | null {
  if (isAsExpected(expected, actual)) return null;
  return `mong đợi ${expectedText(expected)}, nhưng ${outcomeText(actual)}`;
}

/** An outcome in words, with every reason. */
export function outcomeText(actual: Outcome): string {
  switch (actual.outcome) {
    case 'accepted':
      return 'được chấp nhận';
    case 'refused':
      return `bị từ chối: ${actual.reasons.map(reasonText).join('; ')}`;
    case 'forbidden':
      return `không có thẩm quyền (cần ${actual.permissions.join(' hoặc ')})`;
    case 'stale':
      return `đã có phiên bản mới hơn (${actual.version})`;
    case 'problem':
      return `yêu cầu sai ${actual.code}: ${actual.reasons.map(reasonText).join('; ') || actual.message}`;
  }
}

function isAsExpected(expected: Expected, actual: Outcome): boolean {
  if (expected.outcome === 'problem') return actual.outcome === 'problem' && actual.code === expected.code;
  if (expected.outcome !== 'refused') return actual.outcome === expected.outcome;
  if (actual.outcome !== 'refused') return false;
  const codes = new Set(actual.reasons.map(({ code }) => code));
  const areTheSame = codes.size === new Set(expected.codes).size && expected.codes.every((code) => codes.has(code));
  const { sentence } = expected;
  return areTheSame && (sentence === null || actual.reasons.some((reason) => says(reason, sentence)));
}

function expectedText(expected: Expected): string {
  switch (expected.outcome) {
    case 'accepted':
      return 'được chấp nhận';
    case 'forbidden':
      return 'không có thẩm quyền';
    case 'stale':
      return 'đã có phiên bản mới hơn';
    case 'problem':
      return `yêu cầu sai ${expected.code}`;
    case 'refused':
      return `bị từ chối: ${expected.codes.join(', ')}${expected.sentence === null ? '' : ` ("${expected.sentence}")`}`;
  }
}

function says({ message }: Reason, sentence: string): boolean {
  return message.vi.includes(sentence) || message.en.includes(sentence);
}

function reasonText({ code, message, field }: Reason): string {
  return field === undefined ? `${code} (${message.vi})` : `${field}: ${message.vi}`;
}
