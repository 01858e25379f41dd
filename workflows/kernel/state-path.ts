import type { StateValue } from 'xstate';

/** `suspended.underway` from XState's nested value. Our machines have no parallel states, so there is one path. */
export function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [name, inner] = Object.entries(value)[0] ?? [];
  if (name === undefined || inner === undefined) throw new Error('An empty state value has no path');
  return `${name}.${pathOf(inner)}`;
}

/** XState's nested value from a path. */
export function valueOf(path: string): StateValue {
  const [name, ...rest] = path.split('.');
  if (!name) throw new Error('An empty path is no state');
  return rest.length === 0 ? name : { [name]: valueOf(rest.join('.')) };
}
