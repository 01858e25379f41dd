import { localDate } from '../../../workflows/kernel';
import { mayEndUnits, type MergeFacts, type MergingUnit } from './merge-rules';

const ON = localDate('2025-07-01');
const unit = (id: string, more: Partial<MergingUnit> = {}): MergingUnit => ({
  id,
  path: `/p/${id}/`,
  validFrom: localDate('2000-01-01'),
  validTo: null,
  isEnded: false,
  ...more,
});
const merger = (more: Partial<MergeFacts> = {}): MergeFacts => ({
  on: ON,
  namedCount: 2,
  ending: [unit('a'), unit('b')],
  successor: unit('s'),
  parentEnds: false,
  belowCount: 0,
  depth: 2,
  ...more,
});

describe(mayEndUnits.name, () => {
  it.each<[string, Partial<MergeFacts>, readonly string[]]>([
    ['a merger into a unit that exists', {}, []],
    ['a merger into a new unit', { successor: 'new' }, []],
    ['a dissolution', { namedCount: 1, ending: [unit('a')], successor: null }, []],
    ['a merger into the unit above', { successor: unit('p', { path: '/p/' }) }, []],
    [
      'a unit that was over before, noted late',
      { ending: [unit('a', { validTo: localDate('2020-12-31') }), unit('b')] },
      [],
    ],
    ['units out of sight', { namedCount: 3 }, ['UNIT.UNKNOWN_UNITS']],
    ['a unit that was merged before', { ending: [unit('a', { isEnded: true }), unit('b')] }, ['UNIT.ENDED_ALREADY']],
    [
      'a unit that begins on that day',
      { ending: [unit('a', { validFrom: ON }), unit('b')] },
      ['UNIT.ENDS_BEFORE_IT_BEGINS'],
    ],
    ['units below, which go to the successor', { belowCount: 1, depth: 20 }, []],
    ['units below, which would stand too deep there', { belowCount: 1, depth: 21 }, ['UNIT.TOO_DEEP']],
    ['units below a unit that is dissolved', { successor: null, belowCount: 1 }, ['UNIT.HAS_UNITS_BELOW']],
    ['a successor out of sight', { successor: 'unknown' }, ['UNIT.UNKNOWN_SUCCESSOR']],
    ['a successor that ends with the others', { successor: unit('a') }, ['UNIT.SUCCESSOR_ENDS']],
    ['a successor below one that ends', { successor: unit('c', { path: '/p/a/c/' }) }, ['UNIT.SUCCESSOR_ENDS']],
    ['a new successor below one that ends', { successor: 'new', parentEnds: true }, ['UNIT.SUCCESSOR_ENDS']],
    ['a successor that was merged', { successor: unit('s', { isEnded: true }) }, ['UNIT.SUCCESSOR_ENDED']],
    [
      'a successor that is over',
      { successor: unit('s', { validTo: localDate('2025-06-30') }) },
      ['UNIT.SUCCESSOR_ENDED'],
    ],
    ['a successor of its last day', { successor: unit('s', { validTo: ON }) }, []],
    [
      'a successor that begins later',
      { successor: unit('s', { validFrom: localDate('2025-07-02') }) },
      ['UNIT.SUCCESSOR_STARTS_LATER'],
    ],
    ['several faults', { namedCount: 3, successor: 'unknown' }, ['UNIT.UNKNOWN_UNITS', 'UNIT.UNKNOWN_SUCCESSOR']],
  ])('%s', (_, more, codes) => {
    expect(mayEndUnits(merger(more)).map(({ code }) => code)).toEqual(codes);
  });
});
