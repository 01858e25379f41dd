import { checked, type FieldRule } from '../../platform/http/validators';

const oncePerMeasureRule: FieldRule = {
  code: 'ONCE_PER_MEASURE',
  message: { vi: 'Mỗi tiêu chí chỉ được ghi một lần.', en: 'Each measure may be given only once.' },
  schema: {},
  // What is no list is told by the rule of the list.
  accepts: (value) =>
    !Array.isArray(value) ||
    new Set(value.map((item: { readonly measureCode?: unknown } | null) => item?.measureCode)).size === value.length,
};

/** Beside `BoundedArray`, on a list of values by measure: of two values for one measure nobody could say which counts. */
export const OncePerMeasure = (): PropertyDecorator => checked({ rule: oncePerMeasureRule }, {});
