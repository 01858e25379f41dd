import { localDate } from '../../workflows/kernel';
import { releaseOf } from './release-of';
import { RulebookFilesError } from './rulebooks.errors';
import { RulebooksService } from './rulebooks.service';

const CITED = 'citation: Điều 1, status: verified';
const ROUTE = `{ council: fullCouncil, publicity: false, simple: false, ${CITED} }`;
const VOTE = `{ ballot: unspecified, base: allMembers, threshold: { fraction: 1/2, comparator: moreThan }, absent: notInFavour, ${CITED} }`;

/** One tier and what is left to provinces. */
const NATION = `kind: rulebook
id: vn
regime: R3
effectiveFrom: 2025-07-01
effectiveTo: null
document: Nghị định
citation: Điều 1
status: verified
council:
  route: ${ROUTE}
  vote: ${VOTE}
  quorum: { threshold: { fraction: 2/3, comparator: atLeast }, ${CITED} }
  conflict: { ownUnit: false, effect: notInFavour, ${CITED} }
multipliers: { collective: 2, household: 1.5, ${CITED} }
rounding: { upTo: 10000, ${CITED} }
roundingOrder: { roundBeforeMultiplier: false, ${CITED} }
delegations:
  - { paths: [tiers.*.route, tiers.*.quotas, tiers.*.standards, tiers.*.closings, tiers.*.terms, tiers.*.vote], to: [province], ${CITED} }
tiers:
  - code: BK
    name: { vi: Bằng khen, en: Certificate of merit }
    family: state
    kind: form
    level: province
    subjects: [person]
    deciders: { levels: [province], ${CITED} }
    ${CITED.replace(', ', '\n    ')}
`;

const layer = (overrides: string, head = ''): string => `kind: layer
id: tinh
title: { vi: Quy định của tỉnh, en: Rules of the province }
level: province
unitCodes: [TINH]
under: vn
effectiveFrom: 2025-12-15
effectiveTo: null
document: Quyết định của tỉnh
citation: Quyết định, Điều 1
status: secondary
${head}overrides:
${overrides}`;

const CITATION = '    citation: Quyết định, Điều 5\n    status: secondary\n';
const route = (at = 'tiers.BK.route', council = 'standingCommittee'): string =>
  `  - at: ${at}\n    set: { council: ${council}, publicity: false, simple: true }\n${CITATION}`;

const load = (text: string) =>
  releaseOf([
    { name: 'rulebooks/vn.yaml', text: NATION },
    { name: 'rulebooks/layers/tinh.yaml', text },
  ]);

function problemsOf(text: string): string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof RulebookFilesError)) throw error;
    return error.problems.map(({ file, line, path, reason }) => `${file}:${line} ${path}: ${reason}`);
  }
  return [];
}

describe('a layer file', () => {
  const day = localDate('2026-01-01');

  it('changes the rules of its province, with the citation of its row, and of nobody else', () => {
    const rulebooks = new RulebooksService(load(layer(route())));
    expect(rulebooks.tier(day, 'BK', ['TINH', 'XA'])?.route).toMatchObject({
      council: 'standingCommittee',
      citation: 'Quyết định, Điều 5',
      status: 'secondary',
    });
    expect(rulebooks.tier(day, 'BK', ['TINH_KHAC'])?.route).toBeNull();
    expect(rulebooks.tier(day, 'BK')?.route).toBeNull();
    expect(rulebooks.tier(localDate('2025-12-14'), 'BK', ['TINH'])?.route).toBeNull();
  });

  it('is put on the rulebook once for all places that have the same layers', () => {
    const rulebooks = new RulebooksService(load(layer(route())));
    const asked = rulebooks.at(day, ['TINH']);
    expect(rulebooks.at(localDate('2026-02-01'), ['TINH', 'XA'])).toBe(asked);
    expect(rulebooks.at(day, ['TINH_KHAC'])).toBe(rulebooks.at(day));
  });

  it('is part of the release', () => {
    const without = releaseOf([{ name: 'rulebooks/vn.yaml', text: NATION }]).hash;
    const hashes = [load(layer(route())), load(layer(route('tiers.BK.route', 'none')))].map(({ hash }) => hash);
    expect(new Set([without, ...hashes]).size).toBe(3);
    expect(load(`# Chú thích\n${layer(route())}`).hash).toBe(hashes[0]);
  });

  it('reads each row as a national file does, and says by its place what it is about', () => {
    const rows = `  - at: tiers.BK.closings.education
    set: { monthDay: 07-10, yearsAfter: 0 }
${CITATION}  - at: tiers.BK.terms.submission
    set: { days: 10, unit: calendarDays }
${CITATION}  - at: tiers.BK.quotas
    set: [{ share: 3/20, base: participants, scope: unit }]
${CITATION}  - at: tiers.BK.standards.person
    set: { rule: { all: [{ is: judged, condition: obeysLaw }] } }
${CITATION}`;
    const tier = new RulebooksService(load(layer(rows))).tier(day, 'BK', ['TINH']);
    const own = { citation: 'Quyết định, Điều 5', status: 'secondary' };
    expect(tier).toMatchObject({
      closings: [{ ...own, sector: 'education', monthDay: '07-10' }],
      terms: [{ ...own, of: 'submission', days: 10, unit: 'calendarDays' }],
      quotas: [{ ...own, share: '3/20', rounding: 'floor' }],
      standards: { person: { ...own, rule: { all: [{ condition: { ...own, is: 'judged' } }] } } },
    });
  });

  it.each<[string, string, string]>([
    [
      'an override that was not delegated',
      layer(`${route()}  - at: tiers.BK.deciders\n    set: { levels: [commune] }\n${CITATION}`),
      ':17 overrides[1].at: tiers.BK.deciders is not delegated to a province by vn',
    ],
    [
      'a row without a citation',
      layer(route().replace('    citation: Quyết định, Điều 5\n', '')),
      ':13 overrides[0].citation: is missing',
    ],
    [
      'a layer under nothing',
      layer(route()).replace('under: vn', 'under: vn-r9'),
      ':6 under: there is no rulebook or layer vn-r9',
    ],
    [
      'a place of no row',
      layer(route('tiers.BK.route.council')),
      ':13 overrides[0].at: "tiers.BK.route.council" is no place of a row',
    ],
    [
      'a row of another form',
      layer(route('tiers.BK.route', 'everybody')),
      ':14 overrides[0].set.council: "everybody" is none of',
    ],
    ['a tier that there is not', layer(route('tiers.LA.route')), ':13 overrides[0].at: vn has no tier LA'],
    [
      'a fraction written as a decimal',
      layer(`  - at: tiers.BK.quotas\n    set: [{ share: 0.15, base: participants, scope: unit }]\n${CITATION}`),
      ':14 overrides[0].set[0].share: "0.15" is not a fraction',
    ],
    [
      'a share that nobody can reach',
      layer(
        `  - at: tiers.BK.vote\n    set: { ballot: open, base: allMembers, threshold: { fraction: 5/4, comparator: atLeast }, absent: notInFavour }\n${CITATION}`,
      ),
      ':14 overrides[0].set: tiers.BK.vote.threshold: atLeast 5/4 is no share that can be reached',
    ],
  ])('refuses %s, with file, line and reason', (_, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`rulebooks/layers/tinh.yaml${problem}`);
  });

  it('refuses two layers of one place whose dates overlap', () => {
    const texts = [
      layer(route()),
      layer(route()).replace('id: tinh', 'id: second').replace('2025-12-15', '2026-05-01'),
    ];
    const release = () =>
      releaseOf([{ name: 'vn.yaml', text: NATION }, ...texts.map((text, index) => ({ name: `${index}.yaml`, text }))]);
    expect(release).toThrow('1.yaml:7 effectiveFrom: its dates overlap tinh (2025-12-15 to open)');
  });
});
