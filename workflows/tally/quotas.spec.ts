import { dong } from '../kernel';
import { foldQuotas, type TallyQuota } from './quotas';
import type { TallyRow } from './tally.types';

const quota = (quotaId: string, changes: Partial<TallyQuota> = {}): TallyQuota => ({
  quotaId,
  councilId: 'council',
  unitId: 'd',
  unitPath: '/d/',
  tier: 'CSTDCS',
  places: 3,
  isOpen: true,
  ...changes,
});

const aCase = (changes: Partial<TallyRow> = {}): TallyRow => ({
  ...{ caseId: 'case', tier: 'CSTDCS', family: 'state', subjectKind: 'person', subjectId: 's1' },
  ...{ unitId: 'w1', unitPath: '/d/w1/', achievedYear: 2023, decidedYear: null, presentedYear: null },
  ...{ eligible: false, inReview: false, recommended: false, sentUp: false, grantedAbove: false },
  ...{ paid: false, revoked: false, amount: dong('0') },
  ...{ gender: null, directWorker: null, leader: null, leaderLevel: null },
  ...changes,
});

const ENTRIES = ['placed', 'placed', 'waiting', 'freed', 'ended'].map((state) => ({ quotaId: 'q', state }));
const IN_2023 = { axis: 'achievement' as const, year: 2023 };

describe('foldQuotas', () => {
  it('says how many places are used and left, and how many wait', () => {
    expect(foldQuotas([quota('q')], ENTRIES, [], IN_2023)).toMatchObject([{ used: 2, left: 1, waiting: 1, places: 3 }]);
    expect(foldQuotas([quota('other')], ENTRIES, [], IN_2023)).toMatchObject([{ used: 0, left: 3, waiting: 0 }]);
  });

  it('counts cases of the tier under the council that are proposed in the year, however many places there are', () => {
    const rows = [
      ...Array.from({ length: 4 }, () => aCase()),
      aCase({ tier: 'GK' }),
      aCase({ unitPath: '/e/' }),
      aCase({ achievedYear: 2022, decidedYear: 2023 }),
    ];
    const proposed = (question: Parameters<typeof foldQuotas>[3]): unknown =>
      foldQuotas([quota('q')], [], rows, question)[0]?.proposed;
    expect(proposed(IN_2023)).toBe(4);
    expect(proposed({ axis: 'achievement' })).toBe(5);
    expect(proposed({ axis: 'decision', year: 2023 })).toBe(1);
  });

  it('keeps quotas of one tier together, each council apart', () => {
    const quotas = [quota('b'), quota('c', { tier: 'BK_TINH' }), quota('a', { councilId: 'other' })];
    expect(foldQuotas(quotas, [], [], IN_2023).map(({ quotaId }) => quotaId)).toEqual(['c', 'a', 'b']);
  });
});
