import { lastDayOfMonth } from '../../../workflows/kernel';
import { field, localDateRule, type FieldOptions, type FieldRule } from '../../platform/http/validators';

const MONTH = /^\d{4}-\d{2}$/;

/** A day by which something is due: a day, or a month, which means its last day. */
export const dueDayRule: FieldRule = {
  code: 'DUE_DAY',
  message: {
    vi: 'Phải là một ngày có thật như 2024-01-19, hoặc một tháng như 2022-12 (nghĩa là ngày cuối tháng).',
    en: 'Must be a real day like 2024-01-19, or a month like 2022-12, which means its last day.',
  },
  schema: { type: 'string', pattern: String.raw`^\d{4}-\d{2}(-\d{2})?$`, example: '2022-12' },
  accepts: (value) => localDateRule.accepts(lastDayOf(value) ?? value),
  take: (value) => lastDayOf(value) ?? value,
};

/** A due day `2022-12-31` or a month `2022-12`; the property is a `LocalDate`. */
export const IsDueDay = (options?: FieldOptions): PropertyDecorator => field(dueDayRule, options);

function lastDayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !MONTH.test(value)) return undefined;
  try {
    return lastDayOfMonth(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
