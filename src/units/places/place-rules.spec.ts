import { localDate } from '../../../workflows/kernel';
import { mayMoveUnit, type MoveFacts, type PlacedUnit } from './place-rules';

const [BEFORE, ON, AFTER] = [localDate('2025-06-30'), localDate('2025-07-01'), localDate('2025-07-02')];
const placed = (id: string, path: string, more: Partial<PlacedUnit> = {}): PlacedUnit => ({
  ...{ id, path, validFrom: localDate('2000-01-01'), validTo: null, isEnded: false },
  ...more,
});
const unit = { ...placed('w', '/p/d/w/'), parentId: 'd' };
const parent = placed('s', '/p/s/');
const move = (more: Partial<MoveFacts> = {}): MoveFacts => ({
  ...{ on: ON, today: ON, unit, parent, levelsBelow: 0, lastLeftOn: null },
  ...more,
});
const atDepth = (levels: number): string => `/${Array.from({ length: levels }, (_, index) => index).join('/')}/`;

describe(mayMoveUnit.name, () => {
  it.each<[string, Partial<MoveFacts>, readonly string[]]>([
    ['a move of today', {}, []],
    ['a move of before, noted late', { on: BEFORE }, []],
    ['a move on the day on which the unit begins', { unit: { ...unit, validFrom: ON } }, []],
    ['a second move on one day', { lastLeftOn: ON }, []],
    ['a parent of its last day', { parent: { ...parent, validTo: ON } }, []],
    ['a parent of its first day', { parent: { ...parent, validFrom: ON } }, []],
    ['a tree that is full then', { parent: placed('s', atDepth(17)), levelsBelow: 2 }, []],
    ['a tree that is too deep then', { parent: placed('s', atDepth(18)), levelsBelow: 2 }, ['UNIT.TOO_DEEP']],
    ['a unit that is no more', { unit: { ...unit, isEnded: true } }, ['UNIT.DISSOLVED']],
    ['a parent that is no more', { parent: { ...parent, isEnded: true, validTo: BEFORE } }, ['UNIT.DISSOLVED']],
    ['a parent that is over', { parent: { ...parent, validTo: BEFORE } }, ['UNIT.PARENT_NOT_THERE']],
    ['a parent that begins later', { parent: { ...parent, validFrom: AFTER } }, ['UNIT.PARENT_NOT_THERE']],
    ['a parent below it', { parent: placed('c', '/p/d/w/c/') }, ['UNIT.BELOW_ITSELF']],
    ['itself', { parent: unit }, ['UNIT.BELOW_ITSELF']],
    ['the unit above it', { parent: placed('d', '/p/d/') }, ['UNIT.SAME_PARENT']],
    ['a day to come', { on: AFTER }, ['UNIT.NOT_YET']],
    ['a day before it began', { unit: { ...unit, validFrom: AFTER } }, ['UNIT.MOVED_LATER']],
    ['a day before its last move', { lastLeftOn: AFTER }, ['UNIT.MOVED_LATER']],
  ])('%s', (_, more, codes) => {
    expect(mayMoveUnit(move(more)).map(({ code }) => code)).toEqual(codes);
  });
});
