import { fillLabel, type Label } from './label';

describe('fillLabel', () => {
  const label: Label = {
    vi: 'Cần {needed}/{base} phiếu, {unit} có {count}.',
    en: '{unit} has {count}; {needed} of {base} votes are needed.',
  };

  it('fills the placeholders of both languages, in the order of each', () => {
    expect(fillLabel(label, { needed: 6, base: 9, count: 5, unit: 'Lê Chân' })).toEqual({
      vi: 'Cần 6/9 phiếu, Lê Chân có 5.',
      en: 'Lê Chân has 5; 6 of 9 votes are needed.',
    });
  });

  it('fills every place of one placeholder, and with 0 and the empty text too', () => {
    expect(fillLabel({ vi: '{n}-{n}{t}', en: '{n}' }, { n: 0, t: '' })).toEqual({ vi: '0-0', en: '0' });
  });

  it('leaves a placeholder without a value visible', () => {
    expect(fillLabel(label, { needed: 6 }).vi).toBe('Cần 6/{base} phiếu, {unit} có {count}.');
  });

  it('does not fill what a value brings along', () => {
    expect(fillLabel({ vi: '{a}{b}', en: '{a}' }, { a: '{b}', b: '$&' })).toEqual({ vi: '{b}$&', en: '{b}' });
  });

  it('leaves its label as it was', () => {
    const before = { ...label };
    fillLabel(label, { needed: 1 });
    expect(label).toEqual(before);
  });
});
