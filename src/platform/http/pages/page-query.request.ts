import { field } from '../validators/field.decorator';
import type { FieldRule } from '../validators/field-rule';
import { digitsRule } from '../validators/value-rules';

/** Most items of one page. */
export const PAGE_LIMIT_MAX = 200;

const cursorRule: FieldRule = {
  code: 'CURSOR',
  message: { vi: 'Phải là “nextCursor” đã nhận.', en: 'Must be the “nextCursor” that was received.' },
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,2000}$' },
  accepts: (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,2000}$/.test(value),
};

/** Which page of a list. Filters of a list extend it. */
export class PageQuery {
  @field(
    { ...digitsRule(1, PAGE_LIMIT_MAX), schema: { type: 'integer', minimum: 1, maximum: PAGE_LIMIT_MAX, default: 50 } },
    { optional: true },
  )
  readonly limit: number = 50;

  @field(cursorRule, { optional: true, description: '`nextCursor` of the page before; opaque.' })
  readonly cursor?: string;
}
