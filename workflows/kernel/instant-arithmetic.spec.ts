import fc from 'fast-check';
import { instant } from './instant';
import { addMilliseconds, instantOfMilliseconds, millisecondsBetween, millisecondsOf } from './instant-arithmetic';

const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const moments = fc.integer({ min: FIRST, max: LAST });

describe('instant arithmetic', () => {
  it('writes and reads instants as the runtime does', () => {
    fc.assert(
      fc.property(moments, (milliseconds) => {
        const text = new Date(milliseconds).toISOString();
        expect(instantOfMilliseconds(milliseconds)).toBe(text);
        expect(millisecondsOf(instant(text))).toBe(milliseconds);
      }),
    );
  });

  it('adds what lies between', () => {
    fc.assert(
      fc.property(moments, moments, (from, to) => {
        const [a, b] = [instantOfMilliseconds(from), instantOfMilliseconds(to)];
        expect(millisecondsBetween(a, b)).toBe(to - from);
        expect(addMilliseconds(a, millisecondsBetween(a, b))).toBe(b);
      }),
    );
  });

  it('orders instants by their text', () => {
    fc.assert(
      fc.property(moments, moments, (from, to) => {
        expect(instantOfMilliseconds(from) < instantOfMilliseconds(to)).toBe(from < to);
      }),
    );
  });

  it('crosses a leap day', () => {
    expect(addMilliseconds(instant('2024-02-28T23:59:59.999Z'), 1)).toBe('2024-02-29T00:00:00.000Z');
    expect(addMilliseconds(instant('2024-03-01T00:00:00.000Z'), -1)).toBe('2024-02-29T23:59:59.999Z');
  });

  it.each([
    '2024-13-01T00:00:00.000Z',
    '2023-02-29T00:00:00.000Z',
    '2024-01-01T24:00:00.000Z',
    '2024-01-01T00:60:00.000Z',
  ])('refuses %s, which has the form of an instant and names no moment', (text) => {
    expect(() => millisecondsOf(text as ReturnType<typeof instant>)).toThrow(RangeError);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to add %s milliseconds', (milliseconds) => {
    expect(() => addMilliseconds(instant('2024-01-19T07:00:00.000Z'), milliseconds)).toThrow(RangeError);
  });

  it('refuses to leave the years that four digits can write', () => {
    expect(() => instantOfMilliseconds(LAST + 1)).toThrow(RangeError);
    expect(() => instantOfMilliseconds(FIRST - 1)).toThrow(RangeError);
  });
});
