import { RequestMethod, type INestApplicationContext, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { RouteWithoutAccessError } from './auth.errors';
import { accessOf } from './route-access';

/** Throws RouteWithoutAccessError unless every route says who may use it: forgetting to must not open a door. */
export function assertRoutesHaveAccess(app: INestApplicationContext): void {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const silent = controllers
    .map(({ metatype }) => metatype)
    .filter((controller) => controller !== null)
    .flatMap((controller) => routesWithoutAccess(reflector, controller as Type<object>));
  if (silent.length > 0) throw new RouteWithoutAccessError(silent);
}

function routesWithoutAccess(reflector: Reflector, controller: Type<object>): string[] {
  const prototype = controller.prototype as Readonly<Record<string, () => unknown>>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    if (accessOf(reflector, { getHandler: () => handler, getClass: <T>() => controller as Type<T> })) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    return [`${controller.name}.${name} (${method})`];
  });
}
