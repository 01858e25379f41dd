import type { Label } from '../../../../workflows/kernel';

/** Code and message of one broken constraint. */
export interface ConstraintMessage {
  readonly code: string;
  readonly message: Label;
}

/** A field that must be there and is not. */
export const REQUIRED: ConstraintMessage = {
  code: 'REQUIRED',
  message: { vi: 'Trường này là bắt buộc.', en: 'This field is required.' },
};

/** A field that does not exist. */
export const UNKNOWN_FIELD: ConstraintMessage = {
  code: 'UNKNOWN_FIELD',
  message: { vi: 'Không có trường này.', en: 'There is no such field.' },
};

const STOCK: Readonly<Record<string, ConstraintMessage>> = {
  whitelistValidation: UNKNOWN_FIELD,
  isDefined: REQUIRED,
  isNotEmpty: REQUIRED,
};

/** What to say of a constraint of class-validator that is none of our rules: its own words in English, at least a hint in Vietnamese. */
export function stockMessage(constraint: string, text: string): ConstraintMessage {
  const known = STOCK[constraint];
  if (known) return known;
  const code = constraint.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return { code, message: { vi: 'Giá trị không hợp lệ.', en: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` } };
}
