import fc from 'fast-check';
import type { Threshold } from '../kernel';
import {
  fitsTurnout,
  isCountConsistent,
  isPassingPossible,
  isTie,
  passResult,
  type Count,
  type PassRule,
  type Turnout,
} from './count';

const twoThirds: Threshold = { fraction: '2/3', comparator: 'atLeast' };
const fourFifths: Threshold = { fraction: '4/5', comparator: 'atLeast' };
const nineTenths: Threshold = { fraction: '9/10', comparator: 'atLeast' };
const half: Threshold = { fraction: '1/2', comparator: 'atLeast' };
const overHalf: Threshold = { fraction: '1/2', comparator: 'moreThan' };
const overNothing: Threshold = { fraction: '0/1', comparator: 'moreThan' };
const everybody: Threshold = { fraction: '1/1', comparator: 'atLeast' };

/** Parts by repeated addition, told apart from the kernel's multiplication and division. */
const SHARES: readonly (readonly [string, Threshold, parts: number, of: number, isOver: boolean])[] = [
  ['at least 2/3', twoThirds, 2, 3, false],
  ['at least 4/5', fourFifths, 4, 5, false],
  ['at least 9/10', nineTenths, 9, 10, false],
  ['at least 50%', half, 1, 2, false],
  ['over 50%', overHalf, 1, 2, true],
];

function sum(times: number, part: number): number {
  let total = 0;
  for (let i = 0; i < times; i += 1) total += part;
  return total;
}

const rule = (more: Partial<PassRule> = {}): PassRule => ({
  base: 'allMembers',
  threshold: twoThirds,
  conflictEffect: 'baseShrinks',
  absent: 'notInFavour',
  ...more,
});

const turnout = (memberCount: number, more: Partial<Turnout> = {}): Turnout => ({
  memberCount,
  presentCount: memberCount,
  conflictedCount: 0,
  conflictedPresentCount: 0,
  ...more,
});

const ballots = (inFavour: number, against = 0, abstained = 0, invalid = 0): Count => {
  const valid = inFavour + against + abstained;
  return { issued: valid + invalid, returned: valid + invalid, valid, invalid, inFavour, against, abstained };
};

describe('passResult', () => {
  it.each(SHARES)('is exact at %s for every vote of every council of 1 to 200', (_, threshold, parts, of, isOver) => {
    const wrong: string[] = [];
    for (let members = 1; members <= 200; members += 1) {
      const bar = sum(members, parts);
      let least = 0;
      let reached = 0;
      while (isOver ? reached <= bar : reached < bar) {
        reached += of;
        least += 1;
      }
      for (let votes = 0; votes <= members; votes += 1) {
        const result = passResult(rule({ threshold }), { ...turnout(members), count: ballots(votes, members - votes) });
        const isRight = result.passed === votes >= least && result.needed === least && result.base === members;
        if (!isRight) wrong.push(`${votes} of ${members}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [9, twoThirds, 6],
    [17, twoThirds, 12],
    [17, fourFifths, 14],
    [17, nineTenths, 16],
    [17, overHalf, 9],
    [10, half, 5],
    [10, overHalf, 6],
    [10, nineTenths, 9],
    [11, nineTenths, 10],
    [200, nineTenths, 180],
  ])('needs of %s members at %j: %s', (members, threshold, expected) => {
    const result = passResult(rule({ threshold }), { ...turnout(members), count: ballots(0) });
    expect(result.needed).toBe(expected);
  });

  it('says in both languages what was needed and what there was', () => {
    const sentenceOf = (more: Partial<PassRule>, count: Count) =>
      passResult(rule({ threshold: nineTenths, ...more }), { ...turnout(10), count }).sentence;
    expect(sentenceOf({}, ballots(8, 2))).toEqual({
      vi: 'Cần ít nhất 9 phiếu đồng ý trên 10 thành viên, có 8: không đạt.',
      en: 'Needs 9 of 10, has 8: not reached.',
    });
    expect(sentenceOf({}, ballots(9, 1)).vi).toBe('Cần ít nhất 9 phiếu đồng ý trên 10 thành viên, có 9: đạt.');
    expect(sentenceOf({ base: 'present' }, ballots(9)).en).toBe('Needs 9 of 10 taking part, has 9: reached.');
    expect(sentenceOf({ base: 'valid' }, ballots(8, 0, 0, 2)).vi).toBe(
      'Cần ít nhất 8 phiếu đồng ý trên 8 phiếu hợp lệ, có 8: đạt.',
    );
  });

  it('counts the absent, the abstaining and the spoilt as not in favour of all members', () => {
    const vote = { ...turnout(9, { presentCount: 8 }), count: ballots(5, 0, 2, 1) };
    expect(passResult(rule(), vote)).toMatchObject({ passed: false, inFavour: 5, base: 9, needed: 6 });
  });

  it('takes the share of those present or of the valid ballots where the rule says so', () => {
    const vote = { ...turnout(9, { presentCount: 8 }), count: ballots(5, 0, 2, 1) };
    expect(passResult(rule({ base: 'present' }), vote)).toMatchObject({ passed: false, base: 8, needed: 6 });
    expect(passResult(rule({ base: 'valid' }), vote)).toMatchObject({ passed: true, base: 7, needed: 5 });
  });

  it('shrinks the base by the members with a conflict of interest, or counts them as not in favour', () => {
    const vote = { ...turnout(10, { conflictedCount: 1, conflictedPresentCount: 1 }), count: ballots(8, 1) };
    const kept = rule({ threshold: nineTenths, conflictEffect: 'countsAsNotInFavour' });
    expect(passResult(rule({ threshold: nineTenths }), vote)).toMatchObject({ base: 9, needed: 9 });
    expect(passResult(kept, vote)).toMatchObject({ base: 10, needed: 9 });
    expect(passResult(rule(), { ...vote, count: ballots(6, 3) })).toMatchObject({ passed: true, base: 9, needed: 6 });
    expect(passResult({ ...kept, threshold: twoThirds }, { ...vote, count: ballots(6, 3) }).passed).toBe(false);
  });

  it('leaves an absent member with a conflict out of the base of all members and was never in that of the present', () => {
    const vote = {
      ...turnout(10, { presentCount: 8, conflictedCount: 2, conflictedPresentCount: 1 }),
      count: ballots(7),
    };
    expect(passResult(rule(), vote).base).toBe(8);
    expect(passResult(rule({ base: 'present' }), vote).base).toBe(7);
  });

  it('adds written opinions to the votes, and to the base where only those who take part are in it', () => {
    const count = { ...ballots(5, 2), writtenReceived: 2, writtenInFavour: 1 };
    const vote = { ...turnout(9, { presentCount: 7 }), count };
    expect(passResult(rule({ absent: 'writtenOpinion' }), vote)).toMatchObject({ inFavour: 6, base: 9, passed: true });
    expect(passResult(rule({ absent: 'writtenOpinion', base: 'present' }), vote)).toMatchObject({
      inFavour: 6,
      base: 9,
    });
    expect(passResult(rule({ absent: 'writtenOpinion', base: 'valid' }), vote)).toMatchObject({ inFavour: 6, base: 9 });
  });

  it('does not pass when nobody is left to vote', () => {
    const vote = { ...turnout(2, { conflictedCount: 2, conflictedPresentCount: 2 }), count: ballots(0) };
    expect(passResult(rule({ threshold: overNothing }), vote)).toMatchObject({ passed: false, base: 0, needed: 1 });
  });

  it('throws on a count that does not add up', () => {
    expect(() => passResult(rule(), { ...turnout(9), count: { ...ballots(6, 3), valid: 8 } })).toThrow(RangeError);
  });
});

describe('isCountConsistent', () => {
  const good: Count = { ...ballots(5, 2, 1, 1), issued: 10, writtenReceived: 2, writtenInFavour: 1 };

  it.each([
    ['more returned than issued', { issued: 8 }],
    ['a ballot neither valid nor invalid', { invalid: 0 }],
    ['a valid ballot in no heap', { abstained: 0 }],
    ['a valid ballot in two heaps', { against: 3 }],
    ['more written opinions in favour than received', { writtenInFavour: 3 }],
    ['a negative number', { against: -1, abstained: 4 }],
    ['half a ballot', { inFavour: 4.5, against: 2.5 }],
    ['no number at all', { issued: Number.NaN }],
  ])('refuses %s', (_, change) => {
    expect(isCountConsistent(good)).toBe(true);
    expect(isCountConsistent({ ...good, ...change })).toBe(false);
  });

  it('refuses written opinions in favour when none were received', () => {
    expect(isCountConsistent({ ...ballots(5), writtenInFavour: 1 })).toBe(false);
  });
});

describe('fitsTurnout', () => {
  const seven = turnout(10, { presentCount: 7, conflictedCount: 2, conflictedPresentCount: 1 });

  it('takes no more ballots than present members without a conflict', () => {
    expect(fitsTurnout(rule(), seven, ballots(6))).toBe(true);
    expect(fitsTurnout(rule(), seven, ballots(7))).toBe(false);
  });

  it('takes no more written opinions than absent members without a conflict, and none where the rule has none', () => {
    const written = (writtenReceived: number): Count => ({ ...ballots(6), writtenReceived, writtenInFavour: 0 });
    const takes = rule({ absent: 'writtenOpinion' });
    expect(fitsTurnout(takes, seven, written(2))).toBe(true);
    expect(fitsTurnout(takes, seven, written(3))).toBe(false);
    expect(fitsTurnout(rule(), seven, written(1))).toBe(false);
  });
});

describe('isPassingPossible', () => {
  const rules = fc.record<PassRule>({
    base: fc.constantFrom('allMembers', 'present', 'valid'),
    threshold: fc.constantFrom(twoThirds, fourFifths, nineTenths, half, overHalf, everybody),
    conflictEffect: fc.constantFrom('baseShrinks', 'countsAsNotInFavour'),
    absent: fc.constantFrom('writtenOpinion', 'notInFavour', 'proxy'),
  });
  const turnouts = fc.tuple(fc.nat(6), fc.nat(4), fc.nat(3), fc.nat(3)).map(([free, absent, busy, away]) => ({
    memberCount: free + absent + busy + away,
    presentCount: free + busy,
    conflictedCount: busy + away,
    conflictedPresentCount: busy,
  }));

  it('is true exactly when some vote of those who may vote passes', () => {
    fc.assert(
      fc.property(rules, turnouts, (asked, there) => {
        const voters = there.presentCount - there.conflictedPresentCount;
        const writers = asked.absent === 'writtenOpinion' ? there.memberCount - there.conflictedCount - voters : 0;
        let canPass = false;
        for (let yes = 0; yes <= voters; yes += 1) {
          for (let written = 0; written <= writers; written += 1) {
            for (let agreeing = 0; agreeing <= written; agreeing += 1) {
              const count = { ...ballots(yes, voters - yes), writtenReceived: written, writtenInFavour: agreeing };
              canPass ||= passResult(asked, { ...there, count }).passed;
            }
          }
        }
        expect(isPassingPossible(asked, there)).toBe(canPass);
      }),
      { numRuns: 500 },
    );
  });

  it('is false where conflicts alone keep nine tenths out of reach', () => {
    const two = turnout(10, { conflictedCount: 2, conflictedPresentCount: 2 });
    const asked = rule({ threshold: nineTenths, conflictEffect: 'countsAsNotInFavour' });
    expect(isPassingPossible(asked, two)).toBe(false);
    expect(isPassingPossible({ ...asked, conflictEffect: 'baseShrinks' }, two)).toBe(true);
  });
});

describe('isTie', () => {
  it.each([
    [ballots(4, 4), true],
    [ballots(4, 4, 2), true],
    [ballots(5, 4), false],
    [ballots(0, 0, 3), false],
    [{ ...ballots(4, 3), writtenReceived: 1, writtenInFavour: 0 }, true],
    [{ ...ballots(4, 4), writtenReceived: 1, writtenInFavour: 1 }, false],
  ])('of %j is %s', (count, expected) => {
    expect(isTie(count)).toBe(expected);
  });
});
