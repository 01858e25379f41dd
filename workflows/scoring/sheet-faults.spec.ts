import { decimal } from '../kernel';
import { bandFaults } from './bands';
import type { Criterion, TieBreak } from './scoring.types';
import { sheetFaults } from './sheet-faults';
import { scoreOf } from './score';
import { aBand, aCriterion, aSheet, entriesOf } from './testing/scoring-samples';

const faults = (criteria: readonly Criterion[], tieBreak: readonly TieBreak[] = []): readonly string[] =>
  sheetFaults(aSheet(criteria, { tieBreak })).map(({ kind, code, field }) => [kind, code, field].join(' ').trim());

const BALLOT: TieBreak = { by: 'ballot', code: null };
const STRANGER: TieBreak = { by: 'criterion', code: 'x' };
const OF_PENALTY: TieBreak = { by: 'criterion', code: 'P' };
const ODD: TieBreak = { by: 'ballot', code: '1' };
const FEWER: TieBreak = { by: 'fewerPenalties', code: null };

describe(bandFaults.name, () => {
  it.each([
    [['[0, 80)', '[80, 100)', '[100, )'], []],
    [['(, 80]', '(80, 100]', '(100, )'], []],
    [['[0, 80)', '(80, 100]'], ['bandGap']],
    [['[0, 80]', '[80, 100]'], ['bandOverlap']],
    [['[0, 80)', '[81, 100]'], ['bandGap']],
    [['[0, 80)', '[79, 100]'], ['bandOverlap']],
    [['[0, )', '[80, 100]'], ['bandOverlap']],
    [['[80, 100]', '[0, 80)'], ['bandOverlap']],
    [['[5, 5]'], []],
    [['[5, 5)'], ['bandEmpty']],
    [['[6, 5]'], ['bandEmpty']],
  ])('says of %j: %j', (bands, expected) => {
    expect(bandFaults(bands.map((text) => aBand(text, '1')))).toEqual(expected);
  });
});

describe(sheetFaults.name, () => {
  const one = aCriterion('1');

  it('finds nothing wrong with a plain sheet', () => {
    const group = aCriterion('I', { kind: 'group', maxPoints: decimal('25') });
    const parts = [aCriterion('1', { parentCode: 'I' }), aCriterion('2', { parentCode: 'I', weight: decimal('1.5') })];
    const gate = aCriterion('G', { kind: 'gate', measureCode: 'm', onFail: 'totalZero' });
    const chain: TieBreak[] = [{ by: 'criterion', code: 'I' }, FEWER, { by: 'womenCollective', code: null }, BALLOT];
    expect(faults([group, ...parts, gate], chain)).toEqual([]);
  });

  it.each([
    [[one, one], 'codeRepeated 1'],
    [[aCriterion('1', { parentCode: 'I' })], 'unknownParent 1'],
    [[one, aCriterion('2', { parentCode: '1' })], 'unknownParent 2'],
    [[one, aCriterion('I', { kind: 'group' })], 'groupEmpty I'],
    [
      [aCriterion('I', { kind: 'group', maxPoints: decimal('11') }), aCriterion('1', { parentCode: 'I' })],
      'groupMax I',
    ],
    [
      [
        aCriterion('I', { kind: 'group' }),
        aCriterion('1', { parentCode: 'I' }),
        aCriterion('B', { kind: 'bonus', parentCode: 'I' }),
      ],
      'notInGroups B',
    ],
    [[aCriterion('1', { maxPoints: null })], 'fieldMissing 1 maxPoints'],
    [[aCriterion('1', { plan: decimal('1') })], 'fieldUnused 1 plan'],
    [[aCriterion('1', { method: 'count' })], 'fieldMissing 1 pointsEach'],
    [[aCriterion('1', { method: 'bands' })], 'fieldMissing 1 bands'],
    [[aCriterion('1', { method: 'share', plan: decimal('1'), measureCode: 'm' })], 'fieldUnused 1 measureCode'],
    [[aCriterion('1', { method: 'share', plan: decimal('0') })], 'outOfRange 1 plan'],
    [[aCriterion('1', { weight: decimal('0') })], 'outOfRange 1 weight'],
    [[aCriterion('1', { maxPoints: decimal('1000001') })], 'outOfRange 1 maxPoints'],
    [[aCriterion('1', { method: 'bands', bands: [aBand('[0, )', '11')] })], 'outOfRange 1 bands'],
    [[one, aCriterion('G', { kind: 'gate', plan: decimal('1') })], 'fieldMissing G onFail'],
    [[aCriterion('B', { kind: 'bonus' })], 'nothingScored'],
    [
      [one, aCriterion('G', { kind: 'gate', plan: decimal('1'), onFail: 'totalZero', roundTo: 2 })],
      'fieldUnused G roundTo',
    ],
    [
      [one, aCriterion('G', { kind: 'gate', plan: decimal('1'), onFail: 'totalZero', weight: decimal('2') })],
      'fieldUnused G weight',
    ],
    [[aCriterion('I', { kind: 'group', roundTo: 0 }), aCriterion('1', { parentCode: 'I' })], 'fieldUnused I roundTo'],
    [[aCriterion('1', { maxPoints: decimal('1000'), weight: decimal('1000.1') })], 'outOfRange 1 weight'],
    [
      [
        aCriterion('I', { kind: 'group', weight: decimal('1000') }),
        aCriterion('1', { parentCode: 'I', weight: decimal('100.1') }),
      ],
      'outOfRange I weight',
    ],
  ])('%#: %s', (criteria, expected) => {
    expect(faults(criteria)).toEqual([expected]);
  });

  it('keeps the total within the limits of decimals, however deep groups lie in groups', () => {
    const heavy = decimal('1000000');
    const groups = ['A', 'B', 'C'].map((code, depth) =>
      aCriterion(code, { kind: 'group', weight: heavy, parentCode: ['A', 'B', 'C'][depth - 1] ?? null }),
    );
    const deep = aSheet([...groups, aCriterion('1', { parentCode: 'C' })]);
    expect(sheetFaults(deep)).toContainEqual({ kind: 'outOfRange', code: 'C', field: 'weight' });
    const most = Array.from({ length: 300 }, (_, index) => aCriterion(`${index}`, { maxPoints: heavy }));
    expect(sheetFaults(aSheet(most))).toEqual([]);
    const full = entriesOf(Object.fromEntries(most.map(({ code }) => [code, '1000000'])));
    expect(scoreOf(aSheet(most, { roundTo: 6 }), full).total).toBe('300000000');
  });

  it('asks for a plan or a measure', () => {
    expect(faults([aCriterion('1', { method: 'share' })])).toEqual([
      'fieldMissing 1 plan',
      'fieldMissing 1 measureCode',
    ]);
  });

  it.each([
    [[BALLOT, FEWER], 'ballotNotLast'],
    [[FEWER, FEWER], 'tieBreakRepeated'],
    [[STRANGER], 'tieBreakUnknown'],
    [[OF_PENALTY], 'tieBreakPenalty'],
    [[ODD], 'tieBreakUnknown'],
  ])('refuses the chain %j: %s', (chain, expected) => {
    expect(faults([one, aCriterion('P', { kind: 'penalty' })], chain)).toEqual([expected]);
  });
});
