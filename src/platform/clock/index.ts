export * from './clock.port';
export * from './handover-clock';
export * from './system-clock';
export * from './virtual-clock';
