import { inChunks, numberPlaceholders, placeholders } from './placeholders';

describe(numberPlaceholders.name, () => {
  it.each([
    ['SELECT ?, ? FROM t WHERE a = ?', 'SELECT $1, $2 FROM t WHERE a = $3'],
    ["SELECT 'is it? ''really?''', ?", "SELECT 'is it? ''really?''', $1"],
    ['SELECT ? AS "so? ""what?"""', 'SELECT $1 AS "so? ""what?"""'],
    ['SELECT ? -- why?\n, ?', 'SELECT $1 -- why?\n, $2'],
    ['SELECT ? /* a? \n b? */, ?', 'SELECT $1 /* a? \n b? */, $2'],
    ["SELECT '--', ?, '/*', ?, '*/'", "SELECT '--', $1, '/*', $2, '*/'"],
    ['SELECT 1', 'SELECT 1'],
  ])('turns %j into %j', (sql, expected) => {
    expect(numberPlaceholders(sql)).toBe(expected);
  });
});

describe(placeholders.name, () => {
  it('makes one for each value', () => {
    expect([placeholders(1), placeholders(3)]).toEqual(['(?)', '(?, ?, ?)']);
  });
});

describe(inChunks.name, () => {
  it('cuts a list into parts of at most so many', () => {
    expect(inChunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inChunks([], 2)).toEqual([]);
  });
});
