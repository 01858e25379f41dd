import { bearerToken } from './bearer-token';

describe(bearerToken.name, () => {
  it('takes the token of RFC 6750 and nothing else', () => {
    expect(bearerToken('Bearer abc.DEF-1_~+/=')).toBe('abc.DEF-1_~+/=');
    expect(bearerToken('bearer x')).toBe('x');
    for (const header of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      'Basic x',
      'Bearer a b',
      'Bearer é',
      `Bearer ${'x'.repeat(600)}`,
    ]) {
      expect(bearerToken(header)).toBeUndefined();
    }
  });
});
