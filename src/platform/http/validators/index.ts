export type { FieldOptions, FieldRule } from './field-rule';
export * from './field.decorator';
export * from './fields.decorator';
export * from './bounded-text-rule';
export * from './id-param.decorator';
export * from './nested.decorator';
export * from './text-rules';
export * from './value-rules';
