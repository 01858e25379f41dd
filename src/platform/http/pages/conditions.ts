import { foldText } from '../../../../workflows/kernel';
import type { SqlCondition } from '../../auth/scope';

/** Rows whose folded column has this text anywhere, whatever its accents and case. What LIKE takes for wildcards stands for itself. */
export function containsText(column: string, text: string): SqlCondition {
  return { sql: `${column} LIKE ? ESCAPE '!'`, params: [`%${foldText(text).replace(/[!%_]/g, '!$&')}%`] };
}

/** Rows where the column has this value; all rows when there is none to ask for. */
export function equals(column: string, value: string | undefined): readonly SqlCondition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, params: [value] }];
}

/** A WHERE clause of conditions that must all hold, and the values of their placeholders. */
export function allOf(conditions: readonly SqlCondition[]): SqlCondition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  };
}
