import type { FieldRule } from './field-rule';

/** How long a text may be, in characters, and whether it may have several lines. */
export interface TextBounds {
  readonly max: number;
  /** 1 when absent: a text of nothing but spaces is no text. */
  readonly min?: number;
  readonly multiline?: boolean;
}

// Control characters (PostgreSQL stores no NUL), halves of surrogate pairs, and the sign that stands for broken encoding.
const UNREADABLE = /[\p{Cc}\p{Cs}\u{FFFD}]/u;
const UNREADABLE_IN_LINES = /[^\P{Cc}\n\r\t]|[\p{Cs}\u{FFFD}]/u;

/** A text of letters people can read, with composed Vietnamese letters (NFC) afterwards. */
export function boundedTextRule({ max, min = 1, multiline = false }: TextBounds): FieldRule {
  const unreadable = multiline ? UNREADABLE_IN_LINES : UNREADABLE;
  const lines = multiline ? { vi: '', en: '' } : { vi: ', một dòng', en: ', on one line' };
  return {
    code: 'TEXT',
    message: {
      vi: `Phải là chữ đọc được${lines.vi}, từ ${min} đến ${max} ký tự.`,
      en: `Must be readable text${lines.en}, from ${min} to ${max} characters.`,
    },
    schema: { type: 'string', minLength: min, maxLength: max },
    accepts: (value) =>
      typeof value === 'string' &&
      // A cheap bound first: a character takes at most two code units, and as NFC at most few more.
      value.length <= 4 * max + 16 &&
      !unreadable.test(value) &&
      isBetween(Array.from(value.normalize('NFC').trim()).length, min, max),
    take: (value) => (value as string).normalize('NFC').trim(),
  };
}

function isBetween(count: number, min: number, max: number): boolean {
  return min <= count && count <= max;
}
