import { SeededRandomness } from '../../platform/ids/seeded-randomness';
import { countPapers } from './count-papers';
import { decodePaper, encodePaper, fitsBallot, isChoice } from './ballot-paper';
import { BoxDamagedError, openBox, sealBox } from './sealed-box';

const randomness = new SeededRandomness('ballots');
const key = randomness.bytes(32);
const label = { itemId: 'item', voteRound: 1, kind: 'ballots' } as const;
const size = { capacity: 9, paperLength: 1 };

describe('a sealed box', () => {
  it('holds what was put in, in sorted order and not in the order of voting', () => {
    expect(openBox(sealBox(['y', 'n', 'y', 'o'], size, label, key, randomness), size, label, key)).toEqual([
      'n',
      'o',
      'y',
      'y',
    ]);
  });

  it('has one size, whatever is in it', () => {
    const sizes = [[], ['y'], ['n', 'n'], Array<string>(9).fill('o')].map(
      (papers) => sealBox(papers, size, label, key, randomness).length,
    );
    expect(new Set(sizes).size).toBe(1);
  });

  it('looks different each time, so that comparing two states tells nothing', () => {
    const seal = (): string => sealBox(['y'], size, label, key, randomness);
    expect(seal()).not.toBe(seal());
  });

  it('cannot be opened with another key, as another item or after a change of one bit', () => {
    const sealed = sealBox(['y'], size, label, key, randomness);
    const changed = Buffer.from(sealed, 'base64');
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(() => openBox(sealed, size, label, randomness.bytes(32))).toThrow(BoxDamagedError);
    expect(() => openBox(sealed, size, { ...label, itemId: 'other' }, key)).toThrow(BoxDamagedError);
    expect(() => openBox(sealed, size, { ...label, kind: 'opinions' }, key)).toThrow(BoxDamagedError);
    expect(() => openBox(changed.toString('base64'), size, label, key)).toThrow(BoxDamagedError);
  });

  it('takes no more papers than there are members', () => {
    expect(() => sealBox(Array<string>(10).fill('y'), size, label, key, randomness)).toThrow(RangeError);
  });
});

describe('a ballot paper', () => {
  it.each(['inFavour', 'against', 'abstained'] as const)('says %s in one letter', (choice) => {
    const paper = encodePaper(choice, []);
    expect(paper).toHaveLength(1);
    expect(decodePaper(paper, [])).toBe(choice);
  });

  it('says which options it chooses in one digit each', () => {
    const options = ['a', 'b', 'c'];
    expect(encodePaper(['c', 'a'], options)).toBe('101');
    expect(decodePaper('101', options)).toEqual(['a', 'c']);
  });

  it('is taken only where the ballot offers it', () => {
    const yesNo = { choose: null };
    const chooseOne = { choose: 1, options: ['a', 'b'] };
    expect(fitsBallot('inFavour', yesNo)).toBe(true);
    expect(fitsBallot(['a'], yesNo)).toBe(false);
    expect(fitsBallot('inFavour', chooseOne)).toBe(false);
    expect(fitsBallot(['a', 'b'], chooseOne)).toBe(false);
    expect(fitsBallot(['z'], chooseOne)).toBe(false);
    expect(isChoice('maybe')).toBe(false);
    expect(isChoice(['a', 'a'])).toBe(false);
  });
});

describe(countPapers.name, () => {
  it('puts written opinions into the heaps of the ballots, so that nobody can tell what the only absent member thinks', () => {
    const counted = {
      ...{ issued: 4, returned: 4, valid: 4, invalid: 0 },
      ...{ inFavour: 2, against: 1, abstained: 1, writtenAmong: 1 },
    };
    expect(countPapers(['inFavour', 'against', 'abstained'], ['inFavour'], undefined)).toEqual(counted);
    expect(countPapers(['inFavour', 'inFavour', 'abstained'], ['against'], undefined)).toEqual(counted);
  });

  it('counts votes by option', () => {
    expect(countPapers([['a'], ['a', 'b'], []], [], ['a', 'b'])).toMatchObject({
      inFavour: 2,
      abstained: 1,
      votes: { a: 2, b: 1 },
    });
  });
});
