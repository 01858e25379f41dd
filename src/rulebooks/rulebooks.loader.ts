import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Of the rulebooks: what provinces and others set of their own. It may be missing, where nobody did. */
const LAYERS = 'layers';

/**
 * Reads every `.yaml` file of both directories, and of the layers among the rulebooks, once, at boot.
 * Throws a RulebookFilesError that names everything that is wrong, also a directory that cannot be read.
 */
export function loadRelease({ rulebooks, calendar }: RulebookDirectories): Release {
  const layers = join(rulebooks, LAYERS);
  const ofLayers = existsSync(layers) ? textsOf(layers, `${basename(rulebooks)}/${LAYERS}`) : [];
  return keptReleaseOf([...textsOf(rulebooks), ...ofLayers, ...textsOf(calendar)]);
}

/** What was made last, and from which texts. */
let last: { readonly key: string; readonly release: Release } | undefined;

/** A process that opens many applications over the same files, as rehearsals do, understands them once. */
function keptReleaseOf(texts: readonly NamedText[]): Release {
  const key = JSON.stringify(texts);
  if (last?.key !== key) last = { key, release: releaseOf(texts) };
  return last.release;
}

function textsOf(directory: string, called = basename(directory)): NamedText[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ name: `${called}/${name}`, text: readFileSync(join(directory, name), 'utf8') }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RulebookFilesError([{ file: directory, line: 1, path: '', reason: `cannot be read: ${reason}` }]);
  }
}
