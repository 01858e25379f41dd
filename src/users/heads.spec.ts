import { headFollows } from './heads';

describe(headFollows.name, () => {
  it.each<[string, readonly string[], readonly string[], boolean]>([
    ['the one head of a new unit', [], ['a'], true],
    ['nobody where the successor has a head', ['s'], ['a'], false],
    ['neither of two heads', [], ['a', 'b'], false],
    ['neither of two heads where one follows already', ['a'], ['a', 'b'], false],
    ['who headed both units', [], ['a', 'a'], true],
    ['who heads the successor already', ['a'], ['a'], true],
    ['nobody where nobody was', ['s'], [], false],
  ])('%s', (_, standing, ending, follows) => {
    expect(headFollows({ standing, ending })).toBe(follows);
  });
});
