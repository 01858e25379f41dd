import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { instant, type Instant } from '../../workflows/kernel';
import { FileMailTransport } from '../../src/adapters/mail';
import { describePostgresDatabase, describeSqlite, usePersistence, type DatabaseOf } from '../support/database';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { BACKGROUND_SCHEMA, Rig, type RigOptions } from './background-rig';

const TABLES = [
  ...['deadlines', 'occurrences', 'deliveries', 'notices', 'mail_digests', 'reminder_preferences', 'shared_clocks'],
  ...['outbox', 'processed_messages', 'leases'],
];

/** A Friday morning in Vietnam. */
export const START = instant('2024-03-01T01:00:00.000Z');

/** The same tests on either database. */
export function describeOnBoth(name: string, tests: (database: DatabaseOf) => void): void {
  describeSqlite('on SQLite', (database) => describe(name, () => tests(database)));
  describePostgresDatabase('on PostgreSQL', (database) => describe(name, () => tests(database)));
}

/** Makes processes over one emptied database for each test, and stops them after it. */
export function useRig(database: DatabaseOf): {
  readonly rig: (options?: Partial<RigOptions>) => Promise<Rig>;
  readonly mailDirectory: () => string;
} {
  const open = usePersistence(database, BACKGROUND_SCHEMA);
  const directory = useTemporaryDirectory();
  const rigs: Rig[] = [];
  let test = 0;
  const mailDirectory = (): string => join(directory(), `mail-${test}`);
  // Failures that a test provokes are not its output.
  beforeAll(() => {
    Logger.overrideLogger(false);
  });
  beforeEach(async () => {
    test += 1;
    await open().uow.run(async (tx) => {
      for (const table of TABLES) await tx.change(`DELETE FROM ${table}`);
    });
  });
  afterEach(() => Promise.all(rigs.splice(0).map((rig) => rig.stop())));
  const rig = async (options: Partial<RigOptions> = {}): Promise<Rig> => {
    const mail = new FileMailTransport({ directory: mailDirectory(), from: 'Thidua <no-reply@example.org>' });
    const made = new Rig({ persistence: open(), now: START, mail, ...options });
    rigs.push(made);
    return made.start();
  };
  return { rig, mailDirectory };
}

/** An instant in Vietnam: `vn('2024-03-01', '08:00')`. */
export function vn(date: string, time: string): Instant {
  return instant(new Date(`${date}T${time}:00.000+07:00`).toISOString());
}
