export * from './example.labels';
export * from './example.types';
export * from './may-example';
