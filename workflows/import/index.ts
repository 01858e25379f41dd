export * from './import';
export * from './table';
