import { AppError } from '../errors/app-error';

/** Nobody is signed in: no token, or one that nobody holds. */
export class UnauthenticatedError extends AppError {
  constructor() {
    super('AUTH.UNAUTHENTICATED', 'There is no valid token', {}, { level: 'info' });
  }
}

/** The actor holds none of the permissions of the route. */
export class ForbiddenError extends AppError {
  constructor(readonly permissions: readonly string[]) {
    super('AUTH.FORBIDDEN', `None of the seats holds one of: ${permissions.join(', ')}`, {}, { level: 'info' });
  }
}

/** A route that does not say who may use it: the application does not start with one. */
export class RouteWithoutAccessError extends AppError {
  constructor(routes: readonly string[]) {
    const message = `Say @Allow(…), @AnySeat() or @Public() on: ${routes.join(', ')}`;
    super('AUTH.ROUTE_WITHOUT_ACCESS', message, { routes }, { level: 'error' });
  }
}
