import type { Scope } from '../platform/auth/scope';
import { InvalidRequestError } from '../platform/http/problems/http.errors';

/** Most groups of one answer: of more nobody reads a table, and a process should not hold them for each of many readers. */
export const MOST_GROUPS = 20_000;

/** How many groups are read at most: one more than are shown, which tells that there are too many; all for the system. */
export function mostRead({ everything }: Scope): number | undefined {
  return everything ? undefined : MOST_GROUPS + 1;
}

/**
 * Stops an answer that would be too long, but not the system's own. Throws InvalidRequestError, which names the field that is
 * to be narrowed.
 */
export function refuseTooMany(scope: Scope, count: number, field: string): void {
  if (scope.everything || count <= MOST_GROUPS) return;
  throw new InvalidRequestError([
    {
      field,
      code: 'TOO_MANY_GROUPS',
      message: {
        vi: `Kết quả có hơn ${MOST_GROUPS} nhóm: hãy bớt chiều hoặc lọc hẹp hơn.`,
        en: `There would be more than ${MOST_GROUPS} groups: take fewer dimensions, or narrow the cases.`,
      },
    },
  ]);
}
