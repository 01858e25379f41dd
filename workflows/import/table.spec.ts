import {
  csvLine,
  dayOfCell,
  delimiterOf,
  dongOfCell,
  paperOfCell,
  readHeadings,
  wordOfCell,
  yesNoOfCell,
} from './table';

const COLUMNS = [
  { name: 'name', headings: ['Họ và tên', 'Full name'], isRequired: true },
  { name: 'birthday', headings: ['Ngày sinh', 'Birthday'] },
];

describe(delimiterOf.name, () => {
  it.each([
    ['a,b,c\n1;2;3;4;5', ','],
    ['a;b\n', ';'],
    ['a\tb', '\t'],
    ['"Họ, tên, đệm";Ngày', ';'],
    ['one', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe(readHeadings.name, () => {
  it('finds columns in either language, whatever accents, case and marks', () => {
    expect(readHeadings(['HO VA TEN (*)', ' birthday '], COLUMNS)).toEqual({
      ...{ names: ['name', 'birthday'], unknown: [], repeated: [], missing: [] },
    });
  });

  it('names what is unknown, repeated and missing', () => {
    expect(readHeadings(['Ngày sinh', 'Birthday', 'Lương'], COLUMNS)).toEqual({
      ...{ names: ['birthday', 'birthday', ''], unknown: ['Lương'], repeated: ['Birthday'], missing: ['Họ và tên'] },
    });
  });
});

describe('a cell', () => {
  it.each([
    ['19/5/1980', '1980-05-19'],
    ['05.11.1999', '1999-11-05'],
    ['1980-05-19', '1980-05-19'],
    ['tháng 5', 'tháng 5'],
  ])('with the day %s is %s', (cell, day) => {
    expect(dayOfCell(cell)).toBe(day);
  });

  it.each([
    ['Có', true],
    ['x', true],
    ['Không', false],
    ['0', false],
    ['có lẽ', undefined],
  ])('with %s is %s', (cell, answer) => {
    expect(yesNoOfCell(cell)).toBe(answer);
  });

  it.each([
    ['PHƯỜNG', 'ward'],
    ['ward', 'ward'],
    ['thôn', 'thôn'],
    ['Khu', 'ward'],
  ])('with the word %s means %s', (cell, word) => {
    expect(wordOfCell(cell, { ward: ['Phường', 'Khu'], zone: ['Khu'] })).toBe(word);
  });
});

describe(dongOfCell.name, () => {
  it.each([
    ['1.490.000', '1490000'],
    ['1,490,000 đ', '1490000'],
    ['1 490 000 đồng', '1490000'],
    ['1490000', '1490000'],
    ['1.49', '1.49'],
    ['1.5 triệu', '1.5 triệu'],
  ])('of %s is %s', (cell, amount) => {
    expect(dongOfCell(cell)).toBe(amount);
  });
});

describe(paperOfCell.name, () => {
  it.each([
    ['1234/QĐ-UBND', { number: '1234', symbol: 'QĐ-UBND' }],
    ['Số 05-QĐ / QU/x', { number: '05-QĐ', symbol: 'QU/x' }],
    ['1234', { number: '1234', symbol: undefined }],
  ])('of %s is %j', (cell, paper) => {
    expect(paperOfCell(cell)).toEqual(paper);
  });
});

describe(csvLine.name, () => {
  it('quotes what must be, and makes formulas plain', () => {
    expect(csvLine(['Lê "A"', 'a,b', '=1+1', '-2', ''])).toBe(`"Lê ""A""","a,b",'=1+1,'-2,\r\n`);
  });
});
