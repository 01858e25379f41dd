export * from './derived-id';
export * from './ids.port';
export * from './seeded-randomness';
export * from './system-randomness';
export * from './uuid-ids';
