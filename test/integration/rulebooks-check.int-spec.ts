import { RulebookFilesError } from '../../src/rulebooks';
import { releaseOf } from '../../src/rulebooks/release-of';

const CITED = 'citation: Luật mẫu, status: verified';

/** A small rulebook with a row of each kind that is judged here. */
const SAMPLE = `kind: rulebook
id: sample
regime: R2
effectiveFrom: 2024-01-01
effectiveTo: null
document: Luật mẫu
citation: Luật mẫu
status: verified
council:
  route: { council: fullCouncil, publicity: false, simple: false, ${CITED} }
  vote: { ballot: secret, base: allMembers, threshold: { fraction: 2/3, comparator: atLeast }, absent: notInFavour, ${CITED} }
  quorum: { threshold: { fraction: 2/3, comparator: atLeast }, ${CITED} }
  conflict: { ownUnit: false, effect: notInFavour, ${CITED} }
multipliers: { collective: 2, household: 1.5, ${CITED} }
rounding: { upTo: 10000, ${CITED} }
roundingOrder: { roundBeforeMultiplier: false, ${CITED} }
ties: { prefers: women, collectiveShare: 7/10, ${CITED} }
tiers:
  - code: LDTT
    name: { vi: Lao động tiên tiến, en: Advanced worker }
    family: state
    kind: title
    level: unit
    subjects: [person]
    ${CITED.replace(', ', '\n    ')}
    deciders: { levels: [unit], ${CITED} }
    standards:
      person:
        ${CITED.replace(', ', '\n        ')}
        rule:
          all:
            - { is: ratedAtLeast, rating: good }
            - { is: judged, condition: lawAbiding, citation: Điều 24, status: secondary }
  - code: CSTDCS
    name: { vi: Chiến sĩ thi đua cơ sở, en: Grassroots emulation fighter }
    family: state
    kind: title
    level: unit
    subjects: [person]
    ${CITED.replace(', ', '\n    ')}
    deciders: { levels: [unit], ${CITED} }
    standards:
      person:
        ${CITED.replace(', ', '\n        ')}
        rule:
          atLeast: 1
          of:
            - { is: meets, tier: LDTT }
            - { is: shareOfMembersHolding, tier: LDTT, comparator: atLeast, share: 7/10 }
    quotas:
      - { share: 3/20, base: holdersOf, of: LDTT, scope: unit, subjects: person, ${CITED} }
    checklist:
      ${CITED.replace(', ', '\n      ')}
      papers:
        - { code: TO_TRINH, name: { vi: Tờ trình, en: Letter }, copies: 1, isOriginal: true }
    terms:
      - { of: appraisal, days: 20, unit: workingDays, ${CITED} }
    closings:
      - { monthDay: 12-31, yearsAfter: 1, after: LDTT, sector: general, ${CITED} }
`;

const SECOND = SAMPLE.replace('id: sample', 'id: later');

function problemsOf(...texts: readonly string[]): string[] {
  try {
    releaseOf(texts.map((text, index) => ({ name: `rulebooks/${index}.yaml`, text })));
  } catch (error) {
    if (!(error instanceof RulebookFilesError)) throw error;
    return error.problems.map(({ file, line, path, reason }) => `${file}:${line} ${path}: ${reason}`);
  }
  return [];
}

/** The line on which a text first stands. */
const lineOf = (text: string): number => SAMPLE.slice(0, SAMPLE.indexOf(text)).split('\n').length;

describe('rulebook check', () => {
  it('finds nothing in the sample', () => {
    expect(problemsOf(SAMPLE)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      'a row without a citation',
      `deciders: { levels: [unit], ${CITED} }`,
      'deciders: { levels: [unit], status: verified }',
      'tiers[0].deciders.citation: is missing',
    ],
    [
      'a condition that cites an article and does not say how sure it is',
      'citation: Điều 24, status: secondary',
      'citation: Điều 24',
      'tiers[0].standards.person.rule.all[1].status: is missing',
    ],
    [
      'a condition of a predicate that there is none of',
      'is: ratedAtLeast',
      'is: ratedAbout',
      'tiers[0].standards.person.rule.all[0].is: there is no predicate ratedAbout',
    ],
    [
      'a parameter that the predicate does not have',
      'rating: good }',
      'rating: good, since: LDTT }',
      'tiers[0].standards.person.rule.all[0].since: since is not known here',
    ],
    [
      'a condition on a tier that there is none of',
      '{ is: meets, tier: LDTT }',
      '{ is: meets, tier: LDXX }',
      'tiers[1].standards.person.rule.of[0].tier: tier there is no tier LDXX',
    ],
    [
      'a share of a condition that is written as a decimal',
      'comparator: atLeast, share: 7/10',
      'comparator: atLeast, share: 0.7',
      'tiers[1].standards.person.rule.of[1].share: share "0.7" is not a fraction like 2/3',
    ],
    [
      'a group that asks for more than it holds',
      'atLeast: 1\n',
      'atLeast: 3\n',
      'tiers[1].standards.person.rule.atLeast: atLeast must be a whole number from 1 to 2',
    ],
    [
      'a quota written as a decimal',
      'share: 3/20',
      'share: 0.15',
      'tiers[1].quotas[0].share: "0.15" is not a fraction',
    ],
    ['a quota of nothing', 'share: 3/20', 'share: 0/20', 'tiers[1].quotas[0].share: 0/20 must be above 0'],
    [
      'a quota of a tier that there is none of',
      'of: LDTT, scope',
      'of: LDXX, scope',
      'tiers[1].quotas[0].of: there is no tier LDXX',
    ],
    [
      'a quota of holders that does not say of what',
      'base: holdersOf, of: LDTT,',
      'base: holdersOf,',
      'tiers[1].quotas[0].of: is the tier of holdersOf',
    ],
    [
      "a secret ballot that needs the chair's vote",
      'base: allMembers,',
      'chairMustAgree: true, base: allMembers,',
      "council.vote.chairMustAgree: the chair's vote cannot be seen in a ballot that is secret",
    ],
    [
      'a share of women written as a decimal',
      'collectiveShare: 7/10',
      'collectiveShare: 0.7',
      'ties.collectiveShare: "0.7" is not',
    ],
    ['a paper of no sets', 'copies: 1', 'copies: 0', 'tiers[1].checklist.papers[0].copies: must be above 0, or null'],
    ['a term of no days', 'days: 20', 'days: 0', 'tiers[1].terms[0].days: must be above 0'],
    [
      'a day that not every year has',
      'monthDay: 12-31',
      'monthDay: 02-29',
      'tiers[1].closings[0].monthDay: "02-29" is not a day of every year',
    ],
    [
      'a closing after a tier that there is none of',
      'after: LDTT',
      'after: LDXX',
      'tiers[1].closings[0].after: there is no tier LDXX',
    ],
    [
      'a standard of those to whom the tier is not given',
      'standards:\n      person:',
      'standards:\n      household:',
      'tiers[0].standards.household: the tier is not given to a household',
    ],
    [
      'a kind of subject that there is none of',
      'standards:\n      person:',
      'standards:\n      people:',
      'tiers[0].standards.people: is none of person, collective, household',
    ],
    [
      'a rule that is none',
      '{ is: ratedAtLeast, rating: good }',
      '{ rating: good }',
      'tiers[0].standards.person.rule.all[0]: must say is, all, any',
    ],
  ])('names %s with file, line and reason', (_, from, to, problem) => {
    const [first = ''] = problemsOf(SAMPLE.replace(from, to));
    const lines = from.split('\n').length - 1;
    const line = from.startsWith('atLeast') ? lineOf(from) : lineOf(from) + lines;
    expect(first).toContain(`rulebooks/0.yaml:${line} ${problem}`);
  });

  it('names a prerequisite that goes in a circle', () => {
    const circle = SAMPLE.replace('{ is: ratedAtLeast, rating: good }', '{ is: meets, tier: CSTDCS }');
    expect(problemsOf(circle)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^rulebooks\/0\.yaml:\d+ tiers\[\d\]\.standards\.person\.rule.*: asks for itself: .*→.*→/,
        ),
      ]),
    );
  });

  it('names tiers of which each must have been won before the other', () => {
    const circle = SAMPLE.replace('{ is: ratedAtLeast, rating: good }', '{ is: holds, tier: CSTDCS }').replace(
      'atLeast: 1\n          of:\n            - { is: meets, tier: LDTT }',
      'all:\n            - { is: holds, tier: LDTT }',
    );
    expect(problemsOf(circle)).toEqual([
      `rulebooks/0.yaml:${lineOf('      person:')} tiers[0].standards.person: nobody can win it first: LDTT → CSTDCS → LDTT`,
    ]);
  });

  it('names dates that overlap, and lets the chair be asked for in an open ballot', () => {
    const open = SAMPLE.replace('ballot: secret', 'chairMustAgree: true, ballot: open');
    expect(problemsOf(open)).toEqual([]);
    expect(problemsOf(SAMPLE, SECOND)).toEqual([
      'rulebooks/1.yaml:4 effectiveFrom: its dates overlap sample (2024-01-01 to open)',
    ]);
  });

  it('gives a condition the citation of its standard, and its own where it has one', () => {
    const { rulebooks } = releaseOf([{ name: 'rulebooks/0.yaml', text: SAMPLE }]);
    const own = { citation: 'Luật mẫu', status: 'verified', councilChoice: false };
    expect(rulebooks[0]?.tiers[0]?.standards?.person?.rule).toEqual({
      all: [
        { condition: { ...own, is: 'ratedAtLeast', with: { rating: 'good' } } },
        {
          condition: {
            ...own,
            is: 'judged',
            with: { condition: 'lawAbiding' },
            citation: 'Điều 24',
            status: 'secondary',
          },
        },
      ],
    });
  });
});
