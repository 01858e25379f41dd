export * from './allocation';
export * from './measure';
export * from './measure-faults';
export * from './percent';
export * from './standing';
export * from './sum';
