/** The header that a request and its answer share, and its log lines name. */
export const CORRELATION_HEADER = 'x-correlation-id';

const FORM = /^[A-Za-z0-9._-]{1,64}$/;

/** The correlation id of a request: the caller's when it has the form of one, or else a fresh one. */
export function correlationIdOf(header: string | readonly string[] | undefined, fresh: () => string): string {
  return typeof header === 'string' && FORM.test(header) ? header : fresh();
}
