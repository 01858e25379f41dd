import { join } from 'node:path';

/** The folders of data that is delivered with the program. */
export type ConfigFolder = 'rulebooks' | 'calendar' | 'seeds';

/** Absolute path of the package: the folder that holds package.json. Needs no working directory. */
export function packageRoot(): string {
  // The sources lie in <root>/config, the build in <root>/dist/config.
  return join(__dirname, __filename.endsWith('.ts') ? '..' : '../..');
}

/** Absolute path of a folder under `config`. It is read from the package, never copied into the build. */
export function configFolder(name: ConfigFolder): string {
  return join(packageRoot(), 'config', name);
}
