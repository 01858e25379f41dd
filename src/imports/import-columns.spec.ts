import { readHeadings } from '../../workflows/import';
import { IMPORT_COLUMNS } from './import-columns';

describe('the columns of files', () => {
  it.each(Object.entries(IMPORT_COLUMNS))('of %s are told apart by every heading that they may have', (_, columns) => {
    for (const { name, headings } of columns) {
      expect(headings.map((heading) => readHeadings([heading], columns).names[0])).toEqual(headings.map(() => name));
    }
  });
});
