import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueEntry, PROBLEM_CATALOGUE } from './problem-catalogue';

const ROOT = join(__dirname, '../../../..');
const CODE = /'([A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*)'/g;

/** Every code that the sources of a folder write as text. */
function codesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/[.-]spec\.ts$/.test(file),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(CODE)].map(([, code]) => code ?? ''),
  );
  return [...new Set(codes)].sort();
}

describe('the catalogue of problems', () => {
  it('has an entry for every code that the sources name', () => {
    const codes = [...codesIn('src'), ...codesIn('workflows'), ...codesIn('config')];
    expect(codes).toContain('CAMPAIGN.REASON_MISSING');
    expect(codes).toContain('PERSISTENCE.OUT_OF_REACH');
    expect(codes.filter((code) => catalogueEntry(code) === undefined)).toEqual([]);
  });

  it('answers 409 to every refusal of a workflow', () => {
    const codes = codesIn('workflows');
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => catalogueEntry(code)?.status !== 409)).toEqual([]);
  });

  it('knows no code that the machinery did not declare', () => {
    expect(catalogueEntry('PLATFORM.INVENTED')).toBeUndefined();
    expect(catalogueEntry('nonsense')).toBeUndefined();
    expect(catalogueEntry('constructor')).toBeUndefined();
  });

  it.each(Object.entries(PROBLEM_CATALOGUE))('%s is an error status with words in both languages', (_, entry) => {
    expect(entry.status).toBeGreaterThanOrEqual(400);
    for (const text of [entry.title.vi, entry.title.en, entry.detail.vi, entry.detail.en]) expect(text).not.toBe('');
  });
});
