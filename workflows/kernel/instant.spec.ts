import fc from 'fast-check';
import { instant } from './instant';

describe('instant', () => {
  it('takes every moment as the runtime writes it', () => {
    const moments = fc.date({
      min: new Date('0000-01-01T00:00:00.000Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(moments, (moment) => expect(instant(moment.toISOString())).toBe(moment.toISOString())));
  });

  it.each([
    '',
    '2024-01-19',
    '2024-01-19T07:00:00Z',
    '2024-01-19T07:00:00.000',
    '2024-01-19T14:00:00.000+07:00',
    '2024-01-19 07:00:00.000Z',
    '2024-01-19t07:00:00.000z',
    '+002024-01-19T07:00:00.000Z',
    '2024-01-19T07:00:00.0000Z',
    ' 2024-01-19T07:00:00.000Z',
    '2024-01-19T07:00:00.000Z\n',
  ])('refuses the form %j', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });
});
