import fc from 'fast-check';
import { dong, localDate } from '../kernel';
import { notDue, type PrizeClaim } from './stacking';
import type { StackingRule } from './rulebook.types';

const R3: StackingRule = {
  citation: 'Nghị định 152/2025/NĐ-CP, Điều 49 khoản 5, 6 và 7',
  status: 'verified',
  councilChoice: false,
  titlesOfOnePeriod: 'highestOnly',
  titlesOfOtherPeriods: 'each',
  forms: 'each',
  titleAndForm: 'each',
};

const claim = (id: string, amount: string, more: Partial<PrizeClaim> = {}): PrizeClaim => ({
  id,
  kind: 'title',
  amount: dong(amount),
  decidedOn: localDate('2025-12-20'),
  achievedFrom: localDate('2025-01-01'),
  achievedTo: localDate('2025-12-31'),
  ...more,
});

const LDTT = claim('ldtt', '710000');
const CSTDCS = claim('cstdcs', '2340000');
const CSTD_TINH = claim('cstd-tinh', '7020000');
const threeYears = { achievedFrom: localDate('2023-01-01') };

describe('prizes that come together (NĐ152/2025, Điều 49.5-49.7)', () => {
  it('are the highest of several titles over one period', () => {
    const found = notDue(R3, [LDTT, CSTD_TINH, CSTDCS]);
    expect([...found]).toEqual([
      ['cstdcs', { reason: 'titlesOfOnePeriod', insteadId: 'cstd-tinh' }],
      ['ldtt', { reason: 'titlesOfOnePeriod', insteadId: 'cstd-tinh' }],
    ]);
  });

  it('are each of titles over different periods', () => {
    expect(notDue(R3, [CSTDCS, claim('cstd-tinh', '7020000', threeYears)]).size).toBe(0);
  });

  it('are each of several forms for different achievements', () => {
    const forms = [claim('gk', '710000', { kind: 'form' }), claim('bk', '3510000', { kind: 'form', ...threeYears })];
    expect(notDue(R3, forms).size).toBe(0);
  });

  it('are both of a title and a form', () => {
    expect(notDue(R3, [CSTDCS, claim('bk', '3510000', { kind: 'form' })]).size).toBe(0);
  });

  it('are each of what different moments brought', () => {
    expect(notDue(R3, [LDTT, claim('later', '2340000', { decidedOn: localDate('2025-12-21') })]).size).toBe(0);
  });

  it('are each where no rule is known, as under R1 and R2', () => {
    for (const none of [null, undefined]) expect(notDue(none, [LDTT, CSTDCS]).size).toBe(0);
  });

  it('are one of two equal ones, whichever order they come in', () => {
    const twin = claim('a', '710000');
    for (const claims of [
      [LDTT, twin],
      [twin, LDTT],
    ]) {
      expect([...notDue(R3, claims).keys()]).toEqual(['ldtt']);
    }
  });

  it('follow a rule that pays only the highest of forms, or of a title and a form', () => {
    const forms = [claim('gk', '710000', { kind: 'form' }), claim('bk', '3510000', { kind: 'form' })];
    expect([...notDue({ ...R3, forms: 'highestOnly' }, forms)]).toEqual([['gk', { reason: 'forms', insteadId: 'bk' }]]);
    const [, bk] = forms;
    if (!bk) throw new Error('Two forms were made');
    const mixed = notDue({ ...R3, titleAndForm: 'highestOnly' }, [CSTDCS, bk]);
    expect(mixed.get('cstdcs')).toEqual({ reason: 'titleAndForm', insteadId: 'bk' });
  });

  it('always leave the highest, do not depend on the order, and fall away only for one that is paid', () => {
    const claims = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom<PrizeClaim['kind']>('title', 'form'),
        amount: fc.integer({ min: 1, max: 900 }).map((amount) => dong(`${amount}0000`)),
        decidedOn: fc.constantFrom('2025-12-20', '2025-12-21').map(localDate),
        achievedFrom: fc.constantFrom('2023-01-01', '2025-01-01').map(localDate),
        achievedTo: fc.constant(localDate('2025-12-31')),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    const word = fc.constantFrom<StackingRule['forms']>('highestOnly', 'each');
    const rules = fc.record({ titlesOfOnePeriod: word, titlesOfOtherPeriods: word, forms: word, titleAndForm: word });
    fc.assert(
      fc.property(rules, claims, (words, all) => {
        const found = notDue({ ...R3, ...words }, all);
        expect(notDue({ ...R3, ...words }, [...all].reverse())).toEqual(found);
        for (const [id, { insteadId }] of found) {
          const [lost, paid] = [id, insteadId].map((wanted) => all.find((each) => each.id === wanted));
          expect(found.has(insteadId)).toBe(false);
          expect(BigInt(paid?.amount ?? '0')).toBeGreaterThanOrEqual(BigInt(lost?.amount ?? '0'));
        }
        expect(found.size).toBeLessThanOrEqual(Math.max(0, all.length - 1));
      }),
    );
  });
});
