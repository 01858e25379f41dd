export { ConfigError, type ConfigProblem } from './config.errors';
export type { DatabaseConfig } from './database-url';
export { loadConfig, type AppConfig } from './load-config';
export { configFolder, packageRoot, type ConfigFolder } from './paths';
