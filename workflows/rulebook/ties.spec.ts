import { goesFirst } from './ties';
import type { TieRule } from './rulebook.types';

const R3: TieRule = {
  citation: 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 6',
  status: 'verified',
  councilChoice: false,
  prefers: 'women',
  collectiveShare: '7/10',
};
const collective = (women: number, all: number) => ({ kind: 'collective', members: { women, all } }) as const;

describe('who goes first among equals (NĐ152/2025, Điều 4.6)', () => {
  it('is the woman', () => {
    expect(goesFirst(R3, { kind: 'person', isWoman: true })).toBe(true);
    expect(goesFirst(R3, { kind: 'person', isWoman: false })).toBe(false);
  });

  it.each([
    [7, 10, true],
    [6, 10, false],
    [14, 20, true],
    [13, 19, false],
    [1, 1, true],
    [0, 0, false],
  ])('is the collective with %i women of %i members: %s', (women, all, isFirst) => {
    expect(goesFirst(R3, collective(women, all))).toBe(isFirst);
  });

  it('is nobody of whom it is not known, and no household', () => {
    expect(goesFirst(R3, { kind: 'person', isWoman: null })).toBe(false);
    expect(goesFirst(R3, { kind: 'collective', members: null })).toBe(false);
    expect(goesFirst(R3, { kind: 'household' })).toBe(false);
  });

  it('is nobody under rules without such a row, as R1 and R2', () => {
    for (const none of [null, undefined]) {
      expect(goesFirst(none, { kind: 'person', isWoman: true })).toBe(false);
      expect(goesFirst(none, collective(10, 10))).toBe(false);
    }
  });
});
