import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

/** Values as JSON holds them: read back from text once, so that none is -0. */
const values = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** The same value with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('canonicalJson', () => {
  it('survives a round trip', () => {
    fc.assert(fc.property(values, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(value)));
  });

  it('is one text whatever the order of the keys', () => {
    fc.assert(fc.property(values, (value) => expect(canonicalJson(turned(value))).toBe(canonicalJson(value))));
  });

  it('changes nothing in a text that is canonical', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('writes the sample of RFC 8785, section 3.2.2, as section 3.2.3 does', () => {
    const sample = `{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(sample))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, as RFC 8785, section 3.2.3, asks', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
  });

  it('writes -0 as 0', () => {
    expect(canonicalJson([-0])).toBe('[0]');
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['bigint', 1n],
    ['function', () => 0],
    ['symbol', Symbol('seal')],
  ])('refuses %s, at the top and inside an array or an object', (named, value) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(`Canonical JSON cannot hold ${named}`));
    expect(() => canonicalJson([value])).toThrow(TypeError);
    if (value !== undefined) expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('leaves out a member without a value, as a context drops an optional key', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });
});
