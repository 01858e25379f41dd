import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger as Pino } from 'pino';
import { redact, scrub } from './redact';

/** The levels of the log, from the quietest to the loudest. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** What Nest says while it starts; of interest only to whoever looks for a mistake in the wiring. */
const CHATTY = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory']);

/** One JSON object a line on standard output, with nothing in it that must not be kept. Nest's own messages come through it too. */
export class JsonLogger implements LoggerService {
  private readonly pino: Pino;

  /** `silent` writes nothing. The destination is standard output unless a test gives another. */
  constructor(level: LogLevel | 'silent', destination?: DestinationStream) {
    const options = {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      // Pino would take our reduced error for a real one and rewrite it.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  /** Logs that something happened, with what belongs to it. */
  event(level: LogLevel, message: string, fields: object = {}): void {
    this.pino[level](redact(fields) as object, scrub(message));
  }

  log(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('info', message, more);
  }

  warn(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('warn', message, more);
  }

  error(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('error', message, more);
  }

  debug(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('debug', message, more);
  }

  verbose(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('trace', message, more);
  }

  fatal(message: unknown, ...more: readonly unknown[]): void {
    this.fromNest('fatal', message, more);
  }

  /** Nest passes the message, then anything, then the context as the last text. */
  private fromNest(level: LogLevel, message: unknown, more: readonly unknown[]): void {
    const last = more.at(-1);
    const context = typeof last === 'string' ? { context: last } : {};
    const rest = typeof last === 'string' ? more.slice(0, -1) : more;
    const details = rest.filter((item) => item !== undefined);
    const wanted = level === 'info' && typeof last === 'string' && CHATTY.has(last) ? 'debug' : level;
    const fields = { ...context, ...(details.length > 0 ? { details } : {}) };
    if (message instanceof Error) this.event(wanted, message.message, { ...fields, err: message });
    else if (typeof message === 'string') this.event(wanted, message, fields);
    else this.event(wanted, 'message', { ...fields, message });
  }
}
