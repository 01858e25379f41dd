export * from './publicity.labels';
export * from './term';
