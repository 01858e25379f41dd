import { decimal, dong, localDate } from '../../../../workflows/kernel';
import type { FieldRule } from './field-rule';

const isDay = takenBy(localDate);

/**
 * A calendar day `2024-01-19` of the years 1901 to 2199. The core knows a year more on either side: what is reckoned from a
 * day that somebody gives, the day before it or the end of a term, is a day as well.
 */
export const localDateRule: FieldRule = {
  code: 'LOCAL_DATE',
  message: {
    vi: 'Phải là một ngày có thật từ năm 1901 đến năm 2199, dạng 2024-01-19.',
    en: 'Must be a real day of the years 1901 to 2199, like 2024-01-19.',
  },
  schema: { type: 'string', format: 'date', example: '2024-01-19' },
  accepts: (value) => isDay(value) && String(value) > '1901' && String(value) < '2200',
};

/** An exact decimal number as text, for measured values. */
export const decimalTextRule: FieldRule = {
  code: 'DECIMAL_TEXT',
  message: {
    vi: 'Phải là số thập phân viết dạng chữ, ví dụ "36694.6": tối đa 15 chữ số trước và 6 chữ số sau dấu chấm.',
    en: 'Must be a decimal number as text like "36694.6": at most 15 digits before the point and 6 after it.',
  },
  schema: { type: 'string', pattern: String.raw`^-?\d{1,64}(\.\d{1,64})?$`, example: '36694.6' },
  accepts: takenBy(decimal),
  take: (value) => decimal(value as string),
};

/** An amount of money in whole đồng as text. */
export const dongTextRule: FieldRule = {
  code: 'DONG_TEXT',
  message: {
    vi: 'Phải là số tiền nguyên đồng viết dạng chữ, ví dụ "1410000".',
    en: 'Must be an amount of whole đồng as text like "1410000".',
  },
  schema: { type: 'string', pattern: String.raw`^(0|[1-9]\d{0,14})$`, example: '1410000' },
  accepts: takenBy(dong),
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id of this system, in small letters: one text per id, since ids are compared as text. */
export const uuidRule: FieldRule = {
  code: 'UUID',
  message: { vi: 'Phải là mã UUID viết chữ thường.', en: 'Must be a UUID in small letters.' },
  schema: { type: 'string', format: 'uuid', example: '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f' },
  accepts: (value) => typeof value === 'string' && UUID.test(value),
};

/** One word of a closed list. */
export function oneOfRule(words: readonly string[]): FieldRule {
  return {
    code: 'ONE_OF',
    message: { vi: `Phải là một trong: ${words.join(', ')}.`, en: `Must be one of: ${words.join(', ')}.` },
    schema: { type: 'string', enum: [...words] },
    accepts: (value) => typeof value === 'string' && words.includes(value),
  };
}

/** The kernel says what a date, a decimal and an amount are; this asks it. */
function takenBy(take: (text: string) => unknown): (value: unknown) => boolean {
  return (value) => {
    if (typeof value !== 'string') return false;
    try {
      take(value);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
}
