export * from './chronology';
export * from './clock';
export * from './history.labels';
export * from './history.types';
export * from './match';
export * from './summary';
export * from './years';
