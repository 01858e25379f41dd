import fc from 'fast-check';
import { foldText } from './search-text';

describe('foldText', () => {
  it.each([
    ['Lê Chân', 'le chan'],
    ['Đặng Cương, ĐỒNG THÁI', 'dang cuong, dong thai'],
    ['Thường trực Hội đồng Thi đua - Khen thưởng', 'thuong truc hoi dong thi dua - khen thuong'],
    ['ưỡn ẹo, quýnh quáng', 'uon eo, quynh quang'],
    ['  Ủy\u00a0ban \t nhân\n dân  ', 'uy ban nhan dan'],
    ['Ðà Nẵng', 'da nang'],
    ['125/QĐ-UBND', '125/qd-ubnd'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds composed and decomposed writing alike', () => {
    const syllables = fc.constantFrom('Trường', 'Nghĩa', 'Đình', 'Ỷ', 'quyết', 'thắng', 'Ổ', 'ễ', ' ', '-');
    fc.assert(
      fc.property(fc.array(syllables), (parts) => {
        const text = parts.join('');
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
    );
  });

  it('changes nothing in a folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves plain letters and digits in lower case as they are', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9/.-]*$/), (text) => expect(foldText(text)).toBe(text)));
  });
});
