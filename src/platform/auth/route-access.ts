import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Permission } from './permission';

/** Who may use a route: everybody, whoever holds a seat, or whoever holds one of these permissions somewhere. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'anySeat' }
  | { readonly kind: 'permissions'; readonly permissions: readonly Permission[] };

const KEY = 'thidua:route-access';

/** Writes the access of a route, or of all routes of a controller. */
export function declareAccess(access: RouteAccess): MethodDecorator & ClassDecorator {
  return SetMetadata(KEY, access);
}

/** What the route says, or else its controller; undefined when neither says anything. */
export function accessOf(
  reflector: Reflector,
  route: Pick<ExecutionContext, 'getHandler' | 'getClass'>,
): RouteAccess | undefined {
  return reflector.getAllAndOverride<RouteAccess | undefined>(KEY, [route.getHandler(), route.getClass()]);
}
