import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from '../../config';
import { explainSubject, explanationLines } from '../../src/app/cli/explain-subject';
import { releaseOf } from '../../src/rulebooks/release-of';
import { localDate } from '../../workflows/kernel';
import { rulebookFor, tierOf } from '../../workflows/rulebook';
import { blocksOf, ROOT, sectionOf } from './readme';

/** The delivered files of a folder, by the names that the application reads them under. */
function delivered(folder: 'rulebooks' | 'calendar') {
  return readdirSync(configFolder(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(configFolder(folder), name), 'utf8') }));
}

describe("how CONTRIBUTING adds a province's rules and a year", () => {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const blocks = blocksOf(sectionOf(page, "How to add a province's rules, or a new year"));
  const [layer = '', calendar = '', subject = ''] = blocks.flatMap(({ language, code }) =>
    language === 'yaml' ? [code] : [],
  );
  const [commands = ''] = blocks.flatMap(({ language, code }) => (language === 'sh' ? [code] : []));
  const before = [...delivered('rulebooks'), ...delivered('calendar')];
  const release = releaseOf([
    ...before,
    { name: 'rulebooks/layers/vi-du.yaml', text: layer },
    { name: 'calendar/vn-2028.yaml', text: calendar },
  ]);
  const rules = { rulebooks: release.rulebooks, layers: release.layers ?? [] };
  const on = localDate('2026-08-15');
  const voteAt = (place: readonly string[]) => {
    const rulebook = rulebookFor(rules, { submittedOn: on, place });
    return rulebook && tierOf(rulebook, 'CSTDCS')?.vote;
  };

  it('holds for the province and for everything below it, and nowhere else', () => {
    const own = { ballot: 'secret', citation: 'Quyết định minh họa, Điều 2', status: 'unverified' };
    expect(voteAt(['TINH-VI-DU', 'XA-MAU'])).toMatchObject(own);
    expect(voteAt(['TINH-KHAC'])).toBeNull();
  });

  it('is another release than before', () => {
    expect(release.hash).not.toBe(releaseOf(before).hash);
  });

  it('explains the subject of the page by it', () => {
    expect(commands).toContain(`--tier CSTDCS --on ${on} --at TINH-VI-DU/XA-MAU --lang vi`);
    const place = ['TINH-VI-DU', 'XA-MAU'];
    const question = { name: 'nguoi-mau.yaml', content: subject, tier: 'CSTDCS', on, place, language: 'vi' } as const;
    const explanation = explainSubject(release, question);
    expect(explanation.rulebook).toEqual({ id: 'vn-r3', regime: 'R3', layers: ['vi-du-2026'] });
    expect(explanation.answer.finding).toBe('met');
    expect(explanationLines(explanation, 'vi')[0]).toBe('Theo vn-r3 + vi-du-2026 (R3), trình ngày 2026-08-15:');
  });
});
