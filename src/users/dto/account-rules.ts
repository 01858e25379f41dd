import type { FieldRule } from '../../platform/http/validators';

/** A login: small letters, digits and a few signs, so that it is typed the same everywhere. */
export const loginRule: FieldRule = {
  code: 'LOGIN',
  message: {
    vi: 'Phải gồm 2 đến 50 chữ cái thường không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới, bắt đầu bằng chữ cái.',
    en: 'Must be 2 to 50 small letters without accents, digits, dots, hyphens or underscores, beginning with a letter.',
  },
  schema: { type: 'string', pattern: '^[a-z][a-z0-9._-]{1,49}$', example: 'vanthu.lechan' },
  accepts: (value) => typeof value === 'string' && /^[a-z][a-z0-9._-]{1,49}$/.test(value),
};

const EMAIL = /^[^\s@<>(),;:"[\]\\\p{C}]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/iu;

/** An address that a message can be sent to. Whether it arrives is found out by sending. */
export const emailRule: FieldRule = {
  code: 'EMAIL',
  message: { vi: 'Phải là một địa chỉ thư điện tử.', en: 'Must be an e-mail address.' },
  schema: { type: 'string', format: 'email', maxLength: 254, example: 'vanthu@lechan.example' },
  accepts: (value) => typeof value === 'string' && value.length <= 254 && EMAIL.test(value),
};
