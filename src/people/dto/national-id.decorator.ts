import { field } from '../../platform/http/validators';
import type { FieldOptions, FieldRule } from '../../platform/http/validators';

const TWELVE_DIGITS = /^\d{12}$/;

/** The number of a citizen's identity card: twelve digits. */
const nationalIdRule: FieldRule = {
  code: 'NATIONAL_ID',
  message: { vi: 'Phải là số định danh gồm 12 chữ số.', en: 'Must be an identity number of 12 digits.' },
  schema: { type: 'string', pattern: TWELVE_DIGITS.source, example: '031180000123' },
  accepts: (value) => typeof value === 'string' && TWELVE_DIGITS.test(value),
};

/** An identity number of 12 digits. */
export const IsNationalId = (options?: FieldOptions): PropertyDecorator => field(nationalIdRule, options);
