import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { JobPayloadError } from './job.errors';

/**
 * Turns a payload into the class its handler declares. Throws JobPayloadError, naming each field, when a value
 * is wrong or a field is not declared: an old worker must not do half of what a newer one asked for.
 */
export function validPayload<Payload extends object>(job: string, type: new () => Payload, payload: object): Payload {
  const instance = plainToInstance(type, payload);
  // A class without fields is unknown to class-validator; of it the whitelist alone says what is too much.
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (errors.length > 0) throw new JobPayloadError(job, errors.flatMap(sentences));
  return instance;
}

function sentences(error: ValidationError): string[] {
  return [...Object.values(error.constraints ?? {}), ...(error.children ?? []).flatMap(sentences)];
}
