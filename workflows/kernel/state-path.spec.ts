import fc from 'fast-check';
import { pathOf, valueOf } from './state-path';

const names = fc.stringMatching(/^[a-z][a-zA-Z]{0,11}$/);

describe('state path', () => {
  it.each([
    ['underway', 'underway'],
    ['suspended.underway', { suspended: 'underway' }],
    ['a.b.c', { a: { b: 'c' } }],
  ])('%s stands for its nested value', (path, value) => {
    expect(valueOf(path)).toEqual(value);
    expect(pathOf(value)).toBe(path);
  });

  it('survives the way to the nested value and back', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), (parts) => {
        expect(pathOf(valueOf(parts.join('.')))).toBe(parts.join('.'));
      }),
    );
  });

  it.each(['', '.', 'a.', '.a', 'a..b'])('refuses the path %j', (path) => {
    expect(() => valueOf(path)).toThrow('An empty path is no state');
  });

  it('refuses an empty value', () => {
    expect(() => pathOf({})).toThrow('An empty state value has no path');
  });
});
