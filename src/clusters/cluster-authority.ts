import { actorMay, type Actor } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';

/** What a command asks for, and on which unit. */
export interface Authority {
  readonly permissions: readonly Permission[];
  readonly unitPath: string;
}

/** Who runs a cluster from its unit: the standing office there or above, and the system. */
export const RUNNERS: readonly Permission[] = ['score.keep', 'system'];

/** Who acts for a unit of a cluster, and for the cluster where that unit is its head. */
export const GIVERS: readonly Permission[] = ['score.give', 'system'];

/** The first of several ways to be allowed that the actor has; the first one, which refuses, when there is none. */
export function authorityOf(actor: Actor, ways: readonly [Authority, ...Authority[]]): Authority {
  return ways.find(({ permissions, unitPath }) => actorMay(actor, permissions, unitPath)) ?? ways[0];
}
