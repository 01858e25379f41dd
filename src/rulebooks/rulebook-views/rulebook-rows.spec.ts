import type { Rulebook } from '../../../workflows/rulebook';
import { countsByStatus, rowsOfRulebook } from './rulebook-rows';

const cited = (citation: string, status: 'verified' | 'secondary' = 'verified') => ({
  citation,
  status,
  councilChoice: false,
});

/** As much of a rulebook as tells rows apart. */
const RULEBOOK = {
  id: 'mau',
  ...cited('Điều 94'),
  council: { vote: { ballot: 'open', ...cited('Điều 30', 'secondary') } },
  tiers: [
    {
      code: 'LDTT',
      name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
      ...cited('Điều 24'),
      deciders: { levels: ['unit'], ...cited('Điều 80') },
      vote: null,
      quotas: [{ share: '3/20', ...cited('Điều 9') }],
      standards: {
        person: { rule: { all: [{ condition: { is: 'x', ...cited('Điều 24.1') } }] }, ...cited('Điều 24') },
      },
    },
  ],
} as unknown as Rulebook;

describe(rowsOfRulebook.name, () => {
  const rows = rowsOfRulebook(RULEBOOK);

  it('finds every cited row, by its place', () => {
    expect(rows.map(({ place, citation }) => [place, citation])).toEqual([
      ['', 'Điều 94'],
      ['council.vote', 'Điều 30'],
      ['tiers.LDTT', 'Điều 24'],
      ['tiers.LDTT.deciders', 'Điều 80'],
      ['tiers.LDTT.quotas.0', 'Điều 9'],
      ['tiers.LDTT.standards.person', 'Điều 24'],
    ]);
  });

  it('lets rows inside a row speak for themselves, and keeps the conditions of a standard together', () => {
    const says = new Map(rows.map((row) => [row.place, row.says]));
    expect(says.get('tiers.LDTT')).toEqual({
      code: 'LDTT',
      name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
      vote: null,
    });
    expect(says.get('tiers.LDTT.standards.person')).toEqual({
      rule: { all: [{ condition: { is: 'x', ...cited('Điều 24.1') } }] },
    });
  });

  it('counts them by how sure they are', () => {
    expect(countsByStatus(rows)).toEqual({ verified: 5, secondary: 1, unverified: 0 });
  });
});
