import type { FieldRule } from './field-rule';

/** A whole number, both ends included. */
export function wholeNumberRule(min: number, max: number): FieldRule {
  return {
    code: 'WHOLE_NUMBER',
    message: { vi: `Phải là số nguyên từ ${min} đến ${max}.`, en: `Must be a whole number from ${min} to ${max}.` },
    schema: { type: 'integer', minimum: min, maximum: max },
    accepts: (value) => Number.isSafeInteger(value) && min <= (value as number) && (value as number) <= max,
  };
}

/** A whole number written in digits, as it comes in a query string; goes on as a number. */
export function digitsRule(min: number, max: number): FieldRule {
  const number = wholeNumberRule(min, max);
  return {
    ...number,
    accepts: (value) => number.accepts(typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
    take: Number,
  };
}

/** Yes or no. */
export const yesNoRule: FieldRule = {
  code: 'YES_NO',
  message: { vi: 'Phải là true hoặc false.', en: 'Must be true or false.' },
  schema: { type: 'boolean' },
  accepts: (value) => typeof value === 'boolean',
};

/** An object, whose own fields are checked apart. */
export const objectRule: FieldRule = {
  code: 'OBJECT',
  message: { vi: 'Phải là một đối tượng.', en: 'Must be an object.' },
  schema: { type: 'object' },
  accepts: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
