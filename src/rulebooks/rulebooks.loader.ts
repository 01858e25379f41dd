import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NamedText } from './read-files';
import type { Release } from './release';
import { releaseOf } from './release-of';
import { RulebookFilesError } from './rulebooks.errors';

/** Where the files lie. */
export interface RulebookDirectories {
  readonly rulebooks: string;
  readonly calendar: string;
}

/**
 * Reads every `.yaml` file of both directories, once, at boot.
 * Throws a RulebookFilesError that names everything that is wrong, also a directory that cannot be read.
 */
export function loadRelease({ rulebooks, calendar }: RulebookDirectories): Release {
  return releaseOf([...textsOf(rulebooks), ...textsOf(calendar)]);
}

function textsOf(directory: string): NamedText[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ name: `${basename(directory)}/${name}`, text: readFileSync(join(directory, name), 'utf8') }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RulebookFilesError([{ file: directory, line: 1, path: '', reason: `cannot be read: ${reason}` }]);
  }
}
