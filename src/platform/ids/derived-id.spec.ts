import { derivedId } from './derived-id';

describe(derivedId.name, () => {
  it('is the same for the same parts, in any process', () => {
    expect(derivedId('campaign', 'user', 'key')).toBe('188f7440-5d46-56ac-8531-8532594135f4');
  });

  it('tells parts apart that would read the same when joined', () => {
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('a', '')).not.toBe(derivedId('a'));
  });
});
