import { arrayRule } from './array-rule';
import { boundedTextRule } from './bounded-text-rule';
import { decimalTextRule, dongTextRule, localDateRule, oneOfRule, uuidRule } from './text-rules';
import { digitsRule, objectRule, wholeNumberRule, yesNoRule } from './value-rules';

const UUID = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f';

describe('rules of fields', () => {
  it.each([
    [
      'a day',
      localDateRule,
      ['2024-02-29', '1901-01-01', '2199-12-31'],
      // Of the first and the last year nothing is taken, so that a term or the day before can always be told.
      ['2023-02-29', '2024-1-19', '19/01/2024', '1900-12-31', '2200-01-01', 20240119],
    ],
    ['a decimal', decimalTextRule, ['0', '-0.5', '36694.6'], ['1,5', '1e3', '.5', 453.4, '1234567890123456', '']],
    ['đồng', dongTextRule, ['0', '1410000'], ['-1', '1.5', '01', 1410000, '1'.repeat(16)]],
    ['a UUID', uuidRule, [UUID], [UUID.toUpperCase(), `${UUID} `, '1', null]],
    ['one of', oneOfRule(['a', 'b']), ['a'], ['A', '', 'c', ['a']]],
    ['a whole number', wholeNumberRule(1, 5), [1, 5], [0, 6, 1.5, '1', NaN]],
    ['digits', digitsRule(1, 5), ['1', '05', 5], ['0', '6', '1e0', ' 1', '', ['1']]],
    ['yes or no', yesNoRule, [true, false], ['true', 0, null]],
    ['an object', objectRule, [{}], [[], null, 'x']],
    [
      'a list',
      arrayRule({ min: 1, max: 2, unique: true }),
      [[1], [1, 2]],
      [[], [1, 1], [1, 2, 3], 'ab', { length: 1 }],
    ],
  ])('take what is %s and nothing else', (_, rule, good, bad) => {
    expect(good.filter((value) => !rule.accepts(value))).toEqual([]);
    expect(bad.filter((value) => rule.accepts(value))).toEqual([]);
  });
});

describe(boundedTextRule.name, () => {
  const line = boundedTextRule({ max: 5 });
  const lines = boundedTextRule({ max: 5, multiline: true });

  it('counts characters as people do, composed and without the spaces around', () => {
    expect(line.accepts('  Lê Ch  ')).toBe(true);
    expect(line.accepts('Le\u0302 Ch')).toBe(true);
    expect(line.accepts('😀😀😀😀😀')).toBe(true);
    expect(line.accepts('😀😀😀😀😀😀')).toBe(false);
    expect(line.take?.(' Le\u0302 ')).toBe('Lê');
  });

  it('drops what nobody sees, so that what looks alike is alike', () => {
    expect(line.take?.('P\u200b-\u202e01\ufeff')).toBe('P-01');
    expect(line.take?.('Le\u200b\u0302')).toBe('Lê');
    expect(line.take?.('\u00a0A\u2009B\u3000')).toBe('A B');
    expect(line.accepts('\u200b\u2060\u00a0')).toBe(false);
    expect(line.accepts('a\u2028b')).toBe(false);
  });

  it('takes no empty text unless told so', () => {
    expect(line.accepts('   ')).toBe(false);
    expect(boundedTextRule({ max: 5, min: 0 }).accepts('')).toBe(true);
  });

  it.each([
    ['NUL', 'a\u0000'],
    ['half a pair', 'a\ud800'],
    ['a sign of broken encoding', 'a\ufffd'],
    ['an escape', 'a\u001b'],
  ])('refuses %s', (_, text) => {
    expect(line.accepts(text)).toBe(false);
    expect(lines.accepts(text)).toBe(false);
  });

  it('takes line breaks only where lines are meant', () => {
    expect(line.accepts('a\nb')).toBe(false);
    expect(lines.accepts('a\nb')).toBe(true);
  });
});
