import type { Logger } from 'typeorm';

/**
 * Keeps TypeORM from writing to the standard output, which belongs to our own logs and to `--json`.
 * It says nothing of consequence: what fails is thrown, and statements may hold what no log may hold.
 */
export class QuietLogger implements Logger {
  logQuery(): void {
    // Statements are heard by `onStatement`.
  }

  logQueryError(): void {
    // Thrown to the caller.
  }

  logQuerySlow(): void {
    // Not measured here.
  }

  logSchemaBuild(): void {
    // `migrate` answers what it ran.
  }

  logMigration(): void {
    // A migration that fails throws.
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    // An idle connection that the server closed: the pool makes a new one.
    if (level === 'warn') process.emitWarning(String(message), 'ThiduaWarning');
  }
}
