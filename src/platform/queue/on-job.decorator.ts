import 'reflect-metadata';
import type { JobDeclaration, JobMethod } from './job-handler';

const ON_JOB = Symbol('thidua:on-job');

/** Makes a method of a provider the handler of a job. Checked at start: one handler for each name, none missing. */
export function OnJob<Payload extends object>(declaration: JobDeclaration<Payload>) {
  return <Method extends JobMethod<Payload>>(
    _target: object,
    _key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    Reflect.defineMetadata(ON_JOB, declaration, descriptor.value as object);
  };
}

/** The declaration on a method, if it has one. */
export function declarationOf(method: object): JobDeclaration | undefined {
  return Reflect.getMetadata(ON_JOB, method) as JobDeclaration | undefined;
}
