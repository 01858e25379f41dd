import { parseFraction, type FractionText, type Threshold } from '../../../workflows/kernel';
import { IsOneOf } from '../../platform/http/validators';
import { field } from '../../platform/http/validators/field.decorator';
import type { FieldOptions, FieldRule } from '../../platform/http/validators/field-rule';

const FRACTION = /^\d{1,6}\/\d{1,6}$/;

/** An exact share as text. */
const fractionRule: FieldRule = {
  code: 'FRACTION',
  message: {
    vi: 'Phải là phân số viết dạng chữ, ví dụ "2/3" hoặc "4/5".',
    en: 'Must be a fraction as text like "2/3" or "4/5".',
  },
  schema: { type: 'string', pattern: FRACTION.source, example: '2/3' },
  accepts: (value) => typeof value === 'string' && FRACTION.test(value) && isFraction(value),
};

/** A share `2/3`; no decimal, so that it is exact. */
export const IsFraction = (options?: FieldOptions): PropertyDecorator => field(fractionRule, options);

/** Which share must be reached, and whether exactly that is enough. */
export class ThresholdRequest implements Threshold {
  @IsFraction()
  readonly fraction: FractionText;

  @IsOneOf(['atLeast', 'moreThan'])
  readonly comparator: Threshold['comparator'];
}

function isFraction(text: string): boolean {
  try {
    parseFraction(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
