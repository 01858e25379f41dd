import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { JobHandler, JobMethod } from './job-handler';
import { DEFAULT_JOB_POLICY } from './job-policy';
import { declarationOf } from './on-job.decorator';

/** Finds the methods with `@OnJob` among all providers of the application. */
@Injectable()
export class JobDiscovery {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** All handlers there are. Only once the application is initialised: providers made later are not seen. */
  handlers(): readonly JobHandler[] {
    const instances = this.discovery.getProviders().map((wrapper) => wrapper.instance as unknown);
    return [...new Set(instances)].filter(isObject).flatMap((instance) => this.handlersOf(instance));
  }

  private handlersOf(instance: object): JobHandler[] {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = (instance as Record<string, unknown>)[name];
      const declaration = typeof method === 'function' ? declarationOf(method) : undefined;
      if (!declaration) return [];
      return [
        {
          ...declaration,
          policy: { ...DEFAULT_JOB_POLICY, ...declaration.policy },
          source: `${instance.constructor.name}.${name}`,
          handle: (method as JobMethod<object>).bind(instance),
        },
      ];
    });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== null;
}
