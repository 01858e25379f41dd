import { InvalidRequestError } from '../problems/http.errors';

/** Where a page ended: the value it is sorted by, and the id that decides between equal values. */
export interface SortKey {
  readonly value: string | number;
  readonly id: string;
}

/** The position as opaque text. `order` names the sort order, so that a cursor of another list is not taken. */
export function encodeCursor(order: string, { value, id }: SortKey): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

/** The position in a cursor. Throws InvalidRequestError unless it was made by `encodeCursor` for this order. */
export function decodeCursor(order: string, cursor: string): SortKey {
  const [made, value, id, ...rest] = contentOf(cursor);
  const isWhole = made === order && isSortValue(value) && isStorable(id) && rest.length === 0;
  if (!isWhole) throw invalidCursor();
  return { value, id };
}

function contentOf(cursor: string): readonly unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(content) ? content : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isSortValue(value: unknown): value is string | number {
  return isStorable(value) || Number.isSafeInteger(value);
}

/** PostgreSQL takes no NUL and no half of a surrogate pair, so that no column holds one. */
function isStorable(value: unknown): value is string {
  return typeof value === 'string' && !/[\0\p{Cs}]/u.test(value);
}

function invalidCursor(): InvalidRequestError {
  return new InvalidRequestError([
    {
      field: 'cursor',
      code: 'CURSOR',
      message: {
        vi: 'Không phải vị trí của danh sách này; hãy dùng nguyên “nextCursor” đã nhận.',
        en: 'Not a position in this list; send “nextCursor” back as it was received.',
      },
    },
  ]);
}
