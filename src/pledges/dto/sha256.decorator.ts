import { field, type FieldOptions, type FieldRule } from '../../platform/http/validators';

const sha256Rule: FieldRule = {
  code: 'SHA256',
  message: { vi: 'Phải là mã băm SHA-256 gồm 64 chữ số hệ 16.', en: 'Must be a SHA-256 of 64 hexadecimal digits.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};

/** The hash of a file, in small hexadecimal digits. */
export const IsSha256 = (options?: FieldOptions): PropertyDecorator => field(sha256Rule, options);
