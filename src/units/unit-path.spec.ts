import { commonPath, pathBelow, pathsDownTo } from './unit-path';

describe(pathBelow.name, () => {
  it('hangs a unit under its parent', () => expect(pathBelow('/p/d/', 'w')).toBe('/p/d/w/'));
  it('makes a root of a unit without a parent', () => expect(pathBelow(undefined, 'p')).toBe('/p/'));
});

describe(commonPath.name, () => {
  it.each([
    [['/p/d/w1/', '/p/d/w2/'], '/p/d/'],
    [['/p/d/', '/p/d/w2/'], '/p/d/'],
    [['/p/d/w2/', '/p/d/'], '/p/d/'],
    [['/p/d/w1/'], '/p/d/w1/'],
    [['/p/', '/q/'], '/'],
    [['/p/', '/'], '/'],
    [[], '/'],
  ])('%j share %s', (paths, shared) => expect(commonPath(paths)).toBe(shared));

  it('does not take two ids with a common beginning for one unit', () =>
    expect(commonPath(['/p/ab/', '/p/abc/'])).toBe('/p/'));
});

describe(pathsDownTo.name, () => {
  it('names every unit on the way', () => expect(pathsDownTo('/p/d/w/')).toEqual(['/p/', '/p/d/', '/p/d/w/']));
  it('names nothing above the roots', () => expect(pathsDownTo('/')).toEqual([]));
});
