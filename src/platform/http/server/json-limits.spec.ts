import { isBeyondLimits, MAX_JSON_DEPTH, MAX_JSON_MEMBERS, repeatsAMember } from './json-limits';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const wide = (members: number): object => Object.fromEntries(Array.from({ length: members }, (_, index) => [index, 0]));

describe(isBeyondLimits.name, () => {
  it('bounds the depth', () => {
    expect(isBeyondLimits(nested(MAX_JSON_DEPTH))).toBe(false);
    expect(isBeyondLimits(nested(MAX_JSON_DEPTH + 1))).toBe(true);
  });

  it('bounds the members of each object, at every depth, and not the items of a list', () => {
    expect(isBeyondLimits([wide(MAX_JSON_MEMBERS)])).toBe(false);
    expect(isBeyondLimits([{ a: wide(MAX_JSON_MEMBERS + 1) }])).toBe(true);
    expect(isBeyondLimits(Array.from({ length: 5_000 }, () => 0))).toBe(false);
  });
});

describe(repeatsAMember.name, () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a" : 1, "b": {"c": []},\n "a"\t: 2}',
    String.raw`{"a":1,"\u0061":2}`,
    '[{"x":[{"b":1,"b":1}]}]',
    '{"":1,"":2}',
    String.raw`{"\"":1,"\"":2}`,
  ])('finds one in %s', (json) => {
    expect(repeatsAMember(json)).toBe(true);
  });

  it.each([
    '{}',
    '"a"',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"a","b":"a","c":"\\"a\\":"}',
    String.raw`{"a\\":1,"a":2}`,
    '["a","a",":"]',
    '{"a":"{\\"b\\":1,\\"b\\":2}"}',
  ])('finds none in %s', (json) => {
    expect(repeatsAMember(json)).toBe(false);
  });
});
