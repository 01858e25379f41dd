import { decimal, dong } from '../../../workflows/kernel';
import { annexesOf, totalOf, type AnnexLine } from './document-annexes';
import type { PrizePrinted } from './prize-printed';

const prize: PrizePrinted = {
  amount: dong('710000'),
  baseSalary: dong('2340000'),
  coefficient: decimal('0.3'),
  multiplier: decimal('1'),
  roundedUpTo: 10_000,
  citations: [],
};

const line = (caseId: string, tier: string, known: PrizePrinted | null = prize): AnnexLine => ({
  ...{ caseId, tier, name: 'Thành viên 01', subjectKind: 'person', unitName: 'Phường' },
  ...{ amount: known?.amount ?? null, verificationCode: null, isRevoked: false, prize: known },
});

describe(annexesOf.name, () => {
  const lines = [line('a', 'LDTT'), line('b', 'GK', null), line('c', 'LDTT')];
  const annexes = annexesOf(lines, (tier) => ({ vi: tier, en: tier }));

  it('gives every tier an annex of its own, numbered from 1', () => {
    expect(
      annexes.map(({ tier, lines: own }) => [tier, own.map(({ ordinal, caseId }) => `${ordinal} ${caseId}`)]),
    ).toEqual([
      ['LDTT', ['1 a', '2 c']],
      ['GK', ['1 b']],
    ]);
  });

  it('adds up what is known, and says once how it was worked out', () => {
    expect(annexes.map(({ caseCount, total, prizes }) => [caseCount, total, prizes])).toEqual([
      [2, '1420000', [prize]],
      [1, '0', []],
    ]);
    expect(totalOf(lines)).toBe('1420000');
  });
});
