import { csvText } from './csv-text';

describe('csvText', () => {
  it('begins with the mark of UTF-8 and ends every row as RFC 4180 says', () => {
    expect(
      csvText([
        ['Đơn vị', 1],
        ['', null],
      ]),
    ).toBe('\u{FEFF}Đơn vị,1\r\n,\r\n');
  });

  it('quotes what would break a row', () => {
    expect(csvText([['a,b', 'say "x"', 'two\nlines']])).toBe('\u{FEFF}"a,b","say ""x""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+84', '-cmd', '@SUM(A1)', '\t=1', ' =1'])('makes %j plain text', (text) => {
    expect(csvText([[text]])).toBe(`\u{FEFF}'${text}\r\n`);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(csvText([[-1, '12']])).toBe('\u{FEFF}-1,12\r\n');
  });
});
