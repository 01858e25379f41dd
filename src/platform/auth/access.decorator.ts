import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permission';
import { declareAccess } from './route-access';

/**
 * Opens a route to actors who hold one of these permissions somewhere. Whether it covers the row at hand is asked
 * again by the runner or the query.
 */
export function Allow(first: Permission, ...others: readonly Permission[]): MethodDecorator & ClassDecorator {
  const permissions = [first, ...others];
  return applyDecorators(
    declareAccess({ kind: 'permissions', permissions }),
    ApiBearerAuth(),
    ApiExtension('x-access', 'permissions'),
    ApiExtension('x-permissions', permissions),
  );
}

/** Opens a route to everybody who is signed in and holds a seat: the queries behind it take the actor's scope. */
export function AnySeat(): MethodDecorator & ClassDecorator {
  return applyDecorators(declareAccess({ kind: 'anySeat' }), ApiBearerAuth(), ApiExtension('x-access', 'anySeat'));
}

/** Opens a route to everybody, signed in or not. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(declareAccess({ kind: 'public' }), ApiExtension('x-access', 'public'));
}
