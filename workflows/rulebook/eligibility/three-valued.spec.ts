import fc from 'fast-check';
import type { RuleStatus } from '../rulebook.types';
import type { Finding } from './answer.types';
import { both, together, weaker, type Rested } from './three-valued';

const findings = fc.constantFrom<Finding>('met', 'notMet', 'notProven');
const rested = fc.record<Rested>({
  finding: findings,
  status: fc.constantFrom<RuleStatus>('verified', 'secondary', 'unverified'),
});
const parts = fc.array(findings, { minLength: 1, maxLength: 6 });

const of = (needed: number, given: readonly Finding[]): Finding =>
  together(
    needed,
    given.map((finding) => ({ finding, status: 'verified' as const })),
  ).finding;
const all = (given: readonly Finding[]): Finding => of(given.length, given);
const any = (given: readonly Finding[]): Finding => of(1, given);
const not = (finding: Finding): Finding =>
  ({ met: 'notMet', notMet: 'met', notProven: 'notProven' })[finding] as Finding;

describe('together', () => {
  it.each<readonly [Finding, Finding, Finding, Finding]>([
    ['met', 'met', 'met', 'met'],
    ['met', 'notMet', 'notMet', 'met'],
    ['met', 'notProven', 'notProven', 'met'],
    ['notMet', 'notMet', 'notMet', 'notMet'],
    ['notMet', 'notProven', 'notMet', 'notProven'],
    ['notProven', 'notProven', 'notProven', 'notProven'],
  ])('takes %s and %s as Kleene does: all %s, any %s', (one, other, asAll, asAny) => {
    expect([all([one, other]), all([other, one]), both(one, other)]).toEqual([asAll, asAll, asAll]);
    expect([any([one, other]), any([other, one])]).toEqual([asAny, asAny]);
  });

  it('obeys De Morgan: not all is any not', () => {
    fc.assert(fc.property(parts, (given) => expect(not(all(given))).toBe(any(given.map(not)))));
  });

  it('does not depend on the order of its parts, nor on how they are grouped', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(all([...one, ...other])).toBe(all([all(other), all(one)]));
        expect(any([...one, ...other])).toBe(any([any(other), any(one)]));
      }),
    );
  });

  it('finds what every way of proving the open parts would find, and only then decides', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 5 }), (given, extra) => {
        const needed = 1 + (extra % given.length);
        const settle = (as: Finding): Finding =>
          of(
            needed,
            given.map((each) => (each === 'notProven' ? as : each)),
          );
        const [best, worst] = [settle('met'), settle('notMet')];
        expect(of(needed, given)).toBe(best === worst ? best : 'notProven');
      }),
    );
  });
});

describe('the status of several together', () => {
  const part = (finding: Finding, status: RuleStatus): Rested => ({ finding, status });

  it('is that of the weakest where all are needed, of the strongest where one is enough', () => {
    const met = [part('met', 'verified'), part('met', 'unverified')];
    expect(together(2, met)).toEqual(part('met', 'unverified'));
    expect(together(1, met)).toEqual(part('met', 'verified'));
    const notMet = [part('notMet', 'verified'), part('notMet', 'unverified')];
    expect(together(2, notMet)).toEqual(part('notMet', 'verified'));
    expect(together(1, notMet)).toEqual(part('notMet', 'unverified'));
  });

  it('does not count parts that the finding does not rest on', () => {
    expect(together(1, [part('met', 'verified'), part('notMet', 'unverified')]).status).toBe('verified');
    expect(together(2, [part('notMet', 'secondary'), part('notProven', 'unverified')]).status).toBe('secondary');
    expect(together(2, [part('met', 'unverified'), part('notProven', 'secondary')]).status).toBe('secondary');
  });

  it('is that of some part with the same finding, and of the weakest where all are met', () => {
    fc.assert(
      fc.property(fc.array(rested, { minLength: 1, maxLength: 5 }), (given) => {
        const { finding, status } = together(given.length, given);
        if (finding === 'met') expect(status).toBe(given.map((each) => each.status).reduce(weaker));
        else expect(given.some((each) => each.finding === finding && each.status === status)).toBe(true);
      }),
    );
  });
});
