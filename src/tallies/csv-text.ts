/** Marks the text as UTF-8 for spreadsheets, which otherwise break Vietnamese letters. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What a spreadsheet would take for a formula and run. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;

/** Rows as comma-separated values (RFC 4180) for spreadsheets. A text that looks like a formula is made plain with an apostrophe. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
