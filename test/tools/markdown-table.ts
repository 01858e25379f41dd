/**
 * A table in the form that Prettier gives it, so that a generated file passes the format check.
 * Cells are plain text of one line; every character counts as one column, which holds for Vietnamese in NFC.
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(escaped));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [top = [], ...body] = cells;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(top), rule, ...body.map(line)].join('\n');
}

const escaped = (text: string): string => text.normalize('NFC').replaceAll('|', '\\|').replaceAll('\n', ' ');
