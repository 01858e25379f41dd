import { join } from 'node:path';
import { loadConfig, type AppConfig } from '../../config';
import { instant, localDate, type Instant, type LocalDate } from '../../workflows/kernel';
import type { Actor } from '../../src/platform/auth/actor';
import type { PersistenceOptions } from '../../src/platform/persistence';
import type { CommandResult } from '../../src/platform/runner/command-result';

/** The morning of a sitting in Vietnam, under Decree 98/2023. */
export const SITTING: Instant = instant('2024-11-15T02:00:00.000Z');
/** The same day. */
export const TODAY: LocalDate = localDate('2024-11-15');

export const REASON = { reason: 'Theo kết luận của Chủ tịch Hội đồng' };

/** What to send a command with; the system sends it unless told otherwise. */
export interface SendOptions {
  readonly actor?: Actor;
  readonly id?: string;
  readonly commandId?: string;
  readonly comment?: string;
  /** The version that the sender has seen. */
  readonly expectedVersion?: number;
}

/** What a world of review rounds may be opened with. */
export interface WorldOptions {
  readonly members?: number;
  /** Where the ballot key is; a directory of its own unless told otherwise. */
  readonly directory?: string;
  /** False: the database holds a town already. */
  readonly isEmpty?: boolean;
  /** Part of every key that the world makes up: a world that goes on where another one stopped uses other keys. */
  readonly session?: string;
}

/** The configuration of a process on this database, with everything else in a directory. */
export function configOn(database: PersistenceOptions, directory: string): AppConfig {
  return loadConfig({
    DATABASE_URL: database.kind === 'sqlite' ? database.file : database.url,
    THIDUA_BALLOT_KEY_FILE: join(directory, 'ballot.key'),
    THIDUA_MAIL_DIRECTORY: join(directory, 'mail'),
    THIDUA_LOG_LEVEL: 'silent',
  });
}

/** The codes of a refusal; the outcome when it was none. */
export function codesOf(result: CommandResult): readonly string[] {
  return result.outcome === 'refused' ? result.reasons.map(({ code }) => code) : [result.outcome];
}
