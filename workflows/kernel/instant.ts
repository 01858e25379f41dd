declare const instantBrand: unique symbol;

/**
 * A moment in UTC as ISO 8601 text with milliseconds, `2024-01-19T07:00:00.000Z`.
 * All instants have one width, so that text order is time order in the core and in both databases.
 */
export type Instant = string & { readonly [instantBrand]: never };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Takes text for an instant. Throws a RangeError on any other form: an instant never comes from a user unchecked. */
export function instant(text: string): Instant {
  if (!INSTANT.test(text)) throw new RangeError(`"${text}" is not an instant like 2024-01-19T07:00:00.000Z`);
  return text as Instant;
}
