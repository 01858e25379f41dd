/** Most units above one another: paths are indexed, and no index takes a text of any length. */
export const MAX_DEPTH = 20;

/** The ids of the units on a path, from the root down. */
export function idsOnPath(path: string): readonly string[] {
  return path.split('/').filter((step) => step !== '');
}

/** How many units stand on a path, the last one included. */
export function depthOf(path: string): number {
  return idsOnPath(path).length;
}

/** The path of a unit below another one; of a root when there is none above. */
export function pathBelow(parentPath: string | undefined, id: string): string {
  return `${parentPath ?? '/'}${id}/`;
}

/**
 * The path of the lowest unit that lies above all of these, or is one of them: whoever has authority there
 * has it over all of them. `/` when they share no unit, or when there are none: nobody but the system stands there.
 */
export function commonPath(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('/').filter((step) => step !== ''));
  if (!first) return '/';
  const shared = first.findIndex((step, index) => others.some((other) => other[index] !== step));
  const steps = shared === -1 ? first : first.slice(0, shared);
  return steps.length === 0 ? '/' : `/${steps.join('/')}/`;
}

/** The paths of all units from the root down to the one with this path, which comes last. */
export function pathsDownTo(path: string): readonly string[] {
  const steps = path.split('/').filter((step) => step !== '');
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}/`);
}
