export * from './clock.port';
export * from './system-clock';
export * from './virtual-clock';
