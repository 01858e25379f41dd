import { AppError } from '../../errors/app-error';
import type { FieldProblem } from './problem';

/** The request names or carries something that cannot be taken; says every field. */
export class InvalidRequestError extends AppError {
  constructor(readonly errors: readonly FieldProblem[]) {
    super('HTTP.INVALID_REQUEST', `Not valid: ${errors.map(({ field }) => field).join(', ')}`, {}, { level: 'info' });
  }
}

/** The `type` of a command body is none that can be sent here. */
export class UnknownCommandError extends AppError {
  constructor(readonly knownTypes: readonly string[]) {
    super('HTTP.UNKNOWN_COMMAND', `Not one of ${knownTypes.join(', ')}`, {}, { level: 'info' });
  }
}

/** The body is not what its media type says. */
export class MalformedBodyError extends AppError {
  constructor(
    code: 'HTTP.MALFORMED_JSON' | 'HTTP.REPEATED_MEMBER' | 'HTTP.BROKEN_UTF8',
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, 'The body cannot be read', {}, { ...options, level: 'info' });
  }
}

/** The route changes only what the caller has seen, and the caller did not say what that was. */
export class IfMatchRequiredError extends AppError {
  constructor() {
    super('HTTP.IF_MATCH_REQUIRED', 'If-Match is missing', {}, { level: 'info' });
  }
}

/** The process takes no new requests any more. */
export class StoppingError extends AppError {
  constructor() {
    super('HTTP.STOPPING', 'The server is stopping', {}, { level: 'info' });
  }
}

/** The address to listen on is taken. */
export class PortInUseError extends AppError {
  constructor(host: string, port: number, options: { readonly cause?: unknown } = {}) {
    const message = `Port ${port} on ${host} is in use: stop the program that holds it, or set PORT to another port`;
    super('HTTP.PORT_IN_USE', message, { host, port }, { ...options, level: 'error' });
  }
}

/** The address to listen on is not this machine's, or not for this user. */
export class CannotListenError extends AppError {
  constructor(host: string, port: number, options: { readonly cause?: unknown } = {}) {
    const message = `Cannot listen on ${host}, port ${port}: check THIDUA_HOST, and take a PORT above 1023`;
    super('HTTP.CANNOT_LISTEN', message, { host, port }, { ...options, level: 'error' });
  }
}
