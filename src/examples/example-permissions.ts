import type { ExampleCommand } from '../../workflows/example';
import type { Permission } from '../platform/auth/permission';

/** Units find, propose and make known; the standing office decides what is an example and what is none any more. */
const KEPT_BY_THE_OFFICE: readonly string[] = ['example.accept', 'example.decline', 'example.withdraw'];

/** Any one of these is needed on the unit that found an example, or above it. */
export function examplePermissions(command: ExampleCommand | 'example.find'): readonly Permission[] {
  return KEPT_BY_THE_OFFICE.includes(command)
    ? ['example.keep', 'system']
    : ['example.prepare', 'example.keep', 'system'];
}
