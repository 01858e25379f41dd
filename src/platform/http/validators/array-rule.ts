import type { FieldRule } from './field-rule';

/** How many items a list may have, and whether all must differ. */
export interface ArrayBounds {
  readonly max: number;
  /** 0 when absent. */
  readonly min?: number;
  readonly unique?: boolean;
}

/** A list whose length is bounded; what its items are is said by their own rule. */
export function arrayRule({ max, min = 0, unique = false }: ArrayBounds): FieldRule {
  const different = unique ? { vi: ', không lặp lại', en: ', all different' } : { vi: '', en: '' };
  return {
    code: 'ARRAY',
    message: {
      vi: `Phải là danh sách từ ${min} đến ${max} mục${different.vi}.`,
      en: `Must be a list of ${min} to ${max} items${different.en}.`,
    },
    schema: { type: 'array', minItems: min, maxItems: max, ...(unique ? { uniqueItems: true } : {}) },
    accepts: (value) =>
      Array.isArray(value) &&
      min <= value.length &&
      value.length <= max &&
      (!unique || new Set(value).size === value.length),
  };
}
