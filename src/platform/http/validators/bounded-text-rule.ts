import type { FieldRule } from './field-rule';

/** How long a text may be, in characters, and whether it may have several lines. */
export interface TextBounds {
  readonly max: number;
  /** 1 when absent: a text of nothing but spaces is no text. */
  readonly min?: number;
  readonly multiline?: boolean;
}

// Control characters (PostgreSQL stores no NUL), halves of surrogate pairs, and the sign that stands for broken encoding.
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{FFFD}]/u;
const UNREADABLE_IN_LINES = /[^\P{Cc}\n\r\t]|[\p{Cs}\u{FFFD}]/u;

/**
 * Signs that nobody sees: spaces of no width, marks of byte order, orders to write from right to left. They come along
 * when text is copied, and would let two names that look the same be two, or one name look like another.
 */
const INVISIBLE = /\p{Cf}/gu;

/** A text of letters people can read, with composed Vietnamese letters (NFC) and nothing invisible afterwards. */
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
      isBetween(Array.from(visible(value)).length, min, max),
    take: (value) => visible(value as string),
  };
}

/** All kinds of spaces become the common one: they look alike as well. */
function visible(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFC')
    .trim();
}

function isBetween(count: number, min: number, max: number): boolean {
  return min <= count && count <= max;
}
