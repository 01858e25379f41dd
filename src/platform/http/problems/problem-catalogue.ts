import type { CatalogueEntry } from './catalogue-entry';
import { HTTP_PROBLEMS } from './http-problems';
import { PLATFORM_PROBLEMS } from './platform-problems';

/** The one table from codes to HTTP. A test reads the sources and finds every code here. */
export const PROBLEM_CATALOGUE: Readonly<Record<string, CatalogueEntry>> = { ...HTTP_PROBLEMS, ...PLATFORM_PROBLEMS };

/** Areas of the machinery. Whatever they say is an error and has an entry of its own in the table. */
const MACHINERY = new Set(['AUTH', 'CONFIG', 'HTTP', 'JOB', 'PERSISTENCE', 'PLATFORM']);

const CODE = /^([A-Z][A-Z0-9_]*)\.[A-Z][A-Z0-9_]*$/;

/**
 * The entry of a code. All other areas are about the domain, where a code is a refusal unless the table says otherwise.
 * Undefined for a code of the machinery that nobody declared, which is a fault of ours.
 */
export function catalogueEntry(code: string): CatalogueEntry | undefined {
  if (Object.hasOwn(PROBLEM_CATALOGUE, code)) return PROBLEM_CATALOGUE[code];
  const area = CODE.exec(code)?.[1];
  return area === undefined || MACHINERY.has(area) ? undefined : PROBLEM_CATALOGUE['PLATFORM.REFUSED'];
}
