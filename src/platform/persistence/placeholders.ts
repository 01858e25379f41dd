/** Text, names and comments, in which a question mark is only a question mark; or a placeholder. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/** Turns the placeholders `?` into PostgreSQL's `$1`, `$2`, … and leaves quoted text, quoted names and comments alone. */
export function numberPlaceholders(sql: string): string {
  let count = 0;
  return sql.replace(TOKENS, (token) => (token === '?' ? `$${(count += 1)}` : token));
}

/** `(?, ?, ?)` for one row of an INSERT or for an IN list. */
export function placeholders(count: number): string {
  return `(${Array.from({ length: count }, () => '?').join(', ')})`;
}

/** Cuts a list into parts of at most so many, since both databases bound the placeholders of one statement. */
export function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
